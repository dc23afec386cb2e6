import { eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { portal } from "../data/schema/tables.ts";
import type { PortalState } from "../domain/firm.ts";
import type { PortalId } from "../domain/ids.ts";

/** Pauses or resumes a portal; it counts on the next page load. False when there is no such portal. */
export async function setPortalState(db: Database, doer: Doer, id: PortalId, state: PortalState): Promise<boolean> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const rows = await tx.update(portal).set({ state }).where(eq(portal.id, id)).returning({ id: portal.id });
    if (rows.length === 0) return false;
    await insertAudit(tx, doer, state === "paused" ? "portal.pause" : "portal.resume", { portal: id });
    return true;
  });
}
