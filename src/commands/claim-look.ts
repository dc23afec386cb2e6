import { lt } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { watchRun } from "../data/schema/rescue-tables.ts";
import type { FirmId } from "../domain/ids.ts";

/**
 * Takes the next look of the drift watch at this firm, unless one has begun since `startedBefore`. One statement: of several
 * nodes that ask at once, one gets it.
 */
export async function claimLook(
  db: Database,
  firmId: FirmId,
  look: { now: Date; startedBefore: Date },
): Promise<boolean> {
  return inFirmWrite(db, firmId, async (tx) => {
    const rows = await tx
      .insert(watchRun)
      .values({ firmId, startedAt: look.now })
      .onConflictDoUpdate({
        target: watchRun.firmId,
        set: { startedAt: look.now },
        setWhere: lt(watchRun.startedAt, look.startedBefore),
      })
      .returning({ firmId: watchRun.firmId });
    return rows.length === 1;
  });
}
