import { and, eq, isNull } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { drift, watchRun } from "../data/schema/rescue-tables.ts";

/**
 * The firm's word that something found is meant to be so: it is not spoken of again. Where the PSA shows less, what it shows
 * now is the measure from here on. False when no such finding is open.
 */
export async function endDrift(db: Database, doer: Doer, id: string): Promise<boolean> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const [ended] = await tx
      .update(drift)
      .set({ endedAt: doer.now })
      .where(and(eq(drift.id, id), isNull(drift.endedAt)))
      .returning({ kind: drift.kind, email: drift.email });
    if (!ended) return false;
    if (ended.kind === "psa_sees_less") await tx.update(watchRun).set({ contacts: null, contactsBefore: null });
    await insertAudit(tx, doer, "drift.end", { drift: id, kind: ended.kind, email: ended.email });
    return true;
  });
}
