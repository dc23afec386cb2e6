// The steps of a decision in words, whether it was made just now or stored. Pure.
import type { DecisionJson } from "../../access/decision-json.ts";
import { formatMoment, type MomentModel } from "../../ui/format/moment.ts";
import { differenceOf, type Piece } from "./difference.ts";

export type StepMark = "pass" | "note" | "fail" | "unknown" | "next" | "skipped";

export type StepModel = {
  check: string;
  mark: StepMark;
  verdict: string;
  reason: string;
  /** The email at the door beside one in the PSA. */
  quotes: { name: string; atDoor: Piece[]; inPsa: Piece[] }[];
  facts: { label: string; values: string[] }[];
  readAt: MomentModel | null;
};

type Step = DecisionJson["steps"][number];
export type Told = { now: Date; locale: string };

export const checkWords: Record<Step["check"], string> = {
  address: "Address",
  identity: "Sign-in",
  connection: "Connection to the PSA",
  contact: "Contact",
  company: "Company",
  scope: "Projects",
  content: "Fields",
};

const verdictWords: Record<StepMark, string> = {
  pass: "Passed",
  note: "Passed, with a note",
  fail: "Stops them",
  unknown: "Cannot tell",
  next: "Would stop them next",
  skipped: "Nothing to check",
};

/** All steps; the first that did not pass stands on top, the others keep their order. */
export function presentSteps(decision: DecisionJson, told: Told): StepModel[] {
  const first = decision.steps.find(isStop);
  const ordered = first ? [first, ...decision.steps.filter((step) => step !== first)] : decision.steps;
  return ordered.map((step) => presentStep(step, decision, told));
}

export function presentStep(step: Step, decision: DecisionJson, told: Told): StepModel {
  const mark = markOf(step);
  return {
    check: checkWords[step.check],
    mark,
    verdict: verdictWords[mark],
    reason: sentence(step.reason ?? plainReason(step, decision)),
    quotes: quotesOf(step, decision.person?.email ?? ""),
    facts: factsOf(step),
    readAt: step.readAt === null ? null : formatMoment(new Date(step.readAt), told.now, told.locale),
  };
}

/** Who, which door, yes or no, why: of a decision that was stored, in the words of then. */
export function summariseStored(decision: DecisionJson): string {
  const who = decision.person?.email ?? "Somebody who was not signed in";
  const door =
    decision.asked === "" ? "the firm’s host" : decision.asked.includes("://") ? decision.asked : `/${decision.asked}`;
  const reason = decision.steps.find(isStop)?.reason ?? "";
  if (decision.outcome === "granted") return `${who} got in at ${door}.`;
  if (decision.outcome === "refused") return `${who} did not get in at ${door}: ${reason}`;
  return `Whether ${who} may get in at ${door} could not be told: ${reason}`;
}

/** Why the decision was no yes, in the words of then; null for a yes. */
export function storedReason(decision: DecisionJson): string | null {
  const reason = decision.steps.find(isStop)?.reason ?? null;
  return reason === null ? null : sentence(reason);
}

export function sentence(text: string): string {
  const starts = text.charAt(0).toUpperCase() + text.slice(1);
  // An email keeps its small letter: it is quoted as it is.
  return /^\S+@/.test(text) ? text : starts;
}

function isStop({ verdict }: Step): boolean {
  return verdict === "fail" || verdict === "unknown";
}

function markOf({ verdict, cause }: Step): StepMark {
  if (cause === null || verdict === "fail" || verdict === "unknown") return verdict;
  return verdict === "pass" ? "note" : "next";
}

/** What a step without a cause has to say. */
function plainReason({ check, verdict, evidence }: Step, { portal, projects }: DecisionJson): string {
  if (verdict === "skipped")
    return check === "address"
      ? "No door was named, and no portal is theirs."
      : "An earlier step left nothing to look at.";
  const plain: Record<Step["check"], string> = {
    address: `The portal at /${portal ?? ""} is open.`,
    identity:
      evidence.proved === true ? "They were signed in." : "Assumed: they prove the email with a code at the door.",
    connection: "The PSA answered.",
    contact: `${listed(evidence.names)} carries this email.`,
    company: `Linked to ${listed(evidence.companies)}, which is active.`,
    scope: `${projects.visible} to see, ${projects.hidden.length} hidden.`,
    content: `${count(evidence.shown)} fields are shown, ${count(evidence.hidden)} hidden.`,
  };
  return plain[check];
}

function listed(value: unknown): string {
  return Array.isArray(value) ? value.join(", ") : "";
}

function count(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/** As many as we ever find ourselves: a form may send back more, and comparing costs the product of both lengths. */
const QUOTES_MAX = 4;
const QUOTED_LENGTH_MAX = 254;

function isShortEnough(text: string): boolean {
  return text.length <= QUOTED_LENGTH_MAX;
}

function quotesOf({ evidence }: Step, email: string): StepModel["quotes"] {
  const names = Array.isArray(evidence.names) ? evidence.names : [];
  const near = Array.isArray(evidence.nearMatches) ? evidence.nearMatches : [];
  const approved = typeof evidence.contactEmail === "string" ? [evidence.contactEmail] : [];
  return [...near, ...approved]
    .filter(isShortEnough)
    .slice(0, QUOTES_MAX)
    .map((inPsa, index) => {
      const { one, other } = differenceOf(email, inPsa);
      return { name: names[index] ?? "", atDoor: one, inPsa: other };
    });
}

/** Evidence as it is, under a label; what the sentence or the quotes say already is left out. */
const factWords: Record<string, string> = {
  contacts: "Record in the PSA",
  companies: "Company in the PSA",
  gaps: "Could not be read",
  detail: "The PSA said",
  words: "The mail server said",
  unusable: "In the email field",
  asked: "Asked for",
  current: "Stands now at",
  lastVisit: "Last got in",
};

function factsOf({ evidence }: Step): StepModel["facts"] {
  return Object.entries(evidence).flatMap(([name, value]) => {
    const label = factWords[name];
    const values = (Array.isArray(value) ? value : [value]).filter((one) => one !== null && one !== "").map(String);
    return label && values.length > 0 ? [{ label, values }] : [];
  });
}
