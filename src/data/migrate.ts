import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import type { Login } from "./database.ts";
import { grantProgramRole, programPassword } from "./program-role.ts";

const MIGRATION_LOCK = 7_240_001;
const SERVER_VERSION_MIN = 150_000;

/** The server is older than ProLens needs. */
export class DatabaseTooOld extends Error {}

/**
 * Brings the database to this version, as its owner, and makes the program's role. Safe to run again and from several
 * nodes at once: the second waits and finds nothing left to do.
 */
export async function migrateDatabase(owner: Login): Promise<void> {
  const client = new pg.Client({ ...owner, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await requireVersion(client);
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder: migrationsFolder() });
    await retryWhileShared(() => grantProgramRole(client, programPassword(owner)));
  } finally {
    await client.end();
  }
}

const SHARED_TRIES_MAX = 5;

/** Roles are the whole server's: another database of the same owner may be changing the same one at this moment. */
async function retryWhileShared(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (err) {
      const isShared = err instanceof Error && err.message.includes("concurrently updated");
      if (!isShared || attempt === SHARED_TRIES_MAX) throw err;
    }
  }
}

async function requireVersion(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string; name: string }>(
    "SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS name",
  );
  if (Number(rows[0]?.number) >= SERVER_VERSION_MIN) return;
  throw new DatabaseTooOld(`the database server is PostgreSQL ${rows[0]?.name}; ProLens needs 15 or newer`);
}

/**
 * Whether the tables are those of this version, or of one before or after it. `owner`: connected as their owner, who alone may read
 * what has been migrated.
 */
export async function compareVersion(owner: pg.Client): Promise<"same" | "earlier" | "later"> {
  const { rows } = await owner.query<{ newest: string | null }>(
    "SELECT max(created_at) AS newest FROM drizzle.__drizzle_migrations",
  );
  const difference = Number(rows[0]?.newest ?? 0) - newestMigration();
  return difference === 0 ? "same" : difference < 0 ? "earlier" : "later";
}

function newestMigration(): number {
  const journal = readFileSync(join(migrationsFolder(), "meta", "_journal.json"), "utf8");
  const { entries } = JSON.parse(journal) as { entries: { when: number }[] };
  return Math.max(...entries.map(({ when }) => when));
}

/** The folder stands beside the sources; the bundle in dist/ finds it from there. */
function migrationsFolder(): string {
  const beside = fileURLToPath(new URL("./migrations", import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL("../src/data/migrations", import.meta.url));
}
