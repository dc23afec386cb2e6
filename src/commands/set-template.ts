import { eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { findPortal } from "../data/queries/portals.ts";
import { portal } from "../data/schema/tables.ts";
import type { Template } from "../domain/firm.ts";
import type { PortalId } from "../domain/ids.ts";

/**
 * Gives a portal a template of its own, or (null) lets it follow the firm's default; it counts on the next page load. False
 * when there is no such portal.
 */
export async function setTemplate(db: Database, doer: Doer, id: PortalId, template: Template | null): Promise<boolean> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const before = await findPortal(tx, id);
    if (!before) return false;
    await tx.update(portal).set({ template }).where(eq(portal.id, id));
    await insertAudit(tx, doer, "portal.template", {
      portal: id,
      from: before.isTemplateInherited ? null : before.template,
      to: template,
    });
    return true;
  });
}
