import { and, eq, isNull } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { emailAlias } from "../data/schema/rescue-tables.ts";
import type { Email } from "../domain/email.ts";

/** Takes the firm's word back; the next page load shows nothing. False when none was in force for this email. */
export async function revokeAlias(db: Database, doer: Doer, email: Email): Promise<boolean> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const [revoked] = await tx
      .update(emailAlias)
      .set({ revokedAt: doer.now, revokedBy: doer.actor })
      .where(and(eq(emailAlias.email, email), isNull(emailAlias.revokedAt)))
      .returning({ contactId: emailAlias.contactId });
    if (!revoked) return false;
    await insertAudit(tx, doer, "alias.revoke", { email, contact: revoked.contactId });
    return true;
  });
}
