import { randomUUID } from "node:crypto";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { rescueCode } from "../data/schema/rescue-tables.ts";
import type { Email } from "../domain/email.ts";

/** How long a code that is read out on the phone counts. */
export const RESCUE_CODE_LIFE_MS = 10 * 60_000;

/** Keeps a code by phone for this person, as its keyed hash, in place of an earlier one. */
export async function issueRescueCode(
  db: Database,
  doer: Doer,
  { email, codeHash }: { email: Email; codeHash: string },
): Promise<void> {
  const { firmId, actor, now } = doer;
  const expiresAt = new Date(now.getTime() + RESCUE_CODE_LIFE_MS);
  const row = { id: randomUUID(), codeHash, createdAt: now, createdBy: actor, expiresAt };
  await inFirmWrite(db, firmId, async (tx) => {
    await tx
      .insert(rescueCode)
      .values({ firmId, email, ...row })
      .onConflictDoUpdate({ target: [rescueCode.firmId, rescueCode.email], set: row });
    await insertAudit(tx, doer, "rescue_code.issue", { email });
  });
}
