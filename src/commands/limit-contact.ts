import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { findPortal } from "../data/queries/portals.ts";
import { contactLimit } from "../data/schema/rescue-tables.ts";
import type { ContactId, PortalId, ProjectId } from "../domain/ids.ts";

export type LimitWish = {
  portalId: PortalId;
  contact: { id: ContactId; name: string };
  /** The projects that stay open to the contact; none of them is a block. */
  projectIds: ProjectId[];
};

/**
 * Lets a contact see only these projects at a portal, in place of whatever limit there was; it counts on the next page
 * load. False when the firm has no such portal.
 */
export async function limitContact(db: Database, doer: Doer, wish: LimitWish): Promise<boolean> {
  const { portalId, contact, projectIds } = wish;
  return inFirmWrite(db, doer.firmId, async (tx) => {
    if (!(await findPortal(tx, portalId))) return false;
    const settled = { contactName: contact.name, projectIds, createdAt: doer.now, createdBy: doer.actor };
    await tx
      .insert(contactLimit)
      .values({ firmId: doer.firmId, portalId, contactId: contact.id, ...settled })
      .onConflictDoUpdate({
        target: [contactLimit.firmId, contactLimit.portalId, contactLimit.contactId],
        set: settled,
      });
    await insertAudit(tx, doer, "contact.limit", {
      portal: portalId,
      contact: contact.id,
      projects: projectIds.join(", "),
    });
    return true;
  });
}
