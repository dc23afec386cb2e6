// What the log of decisions promises: resolved means on disk, many share a commit, and nobody loses a row to another's.
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from "vitest";
import { decide } from "../../src/access/decide.ts";
import type { Decision } from "../../src/access/decision.ts";
import { janeAtAcme } from "../../src/access/scenarios/people.ts";
import { createFirm } from "../../src/commands/create-firm.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { type AuditRow, DecisionLog } from "../../src/data/decision-log.ts";
import { findDecision } from "../../src/data/queries/decisions.ts";
import type { Email } from "../../src/domain/email.ts";
import type { Firm } from "../../src/domain/firm.ts";
import type { FirmId, PortalId } from "../../src/domain/ids.ts";
import { makeReference, parseReference } from "../../src/domain/reference.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { listenToStatements, type Statements } from "../support/statements.ts";
import { asOwner, createTestDatabase, type TestDatabase } from "../support/test-database.ts";

const draws = vi.hoisted(() => ({ next: [] as number[] }));
// The one thing replaced, and only where a test says so: the dice that references are drawn with.
vi.mock("node:crypto", async (load) => {
  const crypto = await load<typeof import("node:crypto")>();
  return { ...crypto, randomInt: (max: number) => draws.next.shift() ?? crypto.randomInt(max) };
});

let database: TestDatabase;
let statements: Statements;
let log: DecisionLog;
let north: Firm;
let south: Firm;
beforeAll(async () => {
  statements = listenToStatements();
  database = await createTestDatabase();
  const make = (slug: string) =>
    createFirm(database.db, { slug, name: slug, admin: `admin@${slug}.example` as Email, now: new Date() });
  const made = [await make("north"), await make("south")];
  invariant(made[0] && made[1], "the database was empty");
  [north, south] = made as [Firm, Firm];
});
beforeEach(() => {
  log = new DecisionLog(database.db);
  statements.take();
});
afterEach(() => {
  draws.next = [];
});
afterAll(async () => {
  statements.stop();
  await database.drop();
});

function refusal(firm: Firm): Decision {
  return {
    ...decide({ ...janeAtAcme, address: { kind: "nothing" }, askedSlug: "typo", work: { kind: "not_asked" } }),
    firm,
  };
}

const store = (firm: Firm, portalId: PortalId | null = null) =>
  log.store({ decision: refusal(firm), source: "visit", portalId });

/** A row that the database refuses: no such firm. */
const badRow = (): AuditRow => ({
  firmId: randomUUID() as FirmId,
  at: new Date(),
  actor: "x",
  action: "x",
  subject: {},
});

const commits = () => statements.take().filter((text) => text === "commit").length;

test("a decision that store() has resolved is on disk, committed, for everybody who looks", async () => {
  const portalId = randomUUID() as PortalId;
  const body = await store(north, portalId);
  const rows = await asOwner(
    database.ownerUrl,
    "SELECT reference, outcome, cause, portal_id, body FROM decision WHERE reference = $1",
    [body.reference],
  );
  const { reference, outcome, cause } = body;
  expect(rows).toEqual([{ reference, outcome, cause, portal_id: portalId, body }]);
  expect([outcome, cause]).toEqual(["refused", "door.unknown_url"]);
});

test("a refusal has a reference that can be read out; a yes has none", async () => {
  const { reference } = await store(north);
  expect(parseReference(reference ?? "")).toBe(reference);
  const yes = await log.store({ decision: { ...decide(janeAtAcme), firm: north }, source: "visit", portalId: null });
  expect([yes.outcome, yes.reference]).toEqual(["granted", null]);
});

test("a decision is found by its reference in its own firm and in no other", async () => {
  const { reference } = await store(north);
  const findIn = (firm: Firm) => inFirmRead(database.db, firm.id, (tx) => findDecision(tx, reference ?? ""));
  expect((await findIn(north))?.reference).toBe(reference);
  expect(await findIn(south)).toBeNull();
});

test("a hundred decisions at once share two commits, of several firms too, and each lands in its own firm", async () => {
  const firms = Array.from({ length: 100 }, (_, index) => (index % 3 === 0 ? south : north));
  const bodies = await Promise.all(firms.map((firm) => store(firm)));
  expect(commits()).toBe(2);
  for (const [index, { reference }] of bodies.entries()) {
    const firm = firms[index] ?? north;
    expect(await inFirmRead(database.db, firm.id, (tx) => findDecision(tx, reference ?? ""))).not.toBeNull();
  }
});

test("one after the other they are not kept waiting for each other", async () => {
  for (let count = 0; count < 3; count++) await store(north);
  expect(commits()).toBe(3);
});

test("a row that the database refuses fails alone; those beside it are stored", async () => {
  const first = store(north);
  const [before, bad, after] = [store(north), log.audit(badRow()), store(south)];
  await expect(bad).rejects.toMatchObject({ cause: { code: "23503" } });
  for (const [firm, body] of [
    [north, await first],
    [north, await before],
    [south, await after],
  ] as const) {
    expect(await inFirmRead(database.db, firm.id, (tx) => findDecision(tx, body.reference ?? ""))).toEqual(body);
  }
  expect((await store(north)).reference).not.toBeNull();
});

test("a reference that is taken in this firm is drawn again", async () => {
  draws.next = [1, 2, 3, 4, 5];
  expect((await store(north)).reference).toBe(makeReference([1, 2, 3, 4, 5]));
  draws.next = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect((await store(north)).reference).toBe(makeReference([6, 7, 8, 9, 10]));
  const rows = await asOwner(database.ownerUrl, "SELECT FROM decision WHERE reference = $1", [
    makeReference([1, 2, 3, 4, 5]),
  ]);
  expect(rows).toHaveLength(1);
});

test("two who draw the same reference at the same moment end with two", async () => {
  const warmUp = store(south);
  draws.next = [11, 12, 13, 14, 15, 11, 12, 13, 14, 15];
  const [one, other] = await Promise.all([store(north), store(north)]);
  await warmUp;
  expect(one.reference).not.toBe(other.reference);
  expect([one.reference, other.reference]).toContain(makeReference([11, 12, 13, 14, 15]));
});

test("two firms may give out the same reference, and each finds its own decision behind it", async () => {
  draws.next = [20, 21, 22, 23, 24, 20, 21, 22, 23, 24];
  const [one, other] = [await store(north), await store(south)];
  expect(one.reference).toBe(other.reference);
  const found = await inFirmRead(database.db, south.id, (tx) => findDecision(tx, other.reference ?? ""));
  expect(found?.firm).toBe("south");
});

test("after four times the same reference it gives up loudly rather than go on for ever", async () => {
  const taken = [25, 26, 27, 28, 29];
  draws.next = [...taken];
  await store(north);
  draws.next = Array.from({ length: 10 }, () => taken).flat();
  await expect(store(north)).rejects.toMatchObject({ cause: { code: "23505" } });
});

test("evidence with characters that the database cannot hold is stored without them", async () => {
  const decision = refusal(north);
  const [step, ...steps] = decision.steps;
  invariant(step, "a decision has steps");
  const odd = { ...decision, steps: [{ ...step, evidence: { asked: 'a\u0000b\\u0000"' } }, ...steps] };
  const { reference } = await log.store({ decision: odd, source: "visit", portalId: null });
  const stored = await inFirmRead(database.db, north.id, (tx) => findDecision(tx, reference ?? ""));
  expect(stored?.steps[0]?.evidence).toEqual({ asked: 'a\uFFFDb\\u0000"' });
});

test("a database that is away fails the rows of that moment, and those after its return are stored", async () => {
  const { url } = inject("testServer");
  const own = await createTestDatabase({ connectionsMax: 1 });
  const name = new URL(own.ownerUrl).pathname.slice(1);
  const firm = await createFirm(own.db, {
    slug: "own",
    name: "own",
    admin: "admin@own.example" as Email,
    now: new Date(),
  });
  invariant(firm, "the database was empty");
  const ownLog = new DecisionLog(own.db);
  const attempt = () => ownLog.store({ decision: refusal(firm), source: "visit", portalId: null });
  await asOwner(url, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await asOwner(url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
  await Promise.all([1, 2, 3].map(() => expect(attempt()).rejects.toThrow()));
  await asOwner(url, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  const { reference } = await attempt();
  expect(await inFirmRead(own.db, firm.id, (tx) => findDecision(tx, reference ?? ""))).not.toBeNull();
  await own.drop();
});
