// What the firm reads: the plain reason, and the one change that mends it. One case per cause, exhaustive.

import type { FieldName } from "../../domain/template.ts";
import type { Cause } from "../causes.ts";
import type { Decision, Step } from "../decision.ts";
import type { Explainable, FirmExplanation } from "./explained.ts";
import { explainDoors } from "./firm-doors.ts";
import { explainPeople } from "./firm-people.ts";
import { explainScopes, leftOutOfBlock, switchedOff } from "./firm-scopes.ts";
import { explainSignIn } from "./firm-sign-in.ts";
import { explainSources } from "./firm-sources.ts";
import { sharedWords } from "./shared-words.ts";
import { summaryWords } from "./summary-words.ts";
import { doorOf, first, unstopped } from "./texts.ts";

/** One sentence with names: who, which door, yes or no, why. */
export function summariseForFirm(decision: Decision, locale: string): string {
  const say = summaryWords(locale);
  const [who, door] = [whoOf(decision, locale), doorOf(decision.portal.slug, locale)];
  if (decision.outcome !== "granted") return say(decision.outcome, { who, door, reason: reasonsOf(decision, locale) });
  const count = decision.visibleProjectIds.length;
  const reason = reasonOf(troubledStep(decision), decision, locale);
  return reason === null ? say("granted", { who, door, count }) : say("troubled", { who, door, count, reason });
}

function whoOf({ email, steps }: Decision, locale: string): string {
  const named = first(steps.find(({ check }) => check === "identity")?.evidence.names);
  return email ?? named ?? sharedWords(locale)("somebody");
}

/** What stops them, and beside a wrong door what would stop them at the right one too. */
function reasonsOf(decision: Decision, locale: string): string {
  const [stopped, toMend] = [stoppingStep(decision), stepToMend(decision)];
  const reason = reasonOf(stopped, decision, locale) ?? "";
  const more = toMend === stopped ? null : reasonOf(toMend, decision, locale);
  return more === null ? reason : summaryWords(locale)("besides", { reason: unstopped(reason), more });
}

function reasonOf(step: Step | undefined, decision: Decision, locale: string): string | null {
  return step?.cause ? explainForFirm(step.cause, decision, step, locale).reason : null;
}

/** The reason and the remedy behind one step, in the firm's words. A reason goes on from a name and a colon. */
export function explainForFirm(cause: Cause, decision: Explainable, step: Step, locale: string): FirmExplanation {
  const explained: Record<Cause, () => FirmExplanation> = {
    ...explainDoors(decision, step, locale),
    ...explainSignIn(decision, step, locale),
    ...explainSources(step, locale),
    ...explainPeople(decision, step, locale),
    ...explainScopes(decision, step, locale),
  };
  return explained[cause]();
}

/** Why the person does not see one field; null where they see it, or nothing was decided about it. */
export function explainHidden(field: FieldName, decision: Decision, locale: string): FirmExplanation | null {
  const cause = decision.fields[field]?.cause ?? null;
  const step = decision.steps.find(({ check }) => check === "content");
  if (cause === null || !step) return null;
  if (isOffHere(field, decision)) return switchedOff("here", locale);
  if (isLeftOut(field, decision)) return leftOutOfBlock(field, locale);
  return explainForFirm(cause, decision, step, locale);
}

/** Whether a switch that is set for this portal alone hides the field. */
export function isOffHere(field: FieldName, decision: Decision): boolean {
  return isNoted("offHere", field, decision);
}

/** Whether the portal's template has the field's block, and hides the field in it. */
export function isLeftOut(field: FieldName, decision: Decision): boolean {
  return isNoted("leftOut", field, decision);
}

function isNoted(list: "offHere" | "leftOut", field: FieldName, { steps }: Decision): boolean {
  const noted = steps.find(({ check }) => check === "content")?.evidence[list];
  return Array.isArray(noted) && noted.includes(field);
}

/** A step as it was just decided, or as it was stored. */
type Judged = Pick<Step, "check" | "verdict" | "cause">;

/** The first step that did not pass. */
export function stoppingStep<S extends Judged>({ steps }: { steps: S[] }): S | undefined {
  return steps.find((step) => step.verdict === "fail" || step.verdict === "unknown");
}

/** Notes on steps that passed which nevertheless keep a person out: the mail or the code did not work. */
function troubledStep<S extends Judged>({ steps }: { steps: S[] }): S | undefined {
  return steps.find(({ check, cause }) => check === "identity" && /^(?:mail|proof)\.|cookies/.test(cause ?? ""));
}

/**
 * The one step to act on: what stops them or, when nothing does, what lately stood between them and a sign-in. At a wrong or
 * paused door, who the person is goes first: no address helps somebody who has no portal of their own.
 */
export function stepToMend<S extends Judged>(decision: { steps: S[] }): S | undefined {
  const stopped = stoppingStep(decision) ?? troubledStep(decision);
  const isPerson = ({ check, verdict }: Judged) => (check === "contact" || check === "company") && verdict === "fail";
  return stopped?.check === "address" ? (decision.steps.find(isPerson) ?? stopped) : stopped;
}
