import { eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type ConnectionHealth, lockHealth } from "../data/queries/health.ts";
import { connectionHealth } from "../data/schema/tables.ts";
import type { FirmId } from "../domain/ids.ts";

export type HealthChange = { before: ConnectionHealth; after: ConnectionHealth };

/**
 * Stores how a connection is, from how it was. Nothing is stored, and null comes back, where `change` answers null or the
 * connection has never been checked. Nodes that ask at once come one after the other.
 */
export async function recordHealth(
  db: Database,
  firmId: FirmId,
  connectionId: string,
  change: (before: ConnectionHealth) => ConnectionHealth | null,
): Promise<HealthChange | null> {
  return inFirmWrite(db, firmId, async (tx) => {
    const before = await lockHealth(tx, connectionId);
    const after = before && change(before);
    if (!before || !after) return null;
    await tx.update(connectionHealth).set(after).where(eq(connectionHealth.connectionId, connectionId));
    return { before, after };
  });
}
