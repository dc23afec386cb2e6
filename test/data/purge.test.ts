import { afterAll, beforeAll, expect, test } from "vitest";
import { unscopedPurge } from "../../src/data/queries/firms.ts";
import { asOwner } from "../support/test-database.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
});
afterAll(() => firms.stop());

const purged = ["decision", "audit", "portal_session", "team_session", "portal_proof", "office_proof"];

function counts(): Promise<number[]> {
  const { ownerUrl } = firms.database;
  return Promise.all(purged.map(async (table) => (await asOwner(ownerUrl, `SELECT FROM "${table}"`)).length));
}

test("the purge deletes old records and ended sessions of every firm, and nothing that still counts", async () => {
  const { db, ownerUrl } = firms.database;
  for (const firm of [firms.north, firms.south]) {
    for (const visitor of [firms.visit(firm), firms.visitOffice()]) {
      await visitor.signIn(firm.admin);
      await visitor.post("/sign-in", { email: `other@${visitor.host}.example` });
    }
  }
  await firms.app.decisions.settled();
  const before = await counts();
  expect(Math.min(...before)).toBeGreaterThan(0);
  // Whatever the program asks for, nothing is deleted before its time: neither records nor what still counts.
  await unscopedPurge(db, new Date(Date.now() + YEAR_MS), new Date(Date.now() + YEAR_MS));
  expect(await counts()).toEqual(before);

  for (const table of ["decision", "audit"])
    await asOwner(ownerUrl, `UPDATE ${table} SET at = at - interval '91 days'`);
  await unscopedPurge(db, new Date(Date.now() - 90 * DAY_MS), new Date());
  expect(await counts()).toEqual([0, 0, ...before.slice(2)]);

  for (const table of purged.slice(2))
    await asOwner(ownerUrl, `UPDATE ${table} SET expires_at = now() - interval '1 second'`);
  await unscopedPurge(db, new Date(Date.now() - 90 * DAY_MS), new Date());
  expect(await counts()).toEqual([0, 0, 0, 0, 0, 0]);
  for (const table of ["firm", "portal", "portal_address", "team_user", "connection", "portal_account"]) {
    expect([table, (await asOwner(ownerUrl, `SELECT FROM "${table}"`)).length]).not.toEqual([table, 0]);
  }
});
