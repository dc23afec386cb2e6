import { and, eq, gt } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { insertAudit } from "../data/queries/audit.ts";
import { rescueCode } from "../data/schema/rescue-tables.ts";
import type { Email } from "../domain/email.ts";
import type { FirmId } from "../domain/ids.ts";

/** Spends the code by phone of this person. False when this is not it, or it has run out or was spent meanwhile. */
export async function spendRescueCode(
  db: Database,
  { firmId, email, codeHash, now }: { firmId: FirmId; email: Email; codeHash: string; now: Date },
): Promise<boolean> {
  return inFirmWrite(db, firmId, async (tx) => {
    const spent = await tx
      .delete(rescueCode)
      .where(and(eq(rescueCode.email, email), eq(rescueCode.codeHash, codeHash), gt(rescueCode.expiresAt, now)))
      .returning({ issuedBy: rescueCode.createdBy });
    for (const { issuedBy } of spent)
      await insertAudit(tx, { firmId, actor: email, now }, "rescue_code.use", { email, issuedBy });
    return spent.length === 1;
  });
}
