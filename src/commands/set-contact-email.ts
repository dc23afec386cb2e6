import { eq } from "drizzle-orm";
import { type Database, inFirmWrite, type Tx } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { firm } from "../data/schema/columns.ts";
import type { Email } from "../domain/email.ts";

/** Settles to which address the firm's clients write for help; it counts on their next page load. */
export async function setContactEmail(db: Database, doer: Doer, email: Email): Promise<void> {
  await inFirmWrite(db, doer.firmId, (tx) => changeContactEmail(tx, doer, email));
}

/** The same within a transaction that changes more. */
export async function changeContactEmail(tx: Tx, doer: Doer, email: Email): Promise<void> {
  const [current] = await tx.select({ email: firm.contactEmail }).from(firm).for("no key update");
  if (!current || current.email === email) return;
  await tx.update(firm).set({ contactEmail: email }).where(eq(firm.id, doer.firmId));
  await insertAudit(tx, doer, "firm.contact", { email, before: current.email });
}
