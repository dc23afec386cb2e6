// What the firm reads about a decision, in the languages that are not the first: the same facts, and nothing left of English.
import { describe, expect, test } from "vitest";
import { fieldNames } from "../../domain/template.ts";
import { type Cause, causes } from "../causes.ts";
import { decide } from "../decide.ts";
import type { Check, Decision, Evidence, Step } from "../decision.ts";
import { factsOfQuestion } from "../scenarios/facts-of.ts";
import { scenarios } from "../scenarios/scenarios.ts";
import type { FirmExplanation } from "./explained.ts";
import { explainForFirm, summariseForFirm } from "./firm.ts";
import { leftOutOfBlock, switchedOff, takenOff } from "./firm-scopes.ts";
import { onNextLoad } from "./texts.ts";

const ENGLISH =
  /\b(?:the|they|them|their|is|are|and|with|which|who|this|that|not|your|you|of|from|for|if|it|ask|send|page|firm|company|contact|project|portal’s|mail server|counts)\b/i;

/** Everything that a sentence may quote, in words of no language. */
const evidence: Evidence = {
  names: ["Zyx Qwv"],
  nearMatches: ["zyx@qwv.example"],
  contactEmail: "old@qwv.example",
  contacts: ["k-1", "k-2"],
  companies: ["Brm & Krz", "Tlp Ltd"],
  unusable: ["zyx@@qwv"],
  words: "550 xxx",
  detail: "Hrm 42",
  gaps: ["Zzz 7"],
  before: 420,
  now: 37,
  hidden: 3,
  asked: "p-77",
};
const quoted = [
  ...[
    "Zyx Qwv",
    "zyx@qwv.example",
    "old@qwv.example",
    "Brm & Krz",
    "Tlp Ltd",
    "zyx@@qwv",
    "550 xxx",
    "Hrm 42",
    "Zzz 7",
  ],
  ...["420", "37", "3", "p-77", "jane@gmail.example", "gmail.example", "/acme", "Grp AG", "c-9"],
  ...["contacts.csv", "companies.csv", "projects.csv", "company_id", "contact_ids", "on_hold", "ProLens"],
  ...["prolens connection add"],
];

const [calm] = scenarios;
if (!calm) throw new Error("the table is empty");
const decided = decide(factsOfQuestion(calm.world));

function about(cause: Cause, more: Evidence, psaKind: Decision["psaKind"], check: Check): [Decision, Step] {
  const step = { check, verdict: "fail", cause, evidence: { ...evidence, ...more }, readAt: null } as const;
  const company = { ...decided.company, id: "c-9", name: "Grp AG" } as Decision["company"];
  const portal = { slug: "acme", currentSlug: "acme" };
  return [{ ...decided, email: "jane@gmail.example", company, portal, psaKind, steps: [step] }, step];
}

/** Each way in which a cause is told: with every PSA, and by what else was found. */
function waysToTell(cause: Cause): [Decision, Step][] {
  const found: Evidence[] = [
    {},
    { isPublicDomain: true },
    { approvedFor: "Zyx Qwv" },
    { companies: [] },
    ...["scope.status", "scope.contact_limit", "scope.not_on_project"].map((why) => ({ why })),
  ];
  const checks: Check[] = ["contact", "scope"];
  return (["csv", null] as const).flatMap((kind) =>
    checks.flatMap((check) => found.map((more) => about(cause, more, kind, check))),
  );
}

function textsOf({ reason, remedy, otherwise = "-." }: FirmExplanation): string[] {
  return [reason, remedy, otherwise];
}

function expectSaid(text: string): void {
  expect(text).toMatch(/\S.*\.$/s);
  expect(text).not.toMatch(/[{}]|\bnull\b|undefined|\[object|\.\.(?!\w)| {2}/);
}

const valuesIn = (text: string) => quoted.filter((value) => text.includes(value));

describe.each(["de-DE", "es-ES"])("in %s", (locale) => {
  test.each(causes)("%s is told with the same names, numbers and files as in English, and without English", (cause) => {
    for (const [decision, step] of waysToTell(cause)) {
      const english = textsOf(explainForFirm(cause, decision, step, "en-GB"));
      textsOf(explainForFirm(cause, decision, step, locale)).forEach((text, place) => {
        expectSaid(text);
        expect(text).not.toMatch(ENGLISH);
        expect([text, valuesIn(text)]).toEqual([text, valuesIn(english[place] ?? "")]);
      });
    }
  });

  test.each(causes)("%s is told too where no name is known", (cause) => {
    const [decision, step] = about(cause, {}, null, "contact");
    const { contactEmail = "", before = 0, now = 0, asked = "" } = evidence;
    const bare = { ...step, evidence: { contactEmail, before, now, asked } };
    const unknown = { ...decision, email: null, company: null, steps: [bare] };
    for (const text of textsOf(explainForFirm(cause, unknown, bare, locale))) {
      expectSaid(text);
      expect(text).not.toMatch(ENGLISH);
    }
  });

  test.each(scenarios)("the sentence about: $title", ({ world }) => {
    const decision = decide(factsOfQuestion(world));
    const summary = summariseForFirm(decision, locale);
    expectSaid(summary);
    if (decision.email !== null) expect(summary).toContain(decision.email);
    expect(summary).not.toMatch(/ gets? in | cannot be told|besides/);
  });

  test("a change that counts at once says so in the sentence that pages look for", () => {
    const [decision, step] = about("who.no_contact", {}, "csv", "contact");
    expect(explainForFirm("who.no_contact", decision, step, locale).remedy).toContain(onNextLoad(locale));
  });

  test("what hides a field is told", () => {
    for (const field of fieldNames) expect(takenOff(field, "owner", locale)).not.toMatch(ENGLISH);
    for (const field of fieldNames) expect(leftOutOfBlock(field, locale).reason).not.toMatch(ENGLISH);
    for (const level of ["here", "everywhere"] as const)
      expect(switchedOff(level, locale).reason).not.toBe(switchedOff(level, "en-GB").reason);
  });
});

test("in German a reason is a sentence of its own, with a capital", () => {
  for (const cause of causes) {
    const [decision, step] = about(cause, {}, "csv", "contact");
    expect(explainForFirm(cause, decision, step, "de-DE").reason).toMatch(/^(?:\p{Lu}|\/|\d|\S+@)/u);
  }
});
