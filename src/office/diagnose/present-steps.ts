// The steps of a decision in words, whether it was made just now or stored. Pure.
import type { DecisionJson } from "../../access/decision-json.ts";
import { stoppingStep } from "../../access/explain/firm.ts";
import { retell } from "../../domain/psa-texts/retell.ts";
import { formatMoment, type MomentModel } from "../../ui/format/moment.ts";
import { differenceOf, type Piece } from "./difference.ts";
import { stepWords } from "./step-words.ts";
import { stoppingReason, storedStepReason } from "./stored-reasons.ts";

export type StepMark = "pass" | "note" | "fail" | "unknown" | "next" | "skipped";

export type StepModel = {
  check: string;
  mark: StepMark;
  verdict: string;
  reason: string;
  /** The email at the door beside one in the PSA. */
  quotes: { atDoorLabel: string; atDoor: Piece[]; inPsaLabel: string; inPsa: Piece[] }[];
  facts: { label: string; values: string[] }[];
  readLabel: string;
  readAt: MomentModel | null;
};

type Step = DecisionJson["steps"][number];
export type Told = { now: Date; locale: string };

/** All steps; the first that did not pass stands on top, the others keep their order. */
export function presentSteps(decision: DecisionJson, told: Told): StepModel[] {
  const first = stoppingStep(decision);
  const ordered = first ? [first, ...decision.steps.filter((step) => step !== first)] : decision.steps;
  return ordered.map((step) => presentStep(step, decision, told));
}

/** One check as the firm reads it: its verdict, why, and the evidence quoted as it was. */
export function presentStep(step: Step, decision: DecisionJson, { now, locale }: Told): StepModel {
  const say = stepWords(locale);
  const mark = markOf(step);
  return {
    check: say(step.check),
    mark,
    verdict: say(mark),
    reason: sentence(storedStepReason(step, decision, locale) ?? plainReason(step, decision, say)),
    quotes: quotesOf(step, decision.person?.email ?? "", say),
    facts: factsOf(step, locale),
    readLabel: say("read"),
    readAt: step.readAt === null ? null : formatMoment(new Date(step.readAt), now, locale),
  };
}

/** Who, which door, yes or no, why: of a decision that was stored. */
export function summariseStored(decision: DecisionJson, locale: string): string {
  const say = stepWords(locale);
  const { asked, outcome, person } = decision;
  const who = person?.email ?? say("somebody");
  const door = asked === "" ? say("firms_host") : asked.includes("://") ? asked : `/${asked}`;
  const reason = stoppingReason(decision, locale) ?? "";
  const said = { granted: "got_in", refused: "did_not", unavailable: "not_told" } as const;
  return say(said[outcome], { who, door, reason });
}

/** Why the decision was no yes; null for a yes. */
export function storedReason(decision: DecisionJson, locale: string): string | null {
  const reason = stoppingReason(decision, locale);
  return reason === null ? null : sentence(reason);
}

/** The text with a capital letter to begin with, unless it begins with an email. */
export function sentence(text: string): string {
  const starts = text.charAt(0).toUpperCase() + text.slice(1);
  // An email keeps its small letter: it is quoted as it is.
  return /^\S+@/.test(text) ? text : starts;
}

function markOf({ verdict, cause }: Step): StepMark {
  if (cause === null || verdict === "fail" || verdict === "unknown") return verdict;
  return verdict === "pass" ? "note" : "next";
}

type SayStep = ReturnType<typeof stepWords>;

/** What a step without a cause has to say. */
function plainReason({ check, verdict, evidence }: Step, { portal, projects }: DecisionJson, say: SayStep): string {
  if (verdict === "skipped") return say(check === "address" ? "no_door" : "nothing_left");
  switch (check) {
    case "identity":
      return say(evidence.proved === true ? "identity_proved" : "identity_plain");
    case "scope":
      return say("scope_plain", { visible: projects.visible, hidden: projects.hidden.length });
    case "content":
      return say("content_plain", { shown: count(evidence.shown), hidden: count(evidence.hidden) });
    default:
      return say(`${check}_plain`, {
        portal: portal ?? "",
        names: listed(evidence.names),
        companies: listed(evidence.companies),
      });
  }
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

function quotesOf({ evidence }: Step, email: string, say: SayStep): StepModel["quotes"] {
  const names = Array.isArray(evidence.names) ? evidence.names : [];
  const near = Array.isArray(evidence.nearMatches) ? evidence.nearMatches : [];
  const approved = typeof evidence.contactEmail === "string" ? [evidence.contactEmail] : [];
  return [...near, ...approved]
    .filter(isShortEnough)
    .slice(0, QUOTES_MAX)
    .map((inPsa, index) => {
      const { one, other } = differenceOf(email, inPsa);
      const name = names[index];
      const inPsaLabel = name ? say("in_psa_of", { name }) : say("in_psa");
      return { atDoorLabel: say("at_door"), atDoor: one, inPsaLabel, inPsa: other };
    });
}

/** Evidence as it is, under a label; what is wrong with the PSA, in words. What the sentence or the quotes say is left out. */
const labelled = [
  "contacts",
  "companies",
  "gaps",
  "detail",
  "words",
  "unusable",
  "asked",
  "current",
  "lastVisit",
] as const;

function factsOf({ evidence }: Step, locale: string): StepModel["facts"] {
  const say = stepWords(locale);
  return Object.entries(evidence).flatMap(([name, value]) => {
    const known = labelled.find((one) => one === name);
    const found = (Array.isArray(value) ? value : [value]).filter((one) => one !== null && one !== "").map(String);
    const values = known === "gaps" || known === "detail" ? found.map((one) => retell(one, locale)) : found;
    return known && values.length > 0 ? [{ label: say(`fact_${known}`), values }] : [];
  });
}
