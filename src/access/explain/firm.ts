// What the firm reads: the plain reason, and the one change that mends it. One case per cause, exhaustive.
import type { Cause } from "../causes.ts";
import type { Decision, Step } from "../decision.ts";
import { explainDoors } from "./firm-doors.ts";
import { explainPeople } from "./firm-people.ts";
import { explainScopes } from "./firm-scopes.ts";
import { explainSignIn } from "./firm-sign-in.ts";
import { explainSources } from "./firm-sources.ts";
import { countOf, doorOf } from "./texts.ts";

export type FirmExplanation = { reason: string; remedy: string };
export type Explained<Prefix extends string> = Record<Extract<Cause, `${Prefix}.${string}`>, FirmExplanation>;

/** One sentence with names: who, which door, yes or no, why. */
export function summariseForFirm(decision: Decision): string {
  const who = decision.email ?? "Somebody who is not signed in";
  const door = doorOf(decision.portal.slug);
  if (decision.outcome === "granted") {
    return `${who} gets in at ${door} and sees ${countOf(decision.visibleProjectIds.length, "project")}.`;
  }
  const stopped = stoppingStep(decision);
  const reason = stopped?.cause ? explainForFirm(stopped.cause, decision, stopped).reason : "";
  if (decision.outcome === "refused") return `${who} does not get in at ${door}: ${reason}`;
  return `Whether ${who} gets in at ${door} cannot be told: ${reason}`;
}

/** The reason and the remedy behind one step, in the firm's words. */
export function explainForFirm(cause: Cause, decision: Decision, step: Step): FirmExplanation {
  const explained: Record<Cause, FirmExplanation> = {
    ...explainDoors(decision, step),
    ...explainSignIn(decision, step),
    ...explainSources(step),
    ...explainPeople(decision, step),
    ...explainScopes(decision, step),
  };
  return explained[cause];
}

/** The first step that did not pass. */
export function stoppingStep({ steps }: Pick<Decision, "steps">): Step | undefined {
  return steps.find((step) => step.verdict === "fail" || step.verdict === "unknown");
}

/** Notes on steps that passed which nevertheless keep a person out: the mail or the code did not work. */
function troubledStep({ steps }: Decision): Step | undefined {
  return steps.find(({ check, cause }) => check === "identity" && /^(?:mail|proof|sess)\./.test(cause ?? ""));
}

/** The one step to act on: what stops them or, when nothing does, what lately stood between them and a sign-in. */
export function stepToMend(decision: Decision): Step | undefined {
  return stoppingStep(decision) ?? troubledStep(decision);
}
