import { eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { findPortal } from "../data/queries/portals.ts";
import { portal } from "../data/schema/tables.ts";
import type { PortalId } from "../domain/ids.ts";
import type { PortalLanguage } from "../domain/portal-language.ts";

type Wish = { portalId: PortalId; language: PortalLanguage | null };

/** Gives a portal a language of its own, or (null) the firm's setting; it counts on the next page load. False: no such portal. */
export async function setPortalLanguage(db: Database, doer: Doer, { portalId, language }: Wish): Promise<boolean> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const before = await findPortal(tx, portalId);
    if (!before) return false;
    await tx.update(portal).set({ language }).where(eq(portal.id, portalId));
    await insertAudit(tx, doer, "portal.language", { portal: portalId, from: before.ownLanguage, to: language });
    return true;
  });
}
