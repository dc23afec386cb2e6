// Two decisions about the same person at the same door: what it was, what it is now, and which steps tell them apart. Pure.
import type { Cause } from "../../access/causes.ts";
import type { DecisionJson } from "../../access/decision-json.ts";
import { formatMoment, type MomentModel } from "../../ui/format/moment.ts";
import { checkWords, presentStep, type StepModel, type Told } from "./present-steps.ts";

export type ComparisonModel = {
  /** "Nothing has changed", or what has. */
  heading: string;
  before: { when: MomentModel; outcome: string };
  now: { when: MomentModel; outcome: string };
  steps: { check: string; isChanged: boolean; before: StepModel; now: StepModel }[];
};

const outcomeWords: Record<DecisionJson["outcome"], string> = {
  granted: "gets in",
  refused: "does not get in",
  unavailable: "cannot be told",
};

export type Before = {
  decision: DecisionJson;
  /** It may have been made without what only the firm's own question looks up (a visitor's load is). */
  isStored: boolean;
};

export function presentComparison(
  { decision: before, isStored }: Before,
  now: DecisionJson,
  told: Told,
): ComparisonModel {
  const isSame = isStored ? isSameToVisitor : isSameToFirm;
  const steps = now.steps.flatMap((step) => {
    const earlier = before.steps.find(({ check }) => check === step.check);
    if (!earlier) return [];
    return [
      {
        check: checkWords[step.check],
        isChanged: !isSame(earlier, step),
        before: presentStep(earlier, before, told),
        now: presentStep(step, now, told),
      },
    ];
  });
  const side = ({ decidedAt, outcome }: DecisionJson) => ({
    when: formatMoment(new Date(decidedAt), told.now, told.locale),
    outcome: outcomeWords[outcome],
  });
  return { heading: headingOf(before, now, steps), before: side(before), now: side(now), steps };
}

function headingOf(before: DecisionJson, now: DecisionJson, steps: ComparisonModel["steps"]): string {
  const changed = steps.filter(({ isChanged }) => isChanged).map(({ check }) => check);
  if (changed.length === 0) return "Nothing has changed";
  const what = `Changed: ${changed.join(", ").toLowerCase().replaceAll("psa", "PSA")}`;
  if (before.outcome === now.outcome) return `${what}; the answer is the same`;
  return now.outcome === "granted" ? `${what}. They get in now` : what;
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
