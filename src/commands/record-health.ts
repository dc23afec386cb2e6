import { eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { findConnectionMark } from "../data/queries/connections.ts";
import { type ConnectionHealth, lockHealth } from "../data/queries/health.ts";
import { connectionHealth } from "../data/schema/tables.ts";
import type { FirmId } from "../domain/ids.ts";

/** Both null: the connection has never been checked, or is not as it was when this was found. */
export type HealthChange = { before: ConnectionHealth | null; after: ConnectionHealth | null };

/**
 * Stores how a connection is, from how it was. Nothing is stored where `change` answers with the very same, or where the
 * connection has never been checked. Nodes that ask at once come one after the other. INVARIANT: what was found with a token that was
 * replaced meanwhile, or over a connection that was ended, never stands against the one that is in use.
 */
export async function recordHealth(
  db: Database,
  firmId: FirmId,
  { connectionId, connectionMark }: { connectionId: string; connectionMark: string },
  change: (before: ConnectionHealth) => ConnectionHealth,
): Promise<HealthChange> {
  return inFirmWrite(db, firmId, async (tx) => {
    const locked = await lockHealth(tx, connectionId);
    // Read behind the lock: whoever renews the token writes both.
    const before = (await findConnectionMark(tx, connectionId)) === connectionMark ? locked : null;
    const after = before && change(before);
    if (!after || after === before) return { before, after };
    await tx.update(connectionHealth).set(after).where(eq(connectionHealth.connectionId, connectionId));
    return { before, after };
  });
}
