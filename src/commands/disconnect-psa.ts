import { and, eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { changedAt } from "../data/queries/connections.ts";
import { connection } from "../data/schema/tables.ts";

/**
 * Ends the firm's connection of this id: nothing reads from it any more, and its token is erased. What it has read is for the
 * caller to forget. False when it is not the one that portals read from.
 */
export async function disconnectPsa(db: Database, doer: Doer, id: string): Promise<boolean> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const [ended] = await tx
      .update(connection)
      .set({ state: "disconnected", credential: null, updatedAt: changedAt(doer.now) })
      .where(and(eq(connection.id, id), eq(connection.state, "live")))
      .returning({ kind: connection.kind });
    if (!ended) return false;
    await insertAudit(tx, doer, "connection.disconnect", { kind: ended.kind });
    return true;
  });
}
