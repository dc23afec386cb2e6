import { expect, test } from "vitest";
import { decide } from "../../access/decide.ts";
import { presentDecision } from "../../access/decision-json.ts";
import type { Facts } from "../../access/facts.ts";
import { contact, janeAtAcme, now, people } from "../../access/scenarios/people.ts";
import { presentSteps, sentence, summariseStored } from "./present-steps.ts";

const told = { now, locale: "en-GB" };
const decided = (change: Partial<Facts> = {}) => presentDecision(decide({ ...janeAtAcme, ...change }), null);
const unlinked = {
  people: people([contact("k-jane", ["jane@acme.example"], [])], []),
  work: { kind: "not_asked" as const },
};

test("a yes lists the seven steps in their order, each passed and each with words of its own", () => {
  const steps = presentSteps(decided(), told);
  expect(steps.map(({ check }) => check)).toEqual([
    "Address",
    "Sign-in",
    "Connection to the PSA",
    "Contact",
    "Company",
    "Projects",
    "Fields",
  ]);
  expect(steps.every(({ mark, reason }) => mark === "pass" && /^[A-Z0-9].*\.$/.test(reason))).toBe(true);
});

test("the first step that stops stands on top; the others keep their order", () => {
  const steps = presentSteps(decided(unlinked), told);
  expect(steps[0]).toMatchObject({ check: "Company", mark: "fail", verdict: "Stops them" });
  expect(steps.slice(1, 5).map(({ check }) => check)).toEqual([
    "Address",
    "Sign-in",
    "Connection to the PSA",
    "Contact",
  ]);
});

test("evidence is quoted as it is, with when it was read", () => {
  const step = presentSteps(decided(), told).find(({ check }) => check === "Contact");
  expect(step?.facts).toEqual([{ label: "Record in the PSA", values: ["k-jane"] }]);
  expect(step?.readAt).toEqual({ text: "just now", iso: now.toISOString() });
});

test("a stored decision is told in the past, and an email keeps its small letter", () => {
  expect(summariseStored(decided(), "en-GB")).toBe("jane@acme.example got in at /acme.");
  expect(summariseStored(decided(unlinked), "en-GB")).toMatch(/^jane@acme\.example did not get in at \/acme: /);
  expect(sentence("jane@acme.example counts as Jane.")).toBe("jane@acme.example counts as Jane.");
  expect(sentence("no contact carries it.")).toBe("No contact carries it.");
});

test("what a form sends back is compared only as far as we would have found it ourselves", () => {
  const decision = decided();
  const evidence = { nearMatches: Array<string>(200).fill("jane@acme.example"), contactEmail: "y".repeat(60_000) };
  const steps = decision.steps.map((step) => ({ ...step, evidence }));
  const [step] = presentSteps({ ...decision, steps }, told);
  expect(step?.quotes.map(({ inPsa }) => inPsa.map(({ text }) => text).join(""))).toEqual(
    Array(4).fill("jane@acme.example"),
  );
});

const english = /\b(?:the|this|they|their|them|is|are|was|did|not|with|of|who)\b/i;

test.each(["de-DE", "es-ES"])("in %s neither the steps nor the summary keep English words, stored or not", (locale) => {
  for (const change of [{}, unlinked, { people: people([], []), work: { kind: "not_asked" as const } }]) {
    const decision = decided(change);
    const steps = presentSteps(decision, { now, locale });
    const said = steps.flatMap(({ check, verdict, reason, facts, readLabel }) => [
      ...[check, verdict, reason, readLabel],
      ...facts.map(({ label }) => label),
    ]);
    for (const text of [...said, summariseStored(decision, locale)]) expect(text).not.toMatch(english);
  }
});
