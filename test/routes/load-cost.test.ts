// What one load of a portal costs: questions to the PSA and statements to the database, counted.
import { afterAll, beforeAll, expect, test } from "vitest";
import { auditCounts, decisionsAbout } from "../support/decisions.ts";
import { holdTogether, listenToStatements, openConnections, type Statements } from "../support/statements.ts";
import { projectsOf, startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const JANE = "jane@acme.north.example";
const HOME = "/acme-northmark";
const SNAPSHOT_AGE_MAX_MS = 15 * 60_000;
const LOADS = 20;

let firms: TwoFirms;
let statements: Statements;
let jane: Visitor;
beforeAll(async () => {
  statements = listenToStatements();
  firms = await startTwoFirms({ connectionsMax: LOADS });
  jane = firms.visit(firms.north);
  await jane.signIn(JANE, HOME);
});
afterAll(async () => {
  statements.stop();
  await firms.stop();
});

/** The reads of the PSA that some work causes. A page leaves after its decision is on disk, and its audit rows go first. */
async function psaReads(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await auditCounts(firms, firms.north);
  await work();
  const after = await auditCounts(firms, firms.north);
  const reads = Object.keys(after).filter((action) => action.startsWith("psa."));
  const counts = reads.map((action) => [action, (after[action] ?? 0) - (before[action] ?? 0)] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

test("a warm load asks the PSA once who this is, and not for the work again", async () => {
  await jane.get(HOME);
  expect(await psaReads(() => jane.get(HOME))).toEqual({ "psa.find_by_email": 1 });
  expect(await psaReads(() => jane.get(`${HOME}/projects/p-1`))).toEqual({ "psa.find_by_email": 1 });
});

test("the work is read again when it changes, and when a quarter of an hour has passed", async () => {
  await jane.get(HOME);
  await firms.north.csv.write("projects.csv", projectsOf("north"));
  const both = { "psa.find_by_email": 1, "psa.read_company_work": 1 };
  expect(await psaReads(() => jane.get(HOME))).toEqual(both);
  firms.clock.advance(SNAPSHOT_AGE_MAX_MS);
  expect(await psaReads(() => jane.get(HOME))).toEqual(both);
});

test("nobody's load asks the PSA while nobody is signed in, and no outsider's reads any company's work", async () => {
  const visitor = firms.visit(firms.north);
  expect(await psaReads(() => visitor.get(HOME))).toEqual({});
  await visitor.signIn("who@elsewhere.example", "/sign-in");
  expect(await psaReads(() => visitor.get(HOME))).toEqual({ "psa.find_by_email": 1 });
});

test("a warm load sends seven statements: one reads the door; the PSA read and the decision are stored in one commit", async () => {
  await jane.get(HOME);
  statements.take();
  await jane.get(HOME);
  const sent = statements.take();
  const work = sent.filter((text) => !/^(begin|commit)/.test(text)).map((text) => text.slice(0, 22));
  expect(work.sort()).toEqual(['insert into "audit" ("', 'insert into "decision"', 'select "portal"."firm_']);
  expect(sent.filter((text) => text === "commit")).toHaveLength(2);
  expect(sent.filter((text) => /^begin .*set_config\('app.firm_id'/.test(text))).toHaveLength(2);
  expect(sent).toHaveLength(7);
});

test("an anonymous load sends three statements", async () => {
  const visitor = firms.visit(firms.north);
  await visitor.get(HOME);
  statements.take();
  await visitor.get(HOME);
  expect(statements.take()).toHaveLength(3);
});

test("twenty identical loads at once ask the PSA one question, share its answer and share their commits", async () => {
  await jane.get(HOME);
  const before = (await decisionsAbout(firms, firms.north, JANE)).length;
  // No load goes on from its door until all have read theirs, so that they stand before the PSA together.
  const { pool } = firms.database.db;
  await openConnections(pool, LOADS);
  statements.take();
  const release = holdTogether(statements, LOADS);
  const pages = await Promise.all(Array.from({ length: LOADS }, () => jane.get(HOME)));
  release();
  const sent = statements.take();
  expect(pages.every(({ text }) => text.includes("Library renewal"))).toBe(true);
  expect(sent.filter((text) => text.startsWith('insert into "audit"'))).toHaveLength(1);
  expect((await decisionsAbout(firms, firms.north, JANE)).length).toBe(before + LOADS);
  expect(sent.filter((text) => text === "commit").length).toBeLessThan(LOADS * 1.5);
  expect(pool.totalCount).toBe(LOADS);
});
