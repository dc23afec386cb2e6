// Two decisions about the same person at the same door: what it was, what it is now, and which steps tell them apart. Pure.
import type { Cause } from "../../access/causes.ts";
import type { DecisionJson } from "../../access/decision-json.ts";
import { formatMoment, type MomentModel } from "../../ui/format/moment.ts";
import { comparisonWords } from "./comparison-words.ts";
import { presentStep, type StepModel, type Told } from "./present-steps.ts";
import { stepWords } from "./step-words.ts";

export type ComparisonModel = {
  /** "Nothing has changed", or what has. */
  heading: string;
  labels: { step: string; before: string; now: string; changed: string };
  before: { when: MomentModel; outcome: string };
  now: { when: MomentModel; outcome: string };
  steps: { check: string; isChanged: boolean; before: StepModel; now: StepModel }[];
};

export type Before = {
  decision: DecisionJson;
  /** It may have been made without what only the firm's own question looks up (a visitor's load is). */
  isStored: boolean;
};

/** `beforeWord`: what the earlier one is called. */
type Compared = { before: Before; now: DecisionJson; beforeWord: "before" | "back_then" };

/** Two decisions about the same question beside each other, step by step, with what has changed between them. */
export function presentComparison({ before, now, beforeWord }: Compared, told: Told): ComparisonModel {
  const say = comparisonWords(told.locale);
  const pairs = pairSteps(before, now);
  const side = ({ decidedAt, outcome }: DecisionJson) => ({
    when: formatMoment(new Date(decidedAt), told.now, told.locale),
    outcome: say(outcome),
  });
  return {
    heading: headingOf(before.decision, now, { pairs, locale: told.locale }),
    labels: { step: say("step"), before: say(beforeWord), now: say("now"), changed: say("flag") },
    before: side(before.decision),
    now: side(now),
    steps: pairs.map(({ earlier, step, isChanged }) => ({
      check: stepWords(told.locale)(step.check),
      isChanged,
      before: presentStep(earlier, before.decision, told),
      now: presentStep(step, now, told),
    })),
  };
}

type Pair = { earlier: Step; step: Step; isChanged: boolean };

function pairSteps({ decision, isStored }: Before, now: DecisionJson): Pair[] {
  const isSame = isStored ? isSameToVisitor : isSameToFirm;
  return now.steps.flatMap((step) => {
    const earlier = decision.steps.find(({ check }) => check === step.check);
    return earlier ? [{ earlier, step, isChanged: !isSame(earlier, step) }] : [];
  });
}

type Heading = { pairs: Pair[]; locale: string };

function headingOf(before: DecisionJson, now: DecisionJson, { pairs, locale }: Heading): string {
  const say = comparisonWords(locale);
  const changed = pairs.filter(({ isChanged }) => isChanged).map(({ step }) => say(step.check));
  if (changed.length === 0) return say("same");
  const what = changed.join(", ");
  if (before.outcome === now.outcome) return say("changed_same", { what });
  return say(now.outcome === "granted" ? "changed_granted" : "changed", { what });
}

type Step = DecisionJson["steps"][number];

/** Who was signed in then and is asked about now is the same; of everything else a step says what it rested on. */
function isSameToFirm(one: Step, other: Step): boolean {
  if (one.verdict !== other.verdict || one.cause !== other.cause) return false;
  return (
    one.check === "identity" || isSameEvidence(one, other, (name) => name in one.evidence || name in other.evidence)
  );
}

/** What sharpens a cause for the firm alone is no change: an email that is nobody's was near somebody's before, too. */
const sharpened: Cause[][] = [
  ["who.no_contact", "who.email_differs"],
  ["door.other_clients_portal", "who.moved", "who.merged"],
  ["who.no_company", "who.merged"],
];

function isSameToVisitor(one: Step, other: Step): boolean {
  if (one.verdict !== other.verdict) return false;
  if (one.check === "identity") return true;
  const isSharpened = sharpened.some((group) => [one, other].every(({ cause }) => cause && group.includes(cause)));
  const isNote = (one.verdict === "pass" && other.cause === "psa.token_sees_less") || one.verdict === "skipped";
  if (one.cause !== other.cause && !isSharpened && !isNote) return false;
  return isSameEvidence(one, other, (name) => name in one.evidence && name in other.evidence);
}

/** In the order of its names: storage keeps none. */
function isSameEvidence(one: Step, other: Step, isCompared: (name: string) => boolean): boolean {
  const names = [...new Set([...Object.keys(one.evidence), ...Object.keys(other.evidence)])].filter(isCompared);
  return names.every((name) => JSON.stringify(one.evidence[name]) === JSON.stringify(other.evidence[name]));
}
