// A new master key while a server runs: every token stays readable, and no key that seals something is lost.
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { CommandContext } from "../../src/cli/context.ts";
import { keyRotate } from "../../src/cli/key.ts";
import { masterKeyFile, openKeys } from "../../src/cli/master-key.ts";
import { connectVendor } from "../../src/commands/connect-psa.ts";
import { readConfig } from "../../src/config/config.ts";
import { inFirmRead, inFirmWrite } from "../../src/data/database.ts";
import { findConnection } from "../../src/data/queries/connections.ts";
import { connection } from "../../src/data/schema/tables.ts";
import { vendorConnection } from "../../src/domain/psa-connection.ts";
import { EnvelopeFault, type KeyRing } from "../../src/lib/envelope.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { openVault, type Vault } from "../../src/lib/vault.ts";
import { credentialPlace } from "../../src/psa/connect.ts";
import { auditCounts } from "../support/decisions.ts";
import type { TestFirm } from "../support/test-app.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";

let firms: TwoFirms;
let dataDir: string;
/** As a server has it that was started before everything below. */
let running: Vault;
beforeAll(async () => {
  firms = await startTwoFirms();
});
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "prolens keys "));
  running = openVault(await openKeys({ dataDir, keys: null }));
  for (const firm of [firms.north, firms.south]) await store(firm, running);
  return () => rm(dataDir, { recursive: true, force: true });
});
afterAll(() => firms.stop());

const tokenOf = ({ firm }: TestFirm) => `1234.pt.${firm.slug}`;

async function store(testFirm: TestFirm, vault: Vault): Promise<void> {
  const { db } = firms.database;
  const firmId = testFirm.firm.id;
  const doer = { firmId, actor: "test", now: firms.clock.now() };
  await inFirmWrite(db, firmId, (tx) => tx.delete(connection));
  const id = randomUUID();
  const credential = vault.seal(tokenOf(testFirm), credentialPlace(firmId, id));
  const identity = { organisation: null, tokenOwner: null };
  await connectVendor(db, doer, vendorConnection("harvest", "12345"), { id, credential, identity });
}

async function openStored({ firm }: TestFirm, vault: Vault): Promise<string> {
  const row = await inFirmRead(firms.database.db, firm.id, findConnection);
  invariant(row?.credential, "a token is stored");
  return vault.open(row.credential, credentialPlace(firm.id, row.id));
}

function context(keys: KeyRing | null): CommandContext {
  const config = { ...readConfig({ PROLENS_DATA: dataDir }, "local"), keys };
  return { config, db: firms.database.db, decisions: firms.app.decisions, now: firms.clock.now() };
}

const keyLines = async () => (await readFile(masterKeyFile({ dataDir }), "utf8")).trim().split("\n");

test("with the key in a file: every firm's token is wrapped anew, and a running server goes on", async () => {
  const [before] = await keyLines();
  const counts = await auditCounts(firms, firms.south);
  const answer = await keyRotate(context(null));
  expect(answer.json).toEqual({ rewrapped: 2, already: 0, lost: 0, firms: [] });
  expect((await keyLines())[1]).toBe(before);
  const fresh = openVault(await openKeys({ dataDir, keys: null }));
  for (const firm of [firms.north, firms.south]) {
    expect(await openStored(firm, running)).toBe(tokenOf(firm));
    expect(await openStored(firm, fresh)).toBe(tokenOf(firm));
  }
  expect((await auditCounts(firms, firms.south))["connection.rewrap"]).toBe((counts["connection.rewrap"] ?? 0) + 1);
});

test("rotated again, the file keeps two keys, and what a server seals in between opens as well", async () => {
  await keyRotate(context(null));
  await store(firms.north, running);
  await keyRotate(context(null));
  expect(await keyLines()).toHaveLength(2);
  for (const firm of [firms.north, firms.south]) expect(await openStored(firm, running)).toBe(tokenOf(firm));
});

test("twice at once, one of them is refused and nothing is lost", async () => {
  const ends = await Promise.allSettled([keyRotate(context(null)), keyRotate(context(null))]);
  expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  for (const firm of [firms.north, firms.south]) expect(await openStored(firm, running)).toBe(tokenOf(firm));
  await keyRotate(context(null));
});

test("a token that no key opens is named with its firm, ends with 3, and no key is taken away", async () => {
  await store(
    firms.south,
    openVault(() => ({ current: randomBytes(32), former: [] })),
  );
  await writeFile(masterKeyFile({ dataDir }), `${(await keyLines())[0]}\n${randomBytes(32).toString("base64")}\n`);
  const answer = await keyRotate(context(null));
  expect([answer.exitCode, answer.json]).toEqual([3, { rewrapped: 1, already: 0, lost: 1, firms: ["south-studio"] }]);
  expect(await keyLines()).toHaveLength(3);
});

test("with the keys in the environment: one is wrong use, two are wrapped with the first, and then the second may go", async () => {
  const [old, current] = [randomBytes(32), randomBytes(32)];
  for (const firm of [firms.north, firms.south])
    await store(
      firm,
      openVault(() => ({ current: old, former: [] })),
    );
  await expect(keyRotate(context({ current: old, former: [] }))).rejects.toThrow("as NEW,OLD");
  const node = openVault(() => ({ current, former: [old] }));
  expect(await openStored(firms.north, node)).toBe(tokenOf(firms.north));
  expect((await keyRotate(context({ current, former: [old] }))).json).toMatchObject({ rewrapped: 2, lost: 0 });
  expect(await openStored(firms.north, node)).toBe(tokenOf(firms.north));
  expect(
    await openStored(
      firms.north,
      openVault(() => ({ current, former: [] })),
    ),
  ).toBe(tokenOf(firms.north));
  await expect(
    openStored(
      firms.north,
      openVault(() => ({ current: old, former: [] })),
    ),
  ).rejects.toThrow(EnvelopeFault);
  expect((await keyRotate(context({ current, former: [old] }))).json).toMatchObject({ rewrapped: 0, already: 2 });
});
