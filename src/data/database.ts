// How everything here reaches PostgreSQL: one pool, and transactions that belong to one firm.
import { sql } from "drizzle-orm";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { FirmId } from "../domain/ids.ts";

declare const begun: unique symbol;

/** A connection on which a transaction has begun; made here alone. */
export type Tx = Omit<NodePgDatabase, "transaction"> & { readonly [begun]: true };

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

/** A pool to this server; nothing is asked of it yet. `connectionsMax`: 12 unless it says otherwise. A connection that dies is replaced. */
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

function inFirm<T>(db: Database, firmId: FirmId, accessMode: AccessMode, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(db, work, { accessMode, firmId });
}

type AccessMode = "read only" | "read write";

/**
 * One transaction on a connection of its own; a throw undoes everything. With a firm it is this firm's from its first moment:
 * both are one statement. The connection goes back to the pool whatever happens, or is closed where not even the undoing works.
 */
export async function inTransaction<T>(
  db: Database,
  work: (tx: Tx) => Promise<T>,
  { accessMode = "read write", firmId = null }: { accessMode?: AccessMode; firmId?: FirmId | null } = {},
): Promise<T> {
  const client = await db.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`begin ${accessMode}${firmId === null ? "" : `; ${settingOf(firmId)}`}`);
    const result = await work(transactionOn(client));
    await client.query("commit");
    return result;
  } catch (err) {
    broken = await client.query("rollback").then(
      () => undefined,
      (failed: Error) => failed,
    );
    throw err;
  } finally {
    client.release(broken);
  }
}

/** From here to the end of the transaction, or the next call, the row policies show this firm's rows and no others. */
export async function setFirm(tx: Tx, firmId: FirmId): Promise<void> {
  await tx.execute(sql.raw(settingOf(firmId)));
}

function settingOf(firmId: FirmId): string {
  return `select set_config('app.firm_id', ${pg.escapeLiteral(firmId)}, true)`;
}

const transactions = new WeakMap<pg.PoolClient, Tx>();

/** One for all transactions of a connection: they come one after the other. */
function transactionOn(client: pg.PoolClient): Tx {
  const tx = transactions.get(client) ?? (drizzle(client) as unknown as Tx);
  transactions.set(client, tx);
  return tx;
}

/**
 * A statement of the hot path, put together once for each connection: that takes longer than its answer. INVARIANT: `build` takes
 * nothing from around it that may differ between two uses; that is a placeholder.
 */
export function keptStatement<T>(build: (tx: Tx) => T): (tx: Tx) => T {
  const kept = new WeakMap<Tx, T>();
  return (tx) => {
    const statement = kept.get(tx) ?? build(tx);
    kept.set(tx, statement);
    return statement;
  };
}
