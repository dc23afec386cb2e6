import { and, eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { contactLimit } from "../data/schema/rescue-tables.ts";
import type { ContactId, PortalId } from "../domain/ids.ts";

/** Ends a contact's limit at a portal; it counts on the next page load. False when there is none to end. */
export async function liftLimit(
  db: Database,
  doer: Doer,
  { portalId, contactId }: { portalId: PortalId; contactId: ContactId },
): Promise<boolean> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const ended = await tx
      .delete(contactLimit)
      .where(and(eq(contactLimit.portalId, portalId), eq(contactLimit.contactId, contactId)))
      .returning({ contactId: contactLimit.contactId });
    if (ended.length === 0) return false;
    await insertAudit(tx, doer, "contact.lift_limit", { portal: portalId, contact: contactId });
    return true;
  });
}
