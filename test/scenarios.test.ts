// The scenario table on the whole program: real rows in PostgreSQL, the pages as they are served, the firm's question and the
// pre-flight. What the decision says about a row, every place must say.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Cause } from "../src/access/causes.ts";
import { decide } from "../src/access/decide.ts";
import type { Decision } from "../src/access/decision.ts";
import { closedKindOf } from "../src/access/explain/visitor.ts";
import { factsOfVisit, ownPortals } from "../src/access/scenarios/facts-of.ts";
import { type Place, places, type Scenario } from "../src/access/scenarios/scenario.ts";
import { scenarios } from "../src/access/scenarios/scenarios.ts";
import type { World } from "../src/access/scenarios/world.ts";
import { diagnosePerson } from "../src/diagnosis/diagnose-person.ts";
import type { DoorAsked } from "../src/diagnosis/door-asked.ts";
import { type PreflightContact, preflight } from "../src/diagnosis/preflight.ts";
import type { Contact } from "../src/domain/contact.ts";
import type { Email } from "../src/domain/email.ts";
import { templateBlocks } from "../src/domain/template-shape.ts";
import { invariant } from "../src/lib/invariant.ts";
import { explainForVisitor } from "../src/portal/closed/explain.ts";
import { PsaGateway } from "../src/psa/gateway.ts";
import { memorySnapshotCache } from "../src/psa/snapshot-cache.ts";
import { notConnected } from "../src/psa/trouble.ts";
import { decisionBehind } from "./support/decisions.ts";
import { headingOf } from "./support/page.ts";
import { openScenarioStage, type ScenarioStage, type Staged } from "./support/scenario-stage.ts";

let stage: ScenarioStage;
beforeAll(async () => {
  stage = await openScenarioStage();
});
afterAll(() => stage.stop());

const staged = new Map<string, Promise<Staged>>();
function play({ title, world }: Scenario): Promise<Staged> {
  const playing = staged.get(title) ?? stage.play(world);
  staged.set(title, playing);
  return playing;
}

function rowsFor(place: Place): Scenario[] {
  const isAbout = place === "preflight" ? isAboutContactHere : () => true;
  return scenarios.filter((scenario) => scenario.except[place] === undefined && isAbout(scenario.world));
}

const isNote = (decision: Decision) => (cause: Cause | null) => cause !== null && cause !== decision.cause;
const notesOf = (decision: Decision) => [...new Set(decision.steps.map(({ cause }) => cause).filter(isNote(decision)))];

describe("the firm's question", () => {
  test.each(rowsFor("diagnose"))("$title", async (scenario) => {
    const { firm, connector } = await play(scenario);
    const { visitor } = scenario.world;
    invariant(visitor.kind === "signed_in", "a row without an email says that it is not for this place");
    const now = stage.app.clock.now();
    const gateway = connector ? gatewayOf(firm.id, connector) : notConnected;
    const parts = { db: stage.app.database.db, now, firm, gateway };
    const { decision } = await diagnosePerson(parts, visitor.email, doorOf(scenario.world));
    const { outcome, cause, notes, hidden, fields } = scenario;
    const found = { outcome: decision.outcome, cause: decision.cause, notes: notesOf(decision) };
    expect(found).toEqual({ outcome, cause, notes });
    expect(decision.hiddenProjects).toEqual(hidden);
    for (const [field, why] of Object.entries(fields))
      expect(decision.fields).toMatchObject({ [field]: { visible: false, cause: why } });
  });
});

function gatewayOf(firmId: Staged["firm"]["id"], connector: NonNullable<Staged["connector"]>): PsaGateway {
  const { clock } = stage.app;
  const cache = memorySnapshotCache();
  const connected = { firmId, connectionId: firmId, connectionMark: "", connector };
  const inBackground = (work: () => Promise<unknown>) => void work();
  return new PsaGateway({ ...connected, cache, clock, deadlineMs: 5_000, record: () => {}, inBackground });
}

function doorOf({ door }: World): DoorAsked {
  if (door.kind === "root") return { kind: "own" };
  return door.kind === "office" ? { kind: "office", typed: "https://office.example" } : door;
}

describe("the page", () => {
  test.each(rowsFor("page"))("$title", async (scenario) => {
    const { world } = scenario;
    const { firm, visitor } = await play(scenario);
    const page = await visitor.send("GET", pathOf(world), { follow: false });
    const facts = factsOfVisit(world);
    const expected = decide(facts);
    if (scenario.outcome === "granted") {
      const isLedOn = expected.steps.some(({ cause }) => cause === "door.stale_link" || cause === "sess.wrong_account");
      if (isLedOn) return expect(page.status).toBe(303);
      // Somebody's only project opens directly.
      const [only, ...others] = expected.visibleProjectIds;
      const isOpened =
        world.door.kind === "slug" && world.door.projectId === null && only !== undefined && others.length === 0;
      return expect(page.status).toBe(isOpened ? 302 : 200);
    }
    const kind = closedKindOf(expected, ownPortals(world, facts).length > 0);
    expect(kind).toBe(scenario.page);
    if (kind === "sign_in") return expect([page.status, headingOf(page)]).toEqual([200, "See your projects"]);
    const email = expected.email ?? "";
    const { heading, status } = explainForVisitor(kind, { firm: firm.name, email, company: null }, "en-GB");
    expect([page.status, headingOf(page)]).toEqual([status, heading]);
    const stored = await decisionBehind(stage.app, { firm }, page);
    expect({ outcome: stored.outcome, cause: stored.cause }).toEqual({
      outcome: expected.outcome,
      cause: expected.cause,
    });
    expect(stored.steps.map(({ verdict, cause }) => ({ verdict, cause }))).toEqual(
      expected.steps.map(({ verdict, cause }) => ({ verdict, cause })),
    );
  });
});

function pathOf({ door, visitor }: World): string {
  if (door.kind !== "slug") return "/";
  const path = door.projectId === null ? `/${door.slug}` : `/${door.slug}/projects/${door.projectId}`;
  const isLinkForOther = visitor.kind === "signed_in" && visitor.isLinkForOther;
  return isLinkForOther ? `${path}?for=${"A".repeat(16)}` : path;
}

/** The pre-flight asks about each contact at their company's portal where it stands now, and about no single project. */
function isAboutContactHere({ psa, portals, door, visitor, alias }: World): boolean {
  const portal = portals.find(({ slug }) => door.kind === "slug" && door.projectId === null && slug === door.slug);
  if (!psa || psa.trouble.people || !portal || visitor.kind === "nobody") return false;
  if (visitor.kind === "addressless") return true;
  const isTheirs = ({ id, emails }: Contact) =>
    emails.includes(visitor.email) || (alias?.email === visitor.email && alias.contactId === id);
  return psa.contacts.some((contact) => contact.companyIds.includes(portal.companyId) && isTheirs(contact));
}

/** Causes that the pre-flight has no records for: it asks the PSA and the firm's settings, not what happened before. */
const fromRecords = /^(?:mail|proof)\.|^who\.moved$|^sess\.|^psa\.token_sees_less$/;

describe("the pre-flight", () => {
  test.each(rowsFor("preflight"))("$title", async (scenario) => {
    const row = await preflightRow(scenario);
    invariant(row, "the pre-flight has a row for this contact");
    const { decision } = row;
    expect({ outcome: decision.outcome, cause: decision.cause }).toEqual({
      outcome: scenario.outcome,
      cause: scenario.cause,
    });
    expect(notesOf(decision)).toEqual(scenario.notes.filter((cause) => !fromRecords.test(cause)));
    expect(decision.hiddenProjects).toEqual(scenario.hidden);
  });
});

async function preflightRow(scenario: Scenario): Promise<PreflightContact | undefined> {
  const { world } = scenario;
  const { firm, portals, connector } = await play(scenario);
  invariant(connector, "a row without a PSA is not for this place");
  const gateway = gatewayOf(firm.id, connector);
  const limits = world.limits.flatMap(({ companyId, contactId, projectIds }) =>
    portals
      .filter((portal) => portal.companyId === companyId)
      .map(({ id }) => ({ portalId: id, contactId, projectIds })),
  );
  const directory = await gateway.listings.directory.whole();
  invariant(!("kind" in directory), "a row whose people cannot be read is not for this place");
  const answer = preflight({
    now: stage.app.clock.now(),
    firm,
    psaKind: "csv",
    portals,
    directory,
    projects: await gateway.listings.projects.whole(),
    templates: templateBlocks,
    switches: [
      { name: "cross_project", isOn: world.isCrossProject },
      { name: "fee", isOn: world.isFeeShown },
    ],
    ownSwitches: [],
    aliases: world.alias ? [world.alias] : [],
    limits,
    teamEmails: new Set<Email>(world.team),
  });
  const slug = world.door.kind === "slug" ? world.door.slug : "";
  const email = world.visitor.kind === "signed_in" ? world.visitor.email : null;
  return answer.find(({ portal }) => portal.slug === slug)?.contacts.find((contact) => contact.email === email);
}

test("every place tries a good part of the table, and every row that it leaves out says why", () => {
  expect(rowsFor("diagnose").length).toBeGreaterThan(100);
  expect(rowsFor("page").length).toBeGreaterThan(100);
  expect(rowsFor("preflight").length).toBeGreaterThan(50);
  const leftOut = places.map((place) => [
    place,
    [...new Set(scenarios.flatMap(({ except }) => except[place] ?? []))].sort(),
  ]);
  expect(Object.fromEntries(leftOut)).toMatchInlineSnapshot(`
    {
      "diagnose": [
        "by which link somebody came is known on their own load alone",
        "nobody is signed in: there is no email for the firm to ask about",
        "there is no email that anybody could ask about: the pre-flight finds it",
        "without a door, the firm’s question looks at their own portal, paused or not",
      ],
      "page": [
        "the office has pages of its own: test/routes/office",
        "the pages of the sign-in have tests of their own: test/routes/sign-in",
        "there is no email that anybody could sign in with",
      ],
      "preflight": [
        "nobody is signed in, so it is nobody’s contact",
        "the pre-flight has no record of the drop, and notes the gap instead",
      ],
    }
  `);
});
