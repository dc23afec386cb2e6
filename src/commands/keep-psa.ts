import { and, eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { connection } from "../data/schema/tables.ts";

/** Gives the switch up: the pending connection goes with its token, and portals read on as they do. False when none was pending. */
export async function keepPsa(db: Database, doer: Doer): Promise<boolean> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const isPending = and(eq(connection.firmId, doer.firmId), eq(connection.state, "pending"));
    const [gone] = await tx.delete(connection).where(isPending).returning({ kind: connection.kind });
    if (gone) await insertAudit(tx, doer, "connection.keep", { dropped: gone.kind });
    return gone !== undefined;
  });
}
