import { and, eq, isNotNull, ne, type SQL, sql } from "drizzle-orm";
import type { Cause } from "../../access/causes.ts";
import { nothingFound } from "../../access/connection-health.ts";
import type { HealthState } from "../../domain/connection-health.ts";
import { markOf } from "../../domain/psa-connection.ts";
import type { Tx } from "../database.ts";
import { connection, connectionHealth } from "../schema/tables.ts";
import type { Doer } from "./audit.ts";
import { type ConnectionRow, connectionColumns, toConnection } from "./read-door.ts";

/** The connection that the firm's portals read from, or null when none is set up or it was disconnected. */
export async function findConnection(tx: Tx): Promise<ConnectionRow | null> {
  const [row] = await tx.select(connectionColumns).from(connection).where(eq(connection.state, "live"));
  return toConnection(row ?? null);
}

/** The mark of this connection as it is now; null where it is gone or was disconnected. */
export async function findConnectionMark(tx: Tx, connectionId: string): Promise<string | null> {
  const [row] = await tx
    .select({ updatedAt: connection.updatedAt })
    .from(connection)
    .where(and(eq(connection.id, connectionId), ne(connection.state, "disconnected")));
  return row ? markOf(row) : null;
}

/**
 * When a connection is changed now: later than it was changed before, whatever the clock of this node shows. Its mark tells its states
 * apart, and which of two is the later one.
 */
export function changedAt(now: Date): SQL {
  return sql`greatest(${sql.param(now, connection.updatedAt)}, ${connection.updatedAt} + interval '1 millisecond')`;
}

/** A connection with what is known of it besides. `organisation`, `tokenOwner`: as the PSA named them last. `health`: null before the first look. */
export type ConnectionStatus = ConnectionRow & {
  isLive: boolean;
  /** Another one that stands beside it and waits for its review. */
  successor: (ConnectionRow & { organisation: string | null }) | null;
  createdAt: Date;
  health: { state: HealthState; cause: Cause | null } | null;
  organisation: string | null;
  tokenOwner: string | null;
  lastGoodAt: Date | null;
};

/** The firm's connection, live or disconnected; null when there never was one. */
export async function findConnectionStatus(tx: Tx): Promise<ConnectionStatus | null> {
  const rows = await tx
    .select({
      connection: connectionColumns,
      state: connection.state,
      createdAt: connection.createdAt,
      health: { state: connectionHealth.state, cause: connectionHealth.cause },
      organisation: connectionHealth.organisation,
      tokenOwner: connectionHealth.tokenOwner,
      lastGoodAt: connectionHealth.lastGoodAt,
    })
    .from(connection)
    .leftJoin(
      connectionHealth,
      and(eq(connectionHealth.firmId, connection.firmId), eq(connectionHealth.connectionId, connection.id)),
    );
  const row = rows.find((one) => one.state !== "pending");
  const found = toConnection(row?.connection ?? null);
  if (!row || !found) return null;
  const { state, createdAt, health, organisation, tokenOwner, lastGoodAt } = row;
  const waiting = rows.find((one) => one.state === "pending");
  const beside = toConnection(waiting?.connection ?? null);
  const successor = beside && { ...beside, organisation: waiting?.organisation ?? null };
  return { ...found, isLive: state === "live", successor, createdAt, health, organisation, tokenOwner, lastGoodAt };
}

/** The firm's connections whose token is sealed, locked until the transaction ends. */
export async function lockSealedConnections(tx: Tx): Promise<ConnectionRow[]> {
  const rows = await tx
    .select(connectionColumns)
    .from(connection)
    .where(isNotNull(connection.credential))
    .for("update");
  return rows.flatMap((row) => toConnection(row) ?? []);
}

/** Whose eyes a connection reads with, as the PSA has just said. */
type Named = { organisation: string | null; tokenOwner: string | null };

/**
 * Notes that the PSA has just answered as it should. `named`: with a token that was just put in, so that nothing counts which
 * was found before; null where it was only read, which ends nothing that a check or pages have found.
 */
export async function noteAnswer(
  tx: Tx,
  { firmId, now }: Doer,
  connectionId: string,
  named: Named | null,
): Promise<void> {
  const green = { state: "green" as const, cause: null, detail: null, source: null, findings: nothingFound };
  const since = sql`case when ${connectionHealth.state} = 'green' then ${connectionHealth.since} else excluded.since end`;
  const renewed = named && { ...named, ...green, checkedAt: now, since };
  await tx
    .insert(connectionHealth)
    .values({
      firmId,
      connectionId,
      ...named,
      ...green,
      checkedAt: now,
      lastGoodAt: now,
      since: now,
      mailedState: "green",
    })
    .onConflictDoUpdate({
      target: [connectionHealth.firmId, connectionHealth.connectionId],
      set: { ...renewed, lastGoodAt: now },
    });
}
