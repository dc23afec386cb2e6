// Which PostgreSQL, and as whom: the operator's own (DATABASE_URL) or the embedded one. Everything else just gets a Database.
import pg from "pg";
import { type Database, type Login, openDatabase } from "./database.ts";
import { openEmbeddedServer } from "./embedded/embedded-server.ts";
import { compareVersion, migrateDatabase } from "./migrate.ts";
import { programLogin } from "./program-role.ts";

export type Storage = {
  db: Database;
  /** For the start message: "embedded database, created" or "your own PostgreSQL". */
  description: string;
  close(): Promise<void>;
};

/** The database is there, but not ready for this version; the message says what to do. */
export class StorageNotReady extends Error {}

export type StorageOptions = {
  databaseUrl: string | null;
  dataDir: string;
  role: "server" | "command";
  log: (line: string) => void;
};

/** Opens storage for the program. The embedded database is brought to this version on the way; your own is not touched. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const onIdleError = (err: Error) => options.log(`a database connection was lost: ${err.message}`);
  if (options.databaseUrl !== null) {
    const db = openDatabase(await loginForProgram({ connectionString: options.databaseUrl }), { onIdleError });
    return { db, description: "your own PostgreSQL", close: () => db.pool.end() };
  }
  const server = await openEmbeddedServer(options);
  // Loopback, and a server built without certificates: what the environment says about TLS is meant for another database.
  const owner = { ...server.connection, ssl: false };
  await migrateDatabase(owner);
  const db = openDatabase(programLogin(owner), { onIdleError });
  const close = async () => {
    await db.pool.end();
    await server.stop();
  };
  return { db, description: `embedded database, ${server.origin}`, close };
}

type Rights = { isMigrated: boolean; isOwner: boolean; bypasses: boolean };
/** `version`: of the tables, beside this program's; null where the login may not know. */
type Standing = Rights & { version: "same" | "earlier" | "later" | null };

/**
 * The login that the program works under. A login that owns the tables (or may do anything) is used only to find the
 * restricted role beside it; one that is restricted already is used as it is.
 */
async function loginForProgram(given: Login): Promise<Login> {
  const { isMigrated, isOwner, bypasses, version } = await readStanding(given);
  if (!isMigrated) throw new StorageNotReady("the database has no ProLens tables yet; run `prolens migrate` first");
  if (version === "earlier") {
    throw new StorageNotReady("the database is of an earlier version of ProLens; run `prolens migrate` first");
  }
  if (version === "later") {
    throw new StorageNotReady("the database is of a later version of ProLens than this program; run that version");
  }
  if (isOwner) return programLogin(given);
  if (bypasses) {
    throw new StorageNotReady(
      "the login in DATABASE_URL bypasses row security and did not run `prolens migrate`; use the one that did, or one that is restricted",
    );
  }
  return given;
}

async function readStanding(login: Login): Promise<Standing> {
  const client = new pg.Client({ ...login, connectionTimeoutMillis: 10_000 });
  await client.connect().catch((err: unknown) => {
    const words = err instanceof Error && err.message !== "" ? err.message : "no answer";
    throw new StorageNotReady(`the database in DATABASE_URL cannot be reached: ${words}`, { cause: err });
  });
  try {
    const { rows } = await client.query<Rights>(`
      SELECT c.oid IS NOT NULL AS "isMigrated",
             coalesce(pg_get_userbyid(c.relowner) = current_user, false) AS "isOwner",
             (r.rolsuper OR r.rolbypassrls OR coalesce(pg_has_role(current_user, c.relowner, 'MEMBER'), false)) AS "bypasses"
      FROM pg_roles r LEFT JOIN pg_class c ON c.oid = to_regclass('public.firm')
      WHERE r.rolname = current_user`);
    const rights = rows[0] ?? { isMigrated: false, isOwner: false, bypasses: true };
    return { ...rights, version: rights.isOwner ? await compareVersion(client) : null };
  } finally {
    await client.end();
  }
}
