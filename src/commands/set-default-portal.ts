import { eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { portalAccount } from "../data/schema/tables.ts";
import type { Email } from "../domain/email.ts";
import type { PortalId } from "../domain/ids.ts";

/** Remembers which of somebody's portals the firm's address opens at once; null: they are asked again. */
export async function setDefaultPortal(db: Database, doer: Doer, email: Email, id: PortalId | null): Promise<void> {
  await inFirmWrite(db, doer.firmId, async (tx) => {
    await tx.update(portalAccount).set({ defaultPortalId: id }).where(eq(portalAccount.email, email));
    await insertAudit(tx, doer, "portal_account.default", { portal: id });
  });
}
