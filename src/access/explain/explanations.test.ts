// The words that people read. Every row of the scenario table is written out in one sheet, explanations.txt, to be read by a
// person; what a machine can tell about words is tested here.
import { describe, expect, test } from "vitest";
import { explainForVisitor } from "../../portal/closed/explain.ts";
import { causes } from "../causes.ts";
import { decide } from "../decide.ts";
import { presentDecision } from "../decision-json.ts";
import { factsOfQuestion, factsOfVisit, ownPortals } from "../scenarios/facts-of.ts";
import type { Scenario } from "../scenarios/scenario.ts";
import { scenarios } from "../scenarios/scenarios.ts";
import { explainForFirm, stepToMend, summariseForFirm } from "./firm.ts";
import { fixFor } from "./fix.ts";
import { doorOf } from "./texts.ts";
import { closedKindOf, visitorRemedies, visitorRemedy } from "./visitor.ts";

const JARGON =
  /\b(?:PSA|tenant|mapping|sync|template|permission|denied|invalid|error|session|null|undefined|token|cache|API)\b|\b[a-z]+\.[a-z]+_[a-z_]+\b/i;

function visitorReads({ world }: Scenario): { heading: string; text: string } | null {
  const facts = factsOfVisit(world);
  const decision = decide(facts);
  if (decision.outcome === "granted") return null;
  const kind = closedKindOf(decision, ownPortals(world, facts).length > 0);
  if (kind === "sign_in") return null;
  const isMember = ["paused", "no_projects_yet", "nothing_shown", "no_such_project"].includes(kind);
  const company = isMember ? (decision.company?.name ?? null) : null;
  return explainForVisitor(kind, { firm: decision.firm.name, email: decision.email ?? "", company }, "en-GB");
}

describe.each(scenarios)("$title", (scenario) => {
  const decision = decide(factsOfQuestion(scenario.world));
  const json = presentDecision(decision, null);

  test("the visitor reads what happened, what to do and whom to ask, without jargon, codes or ids", () => {
    const page = visitorReads(scenario);
    if (page === null) return expect([null, "sign_in"]).toContain(scenario.page);
    const said = `${page.heading} ${page.text}`;
    expect(page.text.split(/\s+/).length).toBeLessThanOrEqual(40);
    expect(said).not.toMatch(JARGON);
    expect(said).not.toMatch(/\b(?:p-\d|k-\w+|acme|birch)\b(?!\.example)/);
    expect(page.heading).not.toMatch(/[.!]$/);
    expect(page.text).toMatch(/\.$/);
    expect(page.text).not.toContain("!");
  });

  test("the firm reads one sentence: who, which door, yes or no, why", () => {
    const summary = summariseForFirm(decision, "en-GB");
    if (decision.email !== null) expect(summary).toContain(decision.email);
    expect(summary).toContain(doorOf(decision.portal.slug, "en-GB"));
    expect(summary).toMatch(/ gets in | does not get in | cannot be told/);
    expect(summary).toMatch(/\.$/);
    expect(summary).not.toMatch(/\.\.|\bnull\b|undefined|\[object|[a-z]+\.[a-z]+_[a-z]+\b(?!\.)/);
  });

  test("the firm reads a reason and one change behind every cause", () => {
    for (const step of json.steps.filter((one) => one.cause !== null)) {
      const { reason, remedy } = step;
      expect(reason).toMatch(/\w.*\.$/);
      expect(remedy?.firm).toMatch(/^[A-Z].*\.$/);
      // One recommendation; a second way is kept apart from it.
      expect(remedy?.firm).not.toMatch(/\b(?:Or|Otherwise|If not)\b/);
      expect(`${reason} ${remedy?.firm}`).not.toMatch(/\bnull\b|undefined|\[object|\.\.(?!\w)| {2}/);
      expect(remedy?.visitor).not.toMatch(JARGON);
    }
  });
});

test("what a visitor can do themselves is told without jargon", () => {
  for (const text of Object.values(visitorRemedies)) expect(text).not.toMatch(JARGON);
  expect(visitorRemedy({ check: "scope", cause: "scope.no_projects" })).toContain("by themselves");
  expect(visitorRemedy({ check: "scope", cause: "scope.contact_limit" })).toBe(
    "Ask the firm which projects it shows to whom.",
  );
});

test("every cause has words for the firm, and none is a code", () => {
  const [calm] = scenarios;
  if (!calm) throw new Error("the table is empty");
  const decision = decide(factsOfQuestion(calm.world));
  for (const cause of causes) {
    const [step] = decision.steps;
    if (!step) throw new Error("cannot happen: every decision has steps");
    const { reason, remedy } = explainForFirm(cause, decision, step, "en-GB");
    expect(`${reason} ${remedy}`).not.toMatch(/\b(?:door|mail|proof|who|scope|sess|psa)\.[a-z_]+\b/);
  }
});

test("the sheet of all explanations is the one that was read last", async () => {
  const sheet = scenarios.map(sheetOf).join("\n");
  await expect(sheet).toMatchFileSnapshot("./explanations.txt");
});

function sheetOf(scenario: Scenario): string {
  const decision = decide(factsOfQuestion(scenario.world));
  const step = stepToMend(decision);
  const advice = step?.cause ? explainForFirm(step.cause, decision, step, "en-GB") : null;
  const button = fixFor(decision)?.kind;
  const notes = decision.steps.flatMap((one) =>
    one.cause === null || one === step || one.cause === decision.cause
      ? []
      : [`  also   ${explainForFirm(one.cause, decision, one, "en-GB").reason}`],
  );
  const page = visitorReads(scenario);
  const visitor = page
    ? `${page.heading}. ${page.text}`
    : decision.outcome === "granted"
      ? "their portal"
      : "sign-in page";
  return [
    scenario.title,
    `  firm   ${summariseForFirm(decision, "en-GB")}`,
    ...(advice === null ? [] : [`  do     ${advice.remedy}${button ? ` [${button}]` : ""}`]),
    ...(advice?.otherwise === undefined ? [] : [`  or     ${advice.otherwise}`]),
    ...notes,
    `  client ${visitor}`,
    "",
  ].join("\n");
}
