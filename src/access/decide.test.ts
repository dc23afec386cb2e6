import { describe, expect, test } from "vitest";
import { type Cause, causes } from "./causes.ts";
import { decide } from "./decide.ts";
import { checks, type Decision } from "./decision.ts";
import { closedKindOf } from "./explain/visitor.ts";
import type { Facts } from "./facts.ts";
import { grantPortalView } from "./granted.ts";
import { factsOfQuestion, factsOfVisit, ownPortals } from "./scenarios/facts-of.ts";
import { people, portalOf } from "./scenarios/people.ts";
import { places } from "./scenarios/scenario.ts";
import { scenarios } from "./scenarios/scenarios.ts";

/** Every other cause that the steps name, each once, in their order. */
function notesOf({ steps, cause }: Decision): Cause[] {
  const named = steps.flatMap((step) => (step.cause === null || step.cause === cause ? [] : [step.cause]));
  return [...new Set(named)];
}

describe.each(scenarios)("$title", (scenario) => {
  const { world, outcome, cause, notes, hidden, fields, page } = scenario;
  const facts = factsOfQuestion(world);
  const decision = decide(facts);
  const visit = factsOfVisit(world);
  const visited = decide(visit);

  test("the outcome, its cause, and everything else that is found", () => {
    const found = { outcome: decision.outcome, cause: decision.cause, notes: notesOf(decision) };
    expect(found).toEqual({ outcome, cause, notes });
  });

  test("projects that stay hidden, and why", () => {
    expect(decision.hiddenProjects).toEqual(hidden);
  });

  test("fields that stay hidden, and why", () => {
    for (const [field, why] of Object.entries(fields))
      expect(decision.fields).toMatchObject({ [field]: { visible: false, cause: why } });
  });

  test("every check reports once, in order", () => {
    expect(decision.steps.map((step) => step.check)).toEqual([...checks]);
  });

  test("the visitor's own load comes to the same", () => {
    expect(visited.outcome).toBe(outcome);
    expect([visited.visibleProjectIds, visited.fields]).toEqual([decision.visibleProjectIds, decision.fields]);
  });

  test("only a yes makes the proof, and only for whoever is signed in", () => {
    expect(grantPortalView(visit, visited) !== null).toBe(outcome === "granted");
    if (facts.identity.kind === "assumed") expect(grantPortalView(facts, decision)).toBeNull();
  });

  test("the visitor's page", () => {
    const hasOthers = ownPortals(world, visit).length > 0;
    const pages = [visited, decision].map((one) => (one.outcome === "granted" ? null : closedKindOf(one, hasOthers)));
    expect(pages).toEqual([page, page]);
  });
});

describe("the table", () => {
  test("has eighty rows or more, each with a title of its own", () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(80);
    expect(new Set(scenarios.map(({ title }) => title)).size).toBe(scenarios.length);
  });

  test("holds every cause of the catalogue, and no other", () => {
    const named = scenarios.flatMap(({ cause, notes, hidden, fields }) => [
      ...(cause === null ? [] : [cause]),
      ...notes,
      ...hidden.map((one) => one.cause),
      ...Object.values(fields),
    ]);
    expect([...new Set(named)].sort()).toEqual([...causes].sort());
  });

  test("says why a row cannot be tried at a place, and leaves most rows to every place", () => {
    for (const place of places) {
      const reasons = scenarios.flatMap(({ except }) => except[place] ?? []);
      for (const reason of reasons) expect(reason).toMatch(/^\w.{20,}[\w)]$/);
      expect(reasons.length).toBeLessThan(scenarios.length / 3);
    }
  });
});

test("an outsider's page depends on the person alone, whatever stands at the address", () => {
  const [calm] = scenarios;
  if (!calm) throw new Error("the table is empty");
  const facts = factsOfVisit(calm.world);
  const doors: Facts["address"][] = [
    { kind: "nothing" },
    { kind: "found", portal: portalOf("acme"), isRetired: false },
    { kind: "found", portal: portalOf("acme"), isRetired: true },
    { kind: "found", portal: portalOf("acme", "paused"), isRetired: false },
  ];
  const pages = doors.map((address) =>
    closedKindOf(decide({ ...facts, address, people: people([], []), work: { kind: "not_asked" } }), false),
  );
  expect(new Set(pages)).toEqual(new Set(["no_projects"]));
});
