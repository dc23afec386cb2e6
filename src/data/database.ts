// How everything here reaches PostgreSQL: one pool, and transactions that belong to one firm.
import { sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { FirmId } from "../domain/ids.ts";

export type Tx = Parameters<Parameters<NodePgDatabase["transaction"]>[0]>[0];

export type Database = { pool: pg.Pool; orm: NodePgDatabase };

/** How to reach a server and log in; the shape that `pg` takes. */
export type Login =
  | { connectionString: string }
  | { host: string; port: number; user: string; password: string; database: string; ssl?: boolean };

/** Nothing of ours takes long; what does is stuck, and must not keep others waiting behind it. */
const bounds = {
  connectionTimeoutMillis: 5_000,
  statement_timeout: 15_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 15_000,
};

export function openDatabase(
  login: Login,
  options: { connectionsMax?: number; onIdleError?: (err: Error) => void } = {},
): Database {
  const pool = new pg.Pool({ ...login, ...bounds, max: options.connectionsMax ?? 12 });
  // A connection that dies is replaced, and whoever was using it gets the error from their statement. Without a listener
  // the event would end the process.
  pool.on("error", (err) => options.onIdleError?.(err));
  pool.on("connect", (client) => client.on("error", () => undefined));
  return { pool, orm: drizzle(pool) };
}

/** Reads rows of this firm; a statement that writes is refused by the database. */
export function inFirmRead<T>(db: Database, firmId: FirmId, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inFirm(db, firmId, "read only", work);
}

/** Reads and writes rows of this firm in one transaction; a throw undoes everything. */
export function inFirmWrite<T>(db: Database, firmId: FirmId, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inFirm(db, firmId, "read write", work);
}

function inFirm<T>(
  db: Database,
  firmId: FirmId,
  accessMode: "read only" | "read write",
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return inTransaction(
    db,
    async (tx) => {
      await setFirm(tx, firmId);
      return work(tx);
    },
    accessMode,
  );
}

/**
 * One transaction on a connection of its own; a throw undoes everything. The connection goes back to the pool whatever
 * happens: the library's own transaction on a pool keeps it for good when it breaks before the first statement.
 */
export async function inTransaction<T>(
  db: Database,
  work: (tx: Tx) => Promise<T>,
  accessMode: "read only" | "read write" = "read write",
): Promise<T> {
  const client = await db.pool.connect();
  try {
    return await drizzle(client).transaction(work, { accessMode });
  } finally {
    client.release();
  }
}

/** From here to the end of the transaction, or the next call, the row policies show this firm's rows and no others. */
export async function setFirm(tx: Tx, firmId: FirmId): Promise<void> {
  await tx.execute(sql`select set_config('app.firm_id', ${firmId}, true)`);
}
