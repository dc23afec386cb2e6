import { Client } from "pg";
import { owner } from "./cluster.ts";
import { EmbeddedDatabaseError } from "./errors.ts";

export type Role = "server" | "command";

export type Connection = { host: "127.0.0.1"; port: number; user: string; password: string; database: string };

/** A session that holds our locks; `lost` resolves when it ends, for whatever reason. */
export type Membership = { client: Client; role: Role; lost: Promise<void> };

export type JoinOutcome =
  | { kind: "joined"; membership: Membership }
  | { kind: "in-use"; holderPid: number | null }
  | { kind: "refused"; reason: string };

// Everybody who uses the data directory shares the users lock; whoever wants to stop the database needs it alone. The
// server lock has one holder. Both belong to a session and die with its process, so nothing can be left behind.
const lockSpace = 1_347_571_532;
const locks = { users: `${lockSpace}, 1`, server: `${lockSpace}, 2` };

/** Logs in and takes the locks of the role. Throws EmbeddedDatabaseError when the database does not accept our password. */
export async function joinDatabase(connection: Connection, role: Role): Promise<JoinOutcome> {
  const session = openSession(connection, role);
  try {
    await session.client.connect();
    const refusal = await takeLocks(session.client, role);
    if (refusal === null) return { kind: "joined", membership: session };
    await session.client.end();
    return refusal;
  } catch (cause) {
    session.client.end().catch(() => undefined);
    return explainRefusal(connection, cause);
  }
}

/**
 * Gives up our locks and says whether we are the last: then we hold the users lock alone, nobody can join, and the caller
 * stops the database. A server waits up to `graceMs` for commands in flight, unless another server has taken over.
 */
export async function leaveDatabase({ client, role }: Membership, graceMs: number): Promise<boolean> {
  await client.query(`SELECT pg_advisory_unlock_shared(${locks.users})`);
  if (role === "server") await client.query(`SELECT pg_advisory_unlock(${locks.server})`);
  const deadline = Date.now() + (role === "server" ? graceMs : 0);
  for (;;) {
    if (await isTrue(client, `pg_try_advisory_lock(${locks.users})`)) return true;
    if (Date.now() >= deadline || (await findServer(client)) !== null) return false;
    await isTrue(client, "pg_sleep(0.05) IS NULL");
  }
}

function openSession(connection: Connection, role: Role): Membership {
  const client = new Client({
    ...connection,
    application_name: `prolens ${role} ${process.pid}`,
    ssl: false,
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => undefined); // The end of the session follows, and that is what we act on.
  return { client, role, lost: new Promise((resolve) => client.once("end", () => resolve())) };
}

async function takeLocks(client: Client, role: Role): Promise<JoinOutcome | null> {
  if (!(await isTrue(client, `pg_try_advisory_lock_shared(${locks.users})`))) {
    return { kind: "refused", reason: "another process is just stopping the database" };
  }
  if (role === "command" || (await isTrue(client, `pg_try_advisory_lock(${locks.server})`))) return null;
  return { kind: "in-use", holderPid: (await findServer(client))?.pid ?? null };
}

async function isTrue(client: Client, expression: string): Promise<boolean> {
  const { rows } = await client.query<{ holds: boolean }>(`SELECT ${expression} AS holds`);
  return rows[0]?.holds === true;
}

async function findServer(client: Client): Promise<{ pid: number | null } | null> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.application_name AS name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
     WHERE l.locktype = 'advisory' AND l.granted AND (l.classid::bigint, l.objid::bigint) = (${locks.server})`,
  );
  if (rows[0] === undefined) return null;
  const pid = /^prolens server (\d+)$/.exec(rows[0].name)?.[1];
  return { pid: pid === undefined ? null : Number(pid) };
}

async function explainRefusal(connection: Connection, cause: unknown): Promise<JoinOutcome> {
  const { code, message } = cause as { code?: string; message: string };
  if (code === "28P01") {
    throw new EmbeddedDatabaseError(
      "The embedded database does not accept the password that is stored beside it.",
      "Restore the whole data directory from one backup, not parts of several.",
      cause,
    );
  }
  if (code === "3D000") return createDatabase(connection);
  return { kind: "refused", reason: message };
}

/** A new cluster, or one whose creator was killed, has no database yet; two creators at once do no harm. */
async function createDatabase(connection: Connection): Promise<JoinOutcome> {
  const { client } = openSession({ ...connection, database: "postgres" }, "command");
  try {
    await client.connect();
    await client.query(`CREATE DATABASE ${owner}`);
    return { kind: "refused", reason: "the database was just created" };
  } catch (cause) {
    return { kind: "refused", reason: String(cause) };
  } finally {
    await client.end().catch(() => undefined);
  }
}
