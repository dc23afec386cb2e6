// What must hold for any facts whatever, not only for those that somebody thought of.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ContactId, ProjectId } from "../domain/ids.ts";
import { projectStatuses } from "../domain/project.ts";
import { blockNames, fieldsOfBlock } from "../domain/template.ts";
import { visibilityDefaults, visibilitySwitchNames } from "../domain/visibility.ts";
import { explainForVisitor } from "../portal/closed/explain.ts";
import { causes } from "./causes.ts";
import { decide } from "./decide.ts";
import type { Decision, Evidence } from "./decision.ts";
import { presentDecision } from "./decision-json.ts";
import { explainForFirm, summariseForFirm } from "./explain/firm.ts";
import { fixFor } from "./explain/fix.ts";
import { closedKindOf } from "./explain/visitor.ts";
import type { Alias, ContactLimit, Facts, FirmContext, FirmRules, NearMatch } from "./facts.ts";
import { grantCompanyRead, grantPortalView } from "./granted.ts";
import { factsOfQuestion, factsOfVisit } from "./scenarios/facts-of.ts";
import { company, contact, email, firm, now, people, portalOf, project, work } from "./scenarios/people.ts";
import { scenarios } from "./scenarios/scenarios.ts";

const jane = email("jane@acme.example");
const shortId = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 2 });
const contactId = shortId.map((id) => id as ContactId);
const projectId = shortId.map((id) => id as ProjectId);
const companyId = fc.constantFrom("acme", "birch", "cedar");
const someGaps = fc.array(fc.constant("contacts.csv, line 2: bad"), { maxLength: 1 });
const trouble = fc
  .constantFrom("psa.down", "psa.token_revoked", "psa.rate_limited", "psa.partial", "psa.not_connected")
  .map((cause) => ({ kind: "trouble", cause, detail: "" }) as const);
const notAsked = fc.constant({ kind: "not_asked" } as const);

const anyContact = fc
  .record({ id: shortId, companies: fc.uniqueArray(companyId), isArchived: fc.boolean() })
  .map(({ id, companies, isArchived }) => contact(id, ["jane@acme.example"], companies, isArchived));
const anyContacts = fc.uniqueArray(anyContact, { maxLength: 4, selector: ({ id }) => id });
const anyCompanies = fc
  .uniqueArray(fc.tuple(companyId, fc.boolean()), { selector: ([id]) => id })
  .map((list) => list.map(([id, isArchived]) => company(id, isArchived)));
const readPeople = fc
  .tuple(anyContacts, anyCompanies, someGaps, fc.boolean())
  .map(([contacts, companies, gaps, isByAlias]) => {
    const read = people(contacts, companies, gaps);
    const [first] = contacts;
    return read.kind === "read" && isByAlias && first ? { ...read, byAlias: first.id } : read;
  });
const anyPeople: fc.Arbitrary<Facts["people"]> = fc.oneof({ weight: 8, arbitrary: readPeople }, trouble, notAsked);

const anyProject = fc
  .record({ id: shortId, owner: companyId, status: fc.constantFrom(...projectStatuses), named: fc.array(contactId) })
  .map(({ id, owner, status, named }) => ({ ...project(id, owner, status), contactIds: named }));
const anyProjects = fc.uniqueArray(anyProject, { maxLength: 5, selector: ({ id }) => id });
const readWork = fc.tuple(anyProjects, someGaps).map(([projects, gaps]) => work(projects, gaps));
const anyWork: fc.Arbitrary<Facts["work"]> = fc.oneof({ weight: 8, arbitrary: readWork }, trouble, notAsked);

const anyPortal = fc
  .tuple(companyId, fc.constantFrom("open" as const, "paused" as const), fc.boolean())
  .map(([id, state, isRetired]) => ({ kind: "found" as const, portal: portalOf(id, state), isRetired }));
const elsewhere = fc.constantFrom({ kind: "nothing" } as const, { kind: "office" } as const);
const anyAddress: fc.Arbitrary<Facts["address"]> = fc.oneof({ weight: 6, arbitrary: anyPortal }, elsewhere, notAsked);

const anyIdentity: fc.Arbitrary<Facts["identity"]> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.boolean().map((isLinkForOther) => ({ kind: "signed_in" as const, email: jane, isLinkForOther })),
  },
  fc.constant({ kind: "assumed", email: jane } as const),
  fc
    .tuple(fc.constantFrom("sess.none", "proof.expired", "who.no_email", "mail.not_sent"), fc.option(fc.constant(jane)))
    .map(([cause, claimed]) => ({ kind: "nobody", cause, claimed }) as const),
);

const anyLimit: fc.Arbitrary<ContactLimit> = fc.record({
  contactId,
  projectIds: fc.array(projectId, { maxLength: 3 }),
});
const anyAlias: fc.Arbitrary<Alias> = fc.record({
  email: fc.constantFrom(jane, email("somebody.else@acme.example")),
  contactId,
  contactEmail: fc.constant(email("j@acme.example")),
});
const anyRules: fc.Arbitrary<FirmRules> = fc.record({
  alias: fc.option(anyAlias),
  limits: fc.uniqueArray(anyLimit, { maxLength: 2, selector: (one) => one.contactId }),
  switches: fc
    .tuple(fc.boolean(), fc.boolean())
    .map(([fee, crossProject]) => ({ ...visibilityDefaults, fee, cross_project: crossProject })),
  blocks: fc
    .shuffledSubarray([...blockNames])
    .map((names) => names.map((name) => ({ name, fields: fieldsOfBlock[name], isEmphasised: false }))),
  ownSwitches: fc.subarray([...visibilitySwitchNames]),
  isTeamMember: fc.boolean(),
});

const anyNear: fc.Arbitrary<NearMatch> = fc.record({
  contactId,
  contactName: fc.string(),
  contactEmail: fc.constant(email("j@acme.example")),
  companyIds: fc.constant([]),
  companyNames: fc.array(fc.string(), { maxLength: 2 }),
  likeness: fc.constantFrom("plus_address" as const, "same_name" as const, "similar" as const),
  isPublicDomain: fc.boolean(),
});
const anyContext: fc.Arbitrary<FirmContext> = fc.record({
  nearMatches: fc.option(fc.array(anyNear, { maxLength: 3 })),
  isCompanyGone: fc.option(fc.boolean()),
  companyWork: fc.option(anyWork),
  lastGrantedAt: fc.option(fc.constant(now)),
  mailTrouble: fc.option(
    fc.record({
      cause: fc.constantFrom("mail.refused" as const, "mail.not_sent" as const),
      words: fc.string(),
      at: fc.constant(now),
    }),
  ),
  proofTrouble: fc.option(
    fc.record({ cause: fc.constantFrom("proof.expired" as const, "sess.cookies_off" as const), at: fc.constant(now) }),
  ),
  seesLess: fc.option(fc.record({ before: fc.nat(), now: fc.nat() })),
});

const anyFacts: fc.Arbitrary<Facts> = fc.record({
  now: fc.constant(now),
  firm: fc.constant(firm),
  psaKind: fc.constantFrom("csv" as const, null),
  askedSlug: fc.constantFrom("acme", "", "https://office.example"),
  askedProjectId: fc.option(projectId),
  address: anyAddress,
  identity: anyIdentity,
  rules: anyRules,
  people: anyPeople,
  work: anyWork,
  context: fc.option(anyContext),
});

/** Facts as the program gathers them: nobody is asked about nobody, and the work is read exactly where the person is proved. */
function gathered(facts: Facts): Facts {
  if (facts.identity.kind === "nobody") return { ...facts, people: { kind: "not_asked" }, work: { kind: "not_asked" } };
  const asked = facts.people.kind === "not_asked" ? { ...facts, people: people([], []) } : facts;
  const beforeWork: Facts = { ...asked, work: { kind: "not_asked" } };
  if (grantCompanyRead(beforeWork, decide(beforeWork)) === null) return beforeWork;
  return asked.work.kind === "not_asked" ? { ...asked, work: work([]) } : asked;
}

const gatheredFacts = anyFacts.map(gathered);

function always(holds: (facts: Facts) => void, from = anyFacts): void {
  fc.assert(fc.property(from, holds), { numRuns: 1_000 });
}

const withoutContext = (facts: Facts): Facts => ({ ...facts, context: null });
const isIn = (list: readonly string[]) => (id: string) => list.includes(id);
const pagesOf = (decision: Decision) => [true, false].map((hasOthers) => closedKindOf(decision, hasOthers));

test("it is total: whatever the facts, it answers, and the answer can be stored", () => {
  always((facts) => {
    const decision = decide(facts);
    expect(JSON.parse(JSON.stringify(presentDecision(decision, null))).outcome).toBe(decision.outcome);
    expect(["granted", "refused", "unavailable"]).toContain(decision.outcome);
    fixFor(decision);
  });
});

test("every answer that is not a yes has a cause, with words for the firm and a page for the visitor", () => {
  always((facts) => {
    const decision = decide(facts);
    expect([...causes, null]).toContain(decision.cause);
    expect(decision.cause === null).toBe(decision.outcome === "granted");
    if (decision.cause === null) return;
    expect(summariseForFirm(decision, "en-GB")).toMatch(/\w.*\.$/);
    for (const kind of pagesOf(decision)) {
      if (kind === "sign_in") continue;
      const { heading, text } = explainForVisitor(
        kind,
        { firm: firm.name, email: jane, company: "Acme Corp" },
        "en-GB",
      );
      expect(`${heading} ${text}`).toMatch(/\w.*\.$/);
    }
  }, gatheredFacts);
});

test("the firm's words for any cause stand any evidence", () => {
  const anyEvidence: fc.Arbitrary<Evidence> = fc.dictionary(
    fc.constantFrom(
      "names",
      "contacts",
      "companies",
      "nearMatches",
      "gaps",
      "detail",
      "words",
      "why",
      "asked",
      "before",
    ),
    fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string(), { maxLength: 3 })),
  );
  fc.assert(
    fc.property(anyFacts, anyEvidence, fc.constantFrom(...causes), (facts, evidence, cause) => {
      const decision = decide(facts);
      const step = { check: "contact", verdict: "fail", cause, evidence, readAt: null } as const;
      const { reason, remedy } = explainForFirm(cause, { ...decision, steps: [step] }, step, "en-GB");
      expect([typeof reason, typeof remedy]).toEqual(["string", "string"]);
      fixFor({ ...decision, cause, steps: [step] });
    }),
    { numRuns: 1_000 },
  );
});

test("nothing that is unknown, skipped or failed grants", () => {
  always((facts) => {
    const decision = decide(facts);
    const verdicts = decision.steps.filter(({ check }) => check !== "content").map(({ verdict }) => verdict);
    expect(decision.outcome === "granted").toBe(verdicts.every((verdict) => verdict === "pass"));
    const isKnown = facts.people.kind === "read" && facts.work.kind === "read" && facts.address.kind === "found";
    if (!isKnown || facts.identity.kind === "nobody") expect(decision.outcome).not.toBe("granted");
    if (decision.outcome !== "granted") expect(grantPortalView(facts, decision)).toBeNull();
  });
});

test("a yes rests on facts alone: an open portal, an active link to its company, a visible project", () => {
  always((facts) => {
    const decision = decide(facts);
    if (decision.outcome !== "granted") return;
    const { address, people: known, work: read } = facts;
    expect(address.kind === "found" && address.portal.state === "open").toBe(true);
    const own = address.kind === "found" ? address.portal.companyId : null;
    const contacts = known.kind === "read" ? known.contacts.filter((one) => !one.isArchived) : [];
    expect(contacts.some(({ companyIds }) => companyIds.some((id) => id === own))).toBe(true);
    const isActive = known.kind === "read" && known.companies.some(({ id, isArchived }) => id === own && !isArchived);
    expect(isActive).toBe(true);
    const shown = read.kind === "read" ? read.projects.filter(({ id }) => decision.visibleProjectIds.includes(id)) : [];
    expect(shown.length).toBeGreaterThan(0);
    for (const { companyId: owner, status } of shown) {
      expect(owner).toBe(own);
      expect(["archived", "draft"]).not.toContain(status);
    }
  });
});

test("what only the firm looks up changes causes, and nothing else", () => {
  always((facts) => {
    const [asked, visited] = [decide(facts), decide(withoutContext(facts))];
    const settled = ({ outcome, visibleProjectIds, hiddenProjects, fields, company: named }: Decision) => ({
      ...{ outcome, visibleProjectIds, hiddenProjects, fields, named },
    });
    expect(settled(asked)).toEqual(settled(visited));
    expect(asked.steps.map(({ verdict }) => verdict)).toEqual(visited.steps.map(({ verdict }) => verdict));
    expect(pagesOf(asked)).toEqual(pagesOf(visited));
  });
});

test("whoever is no member gets the same page at every address", () => {
  fc.assert(
    fc.property(gatheredFacts, anyAddress, fc.boolean(), (facts, address, hasOthers) => {
      const here = decide(facts);
      const there = decide(gathered({ ...facts, address }));
      const isMember = ({ steps }: Decision) =>
        steps.some(({ check, verdict }) => check === "company" && verdict === "pass");
      if (isMember(here) || isMember(there)) return;
      expect(closedKindOf(there, hasOthers)).toBe(closedKindOf(here, hasOthers));
    }),
    { numRuns: 2_000 },
  );
});

test("the PSA's figures are read only once the company is proved", () => {
  always((facts) => {
    const proof = grantCompanyRead(facts, decide(facts));
    if (proof === null) return;
    expect(facts.address.kind === "found" && facts.address.portal.companyId === proof.companyId).toBe(true);
    expect(facts.people.kind).toBe("read");
  });
});

describe("what is somebody else's never changes this person's decision", () => {
  test("another company's projects", () => {
    fc.assert(
      fc.property(anyFacts, anyProjects, (facts, more) => {
        const own = facts.address.kind === "found" ? facts.address.portal.companyId : null;
        if (facts.work.kind !== "read" || own === null) return;
        const others = more
          .filter((one) => one.companyId !== own)
          .map((one) => ({ ...one, id: `o-${one.id}` as ProjectId }));
        // What the PSA does not supply of a field is told from all that it sent; the reading holds one company's rows.
        const {
          fields: _,
          steps: __,
          ...rest
        } = decide({ ...facts, work: { ...facts.work, projects: [...others, ...facts.work.projects] } });
        expect(decide(facts)).toMatchObject(rest);
      }),
    );
  });

  test("contacts with another email, whatever their company", () => {
    for (const { world } of scenarios) {
      const { psa } = world;
      if (!psa) continue;
      const stranger = contact("k-extra", ["extra@else.example"], ["acme", "birch"]);
      const more = { ...world, psa: { ...psa, contacts: [stranger, ...psa.contacts] } };
      expect(decide(factsOfVisit(more))).toEqual(decide(factsOfVisit(world)));
      expect(decide(factsOfQuestion(more))).toEqual(decide(factsOfQuestion(world)));
    }
  });

  test("an approval for another email", () => {
    always((facts) => {
      const alias: Alias = {
        email: email("other@acme.example"),
        contactId: "a" as ContactId,
        contactEmail: email("j@acme.example"),
      };
      const withOther = decide({ ...facts, rules: { ...facts.rules, alias } });
      expect(withOther).toEqual(decide({ ...facts, rules: { ...facts.rules, alias: null } }));
    });
  });

  test("a limit for another contact", () => {
    always((facts) => {
      const limit: ContactLimit = { contactId: "somebody else" as ContactId, projectIds: [] };
      const limits = [...facts.rules.limits, limit];
      expect(decide({ ...facts, rules: { ...facts.rules, limits } })).toEqual(decide(facts));
    });
  });

  test("a second contact with this email at another company takes nothing away and shows no more", () => {
    always((facts) => {
      const own = facts.address.kind === "found" ? facts.address.portal.companyId : null;
      if (facts.people.kind !== "read" || own === null) return;
      const second = contact("second", ["jane@acme.example"], [own === "birch" ? "cedar" : "birch"]);
      const more = decide({ ...facts, people: { ...facts.people, contacts: [...facts.people.contacts, second] } });
      const before = decide(facts);
      if (before.outcome === "granted") expect(more.outcome).toBe("granted");
      expect(more.visibleProjectIds).toEqual(before.visibleProjectIds);
    });
  });
});

describe("narrower wins", () => {
  test("a limit never shows more", () => {
    fc.assert(
      fc.property(anyFacts, anyLimit, (facts, limit) => {
        const limited = decide({ ...facts, rules: { ...facts.rules, limits: [...facts.rules.limits, limit] } });
        const before = decide(facts);
        expect(limited.visibleProjectIds.every(isIn(before.visibleProjectIds))).toBe(true);
        if (limited.outcome === "granted")
          expect(before.outcome === "granted" || facts.askedProjectId !== null).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(["isCrossProject", "isFeeShown"] as const)("%s, switched off, never shows more", (name) => {
    always((facts) => {
      const [on, off] = [true, false].map((isOn) => decide({ ...facts, rules: { ...facts.rules, [name]: isOn } }));
      if (!on || !off) throw new Error("cannot happen: both were decided");
      expect(off.visibleProjectIds.every(isIn(on.visibleProjectIds))).toBe(true);
      const shown = ({ fields }: Decision) =>
        Object.entries(fields).flatMap(([field, { visible }]) => (visible ? [field] : []));
      expect(shown(off).every(isIn(shown(on)))).toBe(true);
    });
  });
});

test("the order of rows never matters", () => {
  always((facts) => {
    const { people: known, work: read, rules } = facts;
    const reversed: Facts = {
      ...facts,
      rules: { ...rules, limits: rules.limits.toReversed() },
      people:
        known.kind === "read"
          ? { ...known, contacts: known.contacts.toReversed(), companies: known.companies.toReversed() }
          : known,
      work: read.kind === "read" ? { ...read, projects: read.projects.toReversed() } : read,
    };
    expect(decide(reversed)).toEqual(decide(facts));
  });
});

test("the order of near matches, which is their likelihood, settles which is named first, and nothing else", () => {
  always((facts) => {
    const { context } = facts;
    if (!context?.nearMatches) return;
    const reversed = decide({ ...facts, context: { ...context, nearMatches: context.nearMatches.toReversed() } });
    const found = decide(facts);
    expect([reversed.outcome, reversed.cause]).toEqual([found.outcome, found.cause]);
    expect(reversed.steps.map(({ cause }) => cause)).toEqual(found.steps.map(({ cause }) => cause));
  });
});
