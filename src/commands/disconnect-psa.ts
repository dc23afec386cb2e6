import { eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { connection } from "../data/schema/tables.ts";

/**
 * Ends the firm's connection: nothing reads from it any more, and its token is erased. Returns its id, so that what it has read
 * can be forgotten; null when none was connected.
 */
export async function disconnectPsa(db: Database, doer: Doer): Promise<string | null> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const [ended] = await tx
      .update(connection)
      .set({ state: "disconnected", credential: null, updatedAt: doer.now })
      .where(eq(connection.state, "live"))
      .returning({ id: connection.id, kind: connection.kind });
    if (!ended) return null;
    await insertAudit(tx, doer, "connection.disconnect", { kind: ended.kind });
    return ended.id;
  });
}
