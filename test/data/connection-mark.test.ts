import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnectPsa } from "../../src/commands/disconnect-psa.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { findConnectionMark, findConnectionStatus } from "../../src/data/queries/connections.ts";
import { markOf } from "../../src/domain/psa-connection.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";

let firms: TwoFirms;
beforeAll(async () => {
  firms = await startTwoFirms();
});
afterAll(() => firms.stop());

test("a change to a connection has a later mark than the one before, though the node that makes it has a clock that is behind", async () => {
  const { db } = firms.database;
  const { firm, connectionId } = firms.north;
  const before = await inFirmRead(db, firm.id, (tx) => findConnectionMark(tx, connectionId));
  const now = new Date(firms.clock.now().getTime() - 60 * 60_000);
  await disconnectPsa(db, { firmId: firm.id, actor: "nora@north.example", now }, connectionId);
  const after = await inFirmRead(db, firm.id, (tx) => findConnectionStatus(tx));
  expect(after && markOf(after) > (before ?? "")).toBe(true);
});
