// The wall between firms, at the database: row policies, keys, rights. Checked against the running server, as the program.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inFirmRead, inFirmWrite, type Tx } from "../../src/data/database.ts";
import {
  unscopedFindFirmBySlug,
  unscopedListFirmsOfReference,
  unscopedListFirmsOfTeamEmail,
} from "../../src/data/queries/firms.ts";
import type { Email } from "../../src/domain/email.ts";
import type { FirmId } from "../../src/domain/ids.ts";
import { referenceOf } from "../support/decisions.ts";
import { writeRescueRows } from "../support/rescue-rows.ts";
import { asOwner } from "../support/test-database.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";

/** Tables of no firm: the list of firms itself, whose own id takes the place of firm_id, and proofs before a firm is known. */
const WITHOUT_FIRM_ID = ["firm", "office_proof"];
const WITHOUT_POLICY = ["office_proof"];

let firms: TwoFirms;
let tables: string[];
let tenantTables: string[];
beforeAll(async () => {
  firms = await startTwoFirms();
  // Every tenant table gets rows of both firms, by the roads that write them.
  for (const firm of [firms.north, firms.south]) {
    const visitor = firms.visit(firm);
    await visitor.signIn(`jane@acme.${firm.firm.slug.split("-")[0]}.example`);
    await visitor.get("/acme-northmark");
    await visitor.post("/sign-in", { email: `next@${firm.firm.slug}.example` });
    const office = firms.visitOffice();
    await office.signIn(firm.admin);
    await office.post("/sign-in", { email: `next@${firm.firm.slug}.example` });
    await writeRescueRows(firms, firm);
  }
  const rows = await asOwner<{ name: string }>(
    firms.database.ownerUrl,
    "SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace ORDER BY 1",
  );
  tables = rows.map(({ name }) => name);
  tenantTables = tables.filter((table) => !WITHOUT_POLICY.includes(table));
});
afterAll(() => firms.stop());

const firmColumn = (table: string) => (table === "firm" ? "id" : "firm_id");

async function countIn(tx: Pick<Tx, "execute">, table: string, firmId?: FirmId): Promise<number> {
  const where = firmId === undefined ? sql`` : sql` where ${sql.identifier(firmColumn(table))} = ${firmId}`;
  const { rows } = await tx.execute<{ count: string }>(sql`select count(*) from ${sql.identifier(table)}${where}`);
  return Number(rows[0]?.count);
}

describe("rows", () => {
  test("of every tenant table exist for both firms here, so that the tests below can fail", async () => {
    expect(tenantTables.length).toBeGreaterThanOrEqual(11);
    for (const table of tenantTables) {
      for (const { firm } of [firms.north, firms.south]) {
        const count = await inFirmRead(firms.database.db, firm.id, (tx) => countIn(tx, table));
        expect([table, count]).not.toEqual([table, 0]);
      }
    }
  });

  test("of no tenant table are visible without a firm, nor with one that is empty or unknown", async () => {
    for (const table of tenantTables) {
      expect([table, await countIn(firms.database.db.orm, table)]).toEqual([table, 0]);
      await firms.database.db.orm.transaction(async (tx) => {
        await tx.execute(sql`select set_config('app.firm_id', '', true)`);
        expect([table, await countIn(tx, table)]).toEqual([table, 0]);
      });
      const none = await inFirmRead(firms.database.db, randomUUID() as FirmId, (tx) => countIn(tx, table));
      expect([table, none]).toEqual([table, 0]);
    }
  });

  test("are visible by no firm that is no id but words of SQL", async () => {
    const { db } = firms.database;
    const settings = ["', true)", `${firms.north.firm.id}', true); select set_config('app.firm_id', '`, "\\'"];
    for (const words of settings) {
      const own = sql`select current_setting('app.firm_id') as words, (select count(*)::int from portal) as portals`;
      const seen = inFirmRead(db, words as FirmId, async (tx) => (await tx.execute(own)).rows);
      await seen.then(
        (rows) => expect(rows).toEqual([{ words, portals: 0 }]),
        // No id at all: the policies cannot compare it.
        (err) => expect(String(err.cause)).toContain("invalid input syntax for type uuid"),
      );
    }
  });

  test("of the other firm are not visible in a firm's transaction, in any tenant table", async () => {
    for (const table of tenantTables) {
      await inFirmRead(firms.database.db, firms.north.firm.id, async (tx) => {
        expect([table, await countIn(tx, table, firms.south.firm.id)]).toEqual([table, 0]);
        expect([table, await countIn(tx, table, firms.north.firm.id)]).toEqual([table, await countIn(tx, table)]);
      });
    }
  });

  test("of the other firm cannot be changed, moved or deleted, in any table where the program may change rows at all", async () => {
    const north = firms.north.firm.id;
    const changeable = tenantTables.filter((table) => !["decision", "audit"].includes(table));
    for (const table of changeable) {
      const before = await rowsOf(table);
      const column = sql.identifier(firmColumn(table));
      await inFirmWrite(firms.database.db, north, async (tx) => {
        const moved = await tx.execute(
          sql`update ${sql.identifier(table)} set ${column} = ${column} where ${column} <> ${north}`,
        );
        const deleted = await tx.execute(sql`delete from ${sql.identifier(table)} where ${column} <> ${north}`);
        expect([table, moved.rowCount, deleted.rowCount]).toEqual([table, 0, 0]);
      });
      const giveAway = inFirmWrite(firms.database.db, north, (tx) =>
        tx.execute(sql`update ${sql.identifier(table)} set ${column} = ${firms.south.firm.id}`),
      );
      await expect(giveAway).rejects.toMatchObject({ cause: { code: expect.stringMatching(/42501|23505|23503/) } });
      expect(await rowsOf(table)).toEqual(before);
    }
  });

  test("for the other firm cannot be inserted: a copy of each of its rows is refused by the policy", async () => {
    for (const table of tenantTables) {
      const [row] = await rowsOf(table, firms.south.firm.id);
      const insert = inFirmWrite(firms.database.db, firms.north.firm.id, (tx) =>
        tx.execute(
          sql`insert into ${sql.identifier(table)} select * from jsonb_populate_record(null::${sql.identifier(table)}, ${JSON.stringify(row)}::jsonb)`,
        ),
      );
      await expect(insert, table).rejects.toMatchObject({ cause: { code: "42501" } });
    }
  });

  async function rowsOf(table: string, firmId?: FirmId) {
    const where = firmId === undefined ? "" : ` WHERE ${firmColumn(table)} = '${firmId}'`;
    const rows = await asOwner<{ row: Record<string, unknown> }>(
      firms.database.ownerUrl,
      `SELECT to_jsonb(t) AS row FROM "${table}" t${where} ORDER BY to_jsonb(t)::text`,
    );
    return rows.map(({ row }) => row);
  }
});

describe("keys", () => {
  test("never cross firms: a row cannot point at another firm's portal, account or team user", async () => {
    const now = firms.clock.now().toISOString();
    const idIn = async (table: string) => {
      const rows = await asOwner<{ id: string }>(
        firms.database.ownerUrl,
        `SELECT id FROM "${table}" WHERE firm_id = '${firms.south.firm.id}'`,
      );
      return rows[0]?.id;
    };
    const north = firms.north.firm.id;
    const inserts = [
      sql`insert into portal_address values (${north}, 'stolen', ${await idIn("portal")}, false, ${now})`,
      sql`insert into portal_session values (${north}, 'stolen', ${await idIn("portal_account")}, ${now}, ${now})`,
      sql`insert into team_session values (${north}, 'stolen', ${await idIn("team_user")}, ${now}, ${now})`,
    ];
    for (const insert of inserts) {
      const attempt = inFirmWrite(firms.database.db, north, (tx) => tx.execute(insert));
      await expect(attempt).rejects.toMatchObject({ cause: { code: "23503" } });
    }
  });

  test("have firm_id in front, in every table and in every reference between tenant tables", async () => {
    type Key = { table: string; target: string | null; columns: string[]; target_columns: string[]; kind: string };
    const keys = await asOwner<Key>(
      firms.database.ownerUrl,
      `SELECT c.conrelid::regclass::text AS table, nullif(c.confrelid, 0)::regclass::text AS target, c.contype AS kind,
         (SELECT array_agg(a.attname::text ORDER BY k.n) FROM unnest(c.conkey) WITH ORDINALITY k(num, n)
           JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.num) AS columns,
         (SELECT array_agg(a.attname::text ORDER BY k.n) FROM unnest(c.confkey) WITH ORDINALITY k(num, n)
           JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.num) AS target_columns
       FROM pg_constraint c WHERE c.connamespace = 'public'::regnamespace AND c.contype IN ('p', 'f', 'u')`,
    );
    const primary = keys.filter(({ kind }) => kind === "p");
    expect(primary.map((key) => key.table).sort()).toEqual(tables);
    for (const key of keys.filter(({ table }) => !WITHOUT_FIRM_ID.includes(table))) {
      expect([key.table, key.columns[0]]).toEqual([key.table, "firm_id"]);
      if (key.kind !== "f") continue;
      expect([key.table, key.target_columns[0]]).toEqual([key.table, key.target === "firm" ? "id" : "firm_id"]);
    }
    const references = keys.filter(({ kind }) => kind === "f").map(({ table }) => table);
    expect([...new Set(references)].sort()).toEqual(tables.filter((table) => !WITHOUT_FIRM_ID.includes(table)));
  });
});

describe("policies", () => {
  test("are on and forced for every table but the listed ones", async () => {
    const rows = await asOwner<{ name: string; on: boolean; forced: boolean }>(
      firms.database.ownerUrl,
      `SELECT relname AS name, relrowsecurity AS on, relforcerowsecurity AS forced FROM pg_class
       WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    expect(rows).toEqual(
      tables.map((name) => ({ name, on: !WITHOUT_POLICY.includes(name), forced: !WITHOUT_POLICY.includes(name) })),
    );
  });

  test("that hold for the program compare with the firm of the transaction, for reading and for writing", async () => {
    const { rows: role } = await firms.database.db.pool.query<{ name: string }>("select current_user as name");
    const rows = await asOwner<{ table: string; roles: string[]; reads: string; writes: string }>(
      firms.database.ownerUrl,
      `SELECT p.tablename AS table, p.roles::text[] AS roles, p.qual AS reads, p.with_check AS writes FROM pg_policies p
       WHERE p.schemaname = 'public'`,
    );
    const forProgram = rows.filter(({ roles }) => roles.includes("public") || roles.includes(role[0]?.name ?? ""));
    expect(forProgram.map(({ table }) => table).sort()).toEqual(tenantTables);
    for (const { table, reads, writes } of forProgram) {
      const own = `(${firmColumn(table)} = prolens_current_firm())`;
      expect({ table, reads, writes }).toEqual({ table, reads: own, writes: own });
    }
  });
});

describe("a transaction", () => {
  test("that reads cannot write", async () => {
    const write = inFirmRead(firms.database.db, firms.north.firm.id, (tx) =>
      tx.execute(sql`delete from portal_session`),
    );
    await expect(write).rejects.toMatchObject({ cause: { code: "25006" } });
  });

  test("leaves nothing of its firm to the next one on the same connection, whether it ends well or badly", async () => {
    const { pool } = firms.database.db;
    const seen = async () => {
      const { rows } = await pool.query<{ firm: string; portals: string }>(
        "select current_setting('app.firm_id', true) as firm, (select count(*) from portal) as portals",
      );
      return { firm: rows[0]?.firm ?? "", portals: Number(rows[0]?.portals) };
    };
    const count = await inFirmRead(firms.database.db, firms.north.firm.id, (tx) => countIn(tx, "portal"));
    expect(count).toBeGreaterThan(0);
    for (let load = 0; load < pool.options.max; load++) {
      await inFirmRead(firms.database.db, firms.north.firm.id, async (tx) => countIn(tx, "portal"));
      await inFirmWrite(firms.database.db, firms.north.firm.id, async () => {
        throw new Error("on purpose");
      }).catch(() => {});
      expect(await seen()).toEqual({ firm: "", portals: 0 });
    }
    const all = await Promise.all(Array.from({ length: 20 }, seen));
    expect(all).toEqual(all.map(() => ({ firm: "", portals: 0 })));
  });

  test("that throws undoes everything it wrote", async () => {
    const attempt = inFirmWrite(firms.database.db, firms.north.firm.id, async (tx) => {
      await tx.execute(sql`update firm set name = 'Changed'`);
      throw new Error("on purpose");
    });
    await expect(attempt).rejects.toThrow("on purpose");
    expect((await unscopedFindFirmBySlug(firms.database.db, "north-studio"))?.name).toBe("North Studio");
  });
});

describe("the program's role", () => {
  test("owns nothing, is in no other role, and may bypass, create or become nothing", async () => {
    const { rows } = await firms.database.db.pool.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
         (select count(*)::int from pg_class where relowner = r.oid) as relations,
         (select count(*)::int from pg_proc where proowner = r.oid) as functions,
         (select count(*)::int from pg_namespace where nspowner = r.oid) as schemas,
         (select count(*)::int from pg_database where datdba = r.oid) as databases,
         (select count(*)::int from pg_auth_members where member = r.oid) as memberships
       from pg_roles r where rolname = current_user`,
    );
    const no = {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    };
    expect(rows).toEqual([{ ...no, relations: 0, functions: 0, schemas: 0, databases: 0, memberships: 0 }]);
  });

  test.each([
    "create table mine (id int)",
    "create schema mine",
    "create function mine() returns int language sql as 'select 1'",
    "alter table portal disable row level security",
    "alter table portal no force row level security",
    "drop policy portal_of_firm on portal",
    "create policy mine on portal using (true)",
    "truncate portal_session",
    "set role postgres",
    "update decision set outcome = 'granted'",
    "delete from decision",
    "truncate decision",
    "update audit set actor = 'nobody'",
    "delete from audit",
    "select * from drizzle.__drizzle_migrations",
    "create trigger mine after insert on portal execute function prolens_current_firm()",
    "copy portal to program 'true'",
    "select pg_read_file('PG_VERSION')",
  ])("may not %s", async (statement) => {
    const attempt = inFirmWrite(firms.database.db, firms.north.firm.id, (tx) => tx.execute(sql.raw(statement)));
    await expect(attempt).rejects.toMatchObject({ cause: { code: expect.stringMatching(/^(42501|22023|42704)$/) } });
  });
});

describe("the ways past the policies", () => {
  test("are these functions and no others, run with a search path that nobody can bend", async () => {
    const rows = await asOwner<{ name: string; config: string[] | null }>(
      firms.database.ownerUrl,
      `SELECT proname AS name, proconfig AS config FROM pg_proc
       WHERE pronamespace = 'public'::regnamespace AND prosecdef ORDER BY 1`,
    );
    const config = ["search_path=public, pg_temp"];
    expect(rows).toEqual([
      { name: "prolens_few_firms", config },
      { name: "prolens_firm_by_host", config },
      { name: "prolens_firm_by_slug", config },
      { name: "prolens_firms_of_account_email", config },
      { name: "prolens_firms_of_reference", config },
      { name: "prolens_firms_of_team_email", config },
      { name: "prolens_firms_to_check", config },
      { name: "prolens_firms_to_watch", config },
      { name: "prolens_firms_with_credentials", config },
      { name: "prolens_purge", config },
      { name: "prolens_unwell_connections", config },
    ]);
  });

  test("are open to the program alone", async () => {
    const rows = await asOwner<{ name: string }>(
      firms.database.ownerUrl,
      `SELECT p.proname AS name FROM pg_proc p, aclexplode(p.proacl) a
       WHERE p.pronamespace = 'public'::regnamespace AND a.grantee = 0
       UNION SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proacl IS NULL`,
    );
    expect(rows).toEqual([]);
  });

  test("find a firm by its exact slug, by a team email or by a reference, and say its name and contact only", async () => {
    const { db } = firms.database;
    const { id, slug, name, contactEmail } = firms.north.firm;
    const north = { id, slug, name, contactEmail };
    expect(await unscopedFindFirmBySlug(db, "north-studio")).toEqual(north);
    for (const other of ["north", "NORTH-STUDIO", "%", "north-studio ", ""]) {
      expect(await unscopedFindFirmBySlug(db, other)).toBeNull();
    }
    expect(await unscopedListFirmsOfTeamEmail(db, firms.north.admin)).toEqual([north]);
    expect(await unscopedListFirmsOfTeamEmail(db, "jane@acme.north.example" as Email)).toEqual([]);
    const visitor = firms.visit(firms.north);
    const reference = referenceOf(await visitor.signIn("lost@elsewhere.example")) ?? "";
    expect(await unscopedListFirmsOfReference(db, reference)).toEqual([north]);
    expect(await unscopedListFirmsOfReference(db, "PL-0000-00")).toEqual([]);
  });
});
