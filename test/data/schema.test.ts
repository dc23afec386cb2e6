// The tables as the program describes them are the tables that the migrations make.
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrateDatabase } from "../../src/data/migrate.ts";
import * as columns from "../../src/data/schema/columns.ts";
import * as contentTables from "../../src/data/schema/content-tables.ts";
import * as rescueTables from "../../src/data/schema/rescue-tables.ts";
import * as mainTables from "../../src/data/schema/tables.ts";
import { asOwner, createTestDatabase, type TestDatabase } from "../support/test-database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const tables = Object.values({ ...columns, ...contentTables, ...rescueTables, ...mainTables }).filter((value) =>
  is(value, PgTable),
);

test("every table, column, type and null of the schema is in the database, and nothing else is", async () => {
  const rows = await asOwner(
    database.ownerUrl,
    `SELECT table_name AS table, column_name AS name, data_type AS type, is_nullable = 'NO' AS "notNull"
     FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const described = tables.flatMap((table) =>
    Object.values(getTableColumns(table)).map((column) => ({
      table: getTableName(table),
      name: column.name,
      type: column.getSQLType(),
      notNull: column.notNull,
    })),
  );
  expect(described.length).toBeGreaterThan(50);
  expect(sorted(rows)).toEqual(sorted(described));
});

test("every primary key of the schema is the database's, column by column", async () => {
  const rows = await asOwner<{ table: string; columns: string[] }>(
    database.ownerUrl,
    `SELECT conrelid::regclass::text AS table, (SELECT array_agg(a.attname::text ORDER BY k.n)
       FROM unnest(conkey) WITH ORDINALITY k(num, n) JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = k.num) AS columns
     FROM pg_constraint WHERE contype = 'p' AND connamespace = 'public'::regnamespace`,
  );
  const described = tables.map((table) => {
    const { primaryKeys, columns } = getTableConfig(table);
    const own = columns.filter(({ primary }) => primary);
    return { table: getTableName(table), columns: (primaryKeys[0]?.columns ?? own).map(({ name }) => name) };
  });
  expect(sorted(rows)).toEqual(sorted(described));
});

test("migrating again changes nothing", async () => {
  const shape = () =>
    asOwner(
      database.ownerUrl,
      "SELECT relname, relkind FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1",
    );
  const before = await shape();
  await Promise.all([1, 2, 3].map(() => migrateDatabase({ connectionString: database.ownerUrl })));
  expect(await shape()).toEqual(before);
});

function sorted<T>(rows: T[]): T[] {
  return [...rows].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}
