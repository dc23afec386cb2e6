import { expect, test } from "vitest";
import { decide } from "../../access/decide.ts";
import { presentDecision } from "../../access/decision-json.ts";
import type { Facts } from "../../access/facts.ts";
import { company, contact, email, janeAtAcme, now, people } from "../../access/scenarios/people.ts";
import { presentComparison } from "./present-comparison.ts";

const told = { now, locale: "en-GB" };
const decided = (change: Partial<Facts>) => presentDecision(decide({ ...janeAtAcme, ...change }), null);
const nobody = { people: people([], []), work: { kind: "not_asked" as const } };
const unlinked = {
  people: people([contact("k-jane", ["jane@acme.example"], [])], [company("acme")]),
  work: { kind: "not_asked" as const },
};

function changedBetween(before: Partial<Facts>, after: Partial<Facts>, isStored = true) {
  const comparison = presentComparison(
    { before: { decision: decided(before), isStored }, now: decided(after), beforeWord: "back_then" },
    told,
  );
  return { heading: comparison.heading, steps: comparison.steps.filter((step) => step.isChanged).map((s) => s.check) };
}

test("the same twice is no change", () => {
  expect(changedBetween(unlinked, unlinked)).toEqual({ heading: "Nothing has changed", steps: [] });
});

test("what was mended is named, and that they get in now", () => {
  expect(changedBetween(unlinked, {})).toEqual({
    heading: "Changed: company, projects, fields. They get in now",
    steps: ["Company", "Projects", "Fields"],
  });
});

test("a change that mends nothing says that the answer is the same", () => {
  expect(changedBetween(nobody, unlinked).heading).toMatch(/^Changed: contact, company; the answer is the same$/);
});

test("what only the firm knows is no change since a visit, and is one since the firm's own last look", () => {
  const near = {
    ...nobody,
    context: {
      isCompanyGone: false,
      lastGrantedAt: null,
      mailTrouble: null,
      proofTrouble: null,
      seesLess: null,
      companyWork: null,
      nearMatches: [
        {
          contactId: contact("k-jane", [], []).id,
          contactName: "Jane",
          contactEmail: email("j@acme.example"),
          companyIds: [],
          companyNames: [],
          likeness: "similar" as const,
        },
      ],
    },
  };
  expect(changedBetween(nobody, near).steps).toEqual([]);
  expect(changedBetween(nobody, near, false).steps).toEqual(["Contact"]);
});

test("other companies behind the same cause are a change", () => {
  const of = (id: string) => ({
    people: people([contact("k-jane", ["jane@acme.example"], [id])], [company(id)]),
    work: { kind: "not_asked" as const },
  });
  expect(changedBetween(of("birch"), of("cedar")).steps).toEqual(["Company"]);
});

test.each([
  ["de-DE", "Geändert: Unternehmen, Projekte, Felder. Die Person kommt jetzt hinein", "Damals", "Jetzt"],
  ["es-ES", "Ha cambiado: empresa, proyectos, campos. La persona ya entra", "Entonces", "Ahora"],
])("in %s what was mended is named in that language", (locale, heading, before, after) => {
  const compared = { before: { decision: decided(unlinked), isStored: true }, now: decided({}) };
  const comparison = presentComparison({ ...compared, beforeWord: "back_then" }, { now, locale });
  expect(comparison.heading).toBe(heading);
  expect(comparison.labels).toMatchObject({ before, now: after });
});
