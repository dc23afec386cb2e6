// As many hosts give a database: the owner of the tables is no superuser. FORCE then holds for the owner as well.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createFirm } from "../../src/commands/create-firm.ts";
import { createPortals } from "../../src/commands/create-portals.ts";
import { type Database, openDatabase } from "../../src/data/database.ts";
import { migrateDatabase } from "../../src/data/migrate.ts";
import { openStorage } from "../../src/data/open-storage.ts";
import { programLogin } from "../../src/data/program-role.ts";
import { unscopedFindFirmBySlug, unscopedListFirmsOfTeamEmail, unscopedPurge } from "../../src/data/queries/firms.ts";
import type { Email } from "../../src/domain/email.ts";
import type { CompanyId } from "../../src/domain/ids.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { databaseUrl } from "../support/database-url.ts";
import { asOwner } from "../support/test-database.ts";

const name = `prolens_test_${randomUUID().replaceAll("-", "")}`;
const password = randomUUID();
const ADMIN = "admin@north.example" as Email;

let server: string;
let ownerUrl: string;
let db: Database;
beforeAll(async () => {
  server = inject("testServer").url;
  await asOwner(server, `CREATE ROLE ${name} LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS PASSWORD '${password}'`);
  await asOwner(server, `CREATE DATABASE ${name} OWNER ${name}`);
  const url = new URL(databaseUrl(server, name));
  url.username = name;
  url.password = password;
  ownerUrl = url.href;
  await migrateDatabase({ connectionString: ownerUrl });
  db = openDatabase(programLogin({ connectionString: ownerUrl }), { connectionsMax: 2 });
});
afterAll(async () => {
  await db.pool.end();
  await asOwner(server, `DROP DATABASE ${name} WITH (FORCE)`);
  await asOwner(server, `DROP ROLE IF EXISTS ${name}_app`);
  await asOwner(server, `DROP ROLE ${name}`);
});

test("the program works below an owner that is no superuser, and the owner sees no row without a firm either", async () => {
  const now = new Date();
  const firm = await createFirm(db, { slug: "north", name: "North", admin: ADMIN, now });
  invariant(firm, "the database was empty");
  const company = { id: "c-1" as CompanyId, name: "Acme" };
  const created = await createPortals(db, { firmId: firm.id, actor: "test", now }, [{ company, template: "owner" }]);
  expect(created.kind).toBe("created");

  expect(await unscopedFindFirmBySlug(db, "north")).toEqual(firm);
  expect(await unscopedListFirmsOfTeamEmail(db, ADMIN)).toEqual([firm]);

  const rows = async (statement: string) => (await asOwner(ownerUrl, statement)).length;
  for (const table of ["portal", "portal_address", "connection", "portal_account"]) {
    expect([table, await rows(`SELECT FROM ${table}`)]).toEqual([table, 0]);
  }
  await expect(
    rows(`INSERT INTO portal SELECT '${firm.id}', gen_random_uuid(), 'x', 'x', 'owner', 'open', now()`),
  ).rejects.toMatchObject({ code: "42501" });
  expect(await rows("SELECT FROM audit")).toBe(2);
  await asOwner(databaseUrl(server, name), "UPDATE audit SET at = at - interval '91 days'");
  await unscopedPurge(db, now, now);
  expect(await rows("SELECT FROM audit")).toBe(0);
});

test("tables of an earlier or a later version are not worked on, and the message says what to do", async () => {
  const open = async () => {
    const storage = await openStorage({ databaseUrl: ownerUrl, dataDir: "", role: "command", log: () => {} });
    await storage.close();
    return storage.description;
  };
  const shift = (by: string) =>
    asOwner(ownerUrl, `UPDATE drizzle.__drizzle_migrations SET created_at = created_at ${by}`);
  expect(await open()).toBe("your own PostgreSQL");
  await shift("- 1");
  await expect(open()).rejects.toThrow(/an earlier version of ProLens; run `prolens migrate` first$/);
  await shift("+ 2");
  await expect(open()).rejects.toThrow(/a later version of ProLens than this program/);
  await shift("- 1");
});

test("a role of the program's name that may do too much is refused when migrating", async () => {
  await asOwner(server, `ALTER ROLE ${name}_app BYPASSRLS`);
  try {
    await expect(migrateDatabase({ connectionString: ownerUrl })).rejects.toThrow("may do more than ProLens lets");
  } finally {
    await asOwner(server, `ALTER ROLE ${name}_app NOBYPASSRLS`);
  }
});
