import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { type Database, openDatabase } from "../../src/data/database.ts";
import { programLogin } from "../../src/data/program-role.ts";
import { databaseUrl } from "./database-url.ts";

export type TestDatabase = {
  /** As the program logs in: the restricted role. */
  db: Database;
  /** As a superuser, for looking behind the row policies. */
  ownerUrl: string;
  drop(): Promise<void>;
};

/** A database of its own for a test file, copied from the migrated template. */
export async function createTestDatabase({ connectionsMax = 5 } = {}): Promise<TestDatabase> {
  const { url, ownerUrl: owner, template } = inject("testServer");
  const name = `prolens_test_${randomUUID().replaceAll("-", "")}`;
  await asOwner(url, `CREATE DATABASE ${name} TEMPLATE ${template} OWNER ${new URL(owner).username}`);
  const ownerUrl = databaseUrl(url, name);
  const db = openDatabase(programLogin({ connectionString: databaseUrl(owner, name) }), { connectionsMax });
  const drop = async () => {
    await db.pool.end();
    await asOwner(url, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { db, ownerUrl, drop };
}

/** Runs one statement as the owner and returns its rows. */
export async function asOwner<Row extends pg.QueryResultRow>(
  url: string,
  statement: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}
