// The master key is rotated while clients load their portals: every load before, during and after it is answered.
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keyRotate } from "../../src/cli/key.ts";
import { openKeys } from "../../src/cli/master-key.ts";
import { connectVendor } from "../../src/commands/connect-psa.ts";
import { readConfig } from "../../src/config/config.ts";
import { inFirmRead, inFirmWrite } from "../../src/data/database.ts";
import { findConnection } from "../../src/data/queries/connections.ts";
import { connection } from "../../src/data/schema/tables.ts";
import { vendorConnection } from "../../src/domain/psa-connection.ts";
import { openVault, type Vault } from "../../src/lib/vault.ts";
import { credentialPlace } from "../../src/psa/connect.ts";
import { connectToGuarded, makeGuardedVendor } from "../support/guarded-vendor.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const TOKEN = "1234.pt.token";
const vendor = makeGuardedVendor();
let firms: TwoFirms;
let dataDir: string;
let jane: Visitor;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "prolens keys "));
  // As a server has it that was started before everything below; each key is read from the file when it is needed.
  const vault: Vault = openVault(await openKeys({ dataDir, keys: null }));
  firms = await startTwoFirms({ connect: connectToGuarded(vendor, () => ({ ...firms, vault })) });
  vendor.dir = firms.north.csv.dir;
  const identity = { organisation: null, tokenOwner: null };
  vendor.tokens.set(TOKEN, { account: "12345", identity });
  const firmId = firms.north.firm.id;
  const id = randomUUID();
  await inFirmWrite(firms.database.db, firmId, (tx) => tx.delete(connection));
  await connectVendor(
    firms.database.db,
    { firmId, actor: "test", now: firms.clock.now() },
    vendorConnection("harvest", "12345"),
    { id, credential: vault.seal(TOKEN, credentialPlace(firmId, id)), identity },
  );
  jane = firms.visit(firms.north);
  await jane.signIn("jane@acme.north.example");
});
afterAll(async () => {
  await firms.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const home = async () => headingOf(await jane.get("/acme-northmark"));
const sealed = async () => (await inFirmRead(firms.database.db, firms.north.firm.id, findConnection))?.credential;

function rotate() {
  const config = { ...readConfig({ PROLENS_DATA: dataDir }, "local"), keys: null };
  firms.clock.advance(1_000);
  return keyRotate({ config, db: firms.database.db, decisions: firms.app.decisions, now: firms.clock.now() });
}

test("loads go on before, during and after a rotation, and after the next one", async () => {
  const wanted = await home();
  expect(wanted).toContain("project under way");
  for (const round of [1, 2]) {
    const before = await sealed();
    const [rotated, ...during] = await Promise.all([rotate(), ...Array.from({ length: 8 }, home)]);
    expect([round, rotated.json]).toEqual([round, { rewrapped: 1, already: 0, lost: 0, firms: [] }]);
    expect(new Set([...during, await home()])).toEqual(new Set([wanted]));
    expect((await sealed())?.keyId).not.toBe(before?.keyId);
  }
});

test("a token under a key that nobody has is a page that cannot tell and red health that says why, and the token is in no log", async () => {
  const lost = openVault(() => ({ current: randomBytes(32), former: [] }));
  const firmId = firms.north.firm.id;
  firms.clock.advance(1_000);
  await inFirmWrite(firms.database.db, firmId, async (tx) => {
    const row = await findConnection(tx);
    const credential = lost.seal(TOKEN, credentialPlace(firmId, row?.id ?? ""));
    await tx.update(connection).set({ credential, updatedAt: firms.clock.now() });
  });
  const page = await jane.get("/acme-northmark");
  expect([page.status, headingOf(page)]).toEqual([503, "We can’t tell right now"]);
  firms.clock.advance(5 * 60_000);
  await firms.app.check();
  const admin = firms.visitOffice();
  await admin.signIn(firms.north.admin);
  const office = wordsOf(await admin.get("/settings/connections"));
  expect(office).toMatch(/Red None of the server’s master keys opens the stored token with which ProLens reads\./);
  expect(office).toContain("rotate the token under Settings → Connections");
  expect([page.text, JSON.stringify(firms.logLines)].join()).not.toContain(TOKEN);
});
