import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProjectId } from "../domain/ids.ts";
import { projectStatuses } from "../domain/project.ts";
import { decide } from "./decide.ts";
import { checks } from "./decision.ts";
import { presentDecision } from "./decision-json.ts";
import { summariseForFirm } from "./explain/firm.ts";
import { closedKindOf, explainForVisitor } from "./explain/visitor.ts";
import type { Facts } from "./facts.ts";
import { grantCompanyRead, grantPortalView } from "./granted.ts";
import { company, contact, email, janeAtAcme, people, portalOf, project, work } from "./scenarios/people.ts";
import { scenarios } from "./scenarios/scenarios.ts";

describe.each(scenarios)("$title", ({ facts, outcome, cause, page }) => {
  const decision = decide(facts);

  test("the outcome and its cause", () => {
    expect({ outcome: decision.outcome, cause: decision.cause }).toEqual({ outcome, cause });
  });

  test("every check reports once, in order", () => {
    expect(decision.steps.map((step) => step.check)).toEqual([...checks]);
  });

  test("only a yes makes the proof", () => {
    expect(grantPortalView(facts, decision) !== null).toBe(outcome === "granted");
  });

  test("the visitor's page", () => {
    if (page === null) return expect(decision.outcome).toBe("granted");
    expect(closedKindOf(decision, false)).toBe(page);
  });

  test("the visitor reads at most forty words, no jargon and no cause code", () => {
    const kind = closedKindOf(decision, false);
    if (page === null || kind === "sign_in") return expect([null, "sign_in"]).toContain(page);
    const { heading, text } = explainForVisitor(kind, {
      firm: "North Studio",
      email: "jane@acme.example",
      company: "Acme",
    });
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(40);
    expect(`${heading} ${text}`).not.toMatch(
      /PSA|tenant|mapping|sync|template|permission|denied|invalid|error|session|\w+\.\w+_\w+/i,
    );
  });

  test("the firm reads one sentence with the email, and a remedy behind every cause", () => {
    if (decision.email !== null) expect(summariseForFirm(decision)).toContain(decision.email);
    const json = presentDecision(decision, null);
    for (const step of json.steps.filter((one) => one.cause !== null)) {
      expect(step.reason).toMatch(/\w.*\.$/);
      expect(step.remedy?.firm).toMatch(/\w.*\.$/);
    }
  });
});

test("a member's page names the state of the portal, an outsider's depends on the person alone", () => {
  const outsider = people([], []);
  const doors: Facts["address"][] = [
    { kind: "nothing" },
    { kind: "found", portal: portalOf("acme"), isRetired: false },
    { kind: "found", portal: portalOf("acme"), isRetired: true },
    { kind: "found", portal: portalOf("acme", "paused"), isRetired: false },
  ];
  const pages = doors.map((address) =>
    closedKindOf(decide({ ...janeAtAcme, address, people: outsider, work: { kind: "not_asked" } }), false),
  );
  expect(new Set(pages)).toEqual(new Set(["no_projects"]));
});

test("a diagnosis says what would happen, and is no way in", () => {
  const facts: Facts = { ...janeAtAcme, identity: { kind: "assumed", email: email("jane@acme.example") } };
  const decision = decide(facts);
  expect(decision.outcome).toBe("granted");
  expect(grantPortalView(facts, decision)).toBeNull();
});

const shortId = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 3 });
const companyId = fc.constantFrom("acme", "birch", "cedar");
const anyContact = fc
  .record({
    id: shortId,
    companies: fc.uniqueArray(companyId),
    isArchived: fc.boolean(),
  })
  .map(({ id, companies, isArchived }) => contact(id, ["jane@acme.example"], companies, isArchived));
const anyCompanies = fc
  .uniqueArray(fc.tuple(companyId, fc.boolean()), { selector: ([id]) => id })
  .map((list) => list.map(([id, isArchived]) => company(id, isArchived)));
const anyGaps = fc.array(fc.constant("contacts.csv, line 2: bad"), { maxLength: 2 });
const trouble = fc.constant({ kind: "trouble", cause: "psa.down", detail: "" } as const);
const notAsked = fc.constant({ kind: "not_asked" } as const);
const anyPeople: fc.Arbitrary<Facts["people"]> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.array(anyContact, { maxLength: 4 }), anyCompanies, anyGaps)
      .map(([c, m, g]) => people(c, m, g)),
  },
  trouble,
  notAsked,
);
const anyProject = fc
  .tuple(shortId, companyId, fc.constantFrom(...projectStatuses))
  .map(([id, owner, status]) => project(id, owner, status));
const anyWork: fc.Arbitrary<Facts["work"]> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.array(anyProject, { maxLength: 5 }), anyGaps).map(([p, g]) => work(p, g)) },
  trouble,
  notAsked,
);
const anyAddress: fc.Arbitrary<Facts["address"]> = fc.oneof(
  fc
    .tuple(companyId, fc.constantFrom("open" as const, "paused" as const), fc.boolean())
    .map(([id, state, isRetired]) => ({ kind: "found" as const, portal: portalOf(id, state), isRetired })),
  fc.constantFrom({ kind: "nothing" } as const, { kind: "office" } as const, { kind: "not_asked" } as const),
);
const anyIdentity: fc.Arbitrary<Facts["identity"]> = fc.constantFrom(
  { kind: "signed_in", email: email("jane@acme.example"), isLinkForOther: false } as const,
  { kind: "assumed", email: email("jane@acme.example") } as const,
  { kind: "nobody", cause: "sess.none", claimed: null } as const,
);
const anyFacts: fc.Arbitrary<Facts> = fc.record({
  now: fc.constant(janeAtAcme.now),
  firm: fc.constant(janeAtAcme.firm),
  psaKind: fc.constant("csv" as const),
  rules: fc.constant(janeAtAcme.rules),
  context: fc.constant(null),
  askedSlug: fc.constant("acme"),
  askedProjectId: fc.option(fc.constantFrom("a" as ProjectId, "b" as ProjectId)),
  address: anyAddress,
  identity: anyIdentity,
  people: anyPeople,
  work: anyWork,
});

test("it is total: whatever the facts, it answers, and a no has a cause", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const decision = decide(facts);
      expect(
        decision.cause !== null ||
          decision.outcome === "granted" ||
          decision.steps.some((step) => step.verdict === "skipped"),
      ).toBe(true);
      expect(JSON.parse(JSON.stringify(presentDecision(decision, null))).outcome).toBe(decision.outcome);
    }),
    { numRuns: 1_000 },
  );
});

test("a yes rests on facts alone: an open portal, an active link to its company, a visible project, nothing unknown", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const decision = decide(facts);
      if (decision.outcome !== "granted") return;
      const { address, people: known, work: read } = facts;
      expect(address.kind === "found" && address.portal.state === "open").toBe(true);
      const portalCompany = address.kind === "found" ? address.portal.companyId : null;
      const link =
        known.kind === "read" &&
        known.contacts.some((one) => !one.isArchived && one.companyIds.some((id) => id === portalCompany));
      const isActive =
        known.kind === "read" && known.companies.some((one) => one.id === portalCompany && !one.isArchived);
      const visible = read.kind === "read" ? read.projects.filter((one) => one.companyId === portalCompany) : [];
      expect([link, isActive, visible.length > 0]).toEqual([true, true, true]);
      expect(
        decision.visibleProjectIds.every((id) =>
          visible.some((one) => one.id === id && !["archived", "draft"].includes(one.status)),
        ),
      ).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test("another company's records never change this person's decision", () => {
  const others = fc
    .tuple(fc.array(anyProject), fc.array(anyContact))
    .map(([projects]) => projects.filter((one) => one.companyId !== "acme"));
  fc.assert(
    fc.property(others, (projects) => {
      const own = janeAtAcme.work.kind === "read" ? janeAtAcme.work.projects : [];
      expect(decide({ ...janeAtAcme, work: work([...projects, ...own]) })).toEqual(decide(janeAtAcme));
    }),
  );
});

test("the order of rows never matters", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const reversed: Facts = {
        ...facts,
        people:
          facts.people.kind === "read"
            ? {
                ...facts.people,
                contacts: facts.people.contacts.toReversed(),
                companies: facts.people.companies.toReversed(),
              }
            : facts.people,
        work: facts.work.kind === "read" ? { ...facts.work, projects: facts.work.projects.toReversed() } : facts.work,
      };
      expect(decide(reversed)).toEqual(decide(facts));
    }),
    { numRuns: 500 },
  );
});

test("the PSA's figures are read only once the company is proved", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const proof = grantCompanyRead(facts, decide(facts));
      if (proof === null) return;
      expect(facts.address.kind === "found" && facts.address.portal.companyId === proof.companyId).toBe(true);
      expect(facts.people.kind).toBe("read");
    }),
    { numRuns: 1_000 },
  );
});
