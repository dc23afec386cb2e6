import { randomUUID } from "node:crypto";
import { type Database, inFirmWrite } from "../data/database.ts";
import { findAliasInForce } from "../data/queries/aliases.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { emailAlias } from "../data/schema/rescue-tables.ts";
import type { Email } from "../domain/email.ts";
import type { ContactId } from "../domain/ids.ts";

export type NewAlias = { email: Email; contactId: ContactId; contactEmail: Email; contactName: string };

/** `already`: this very approval is in force. `other_in_force`: the email counts as somebody else so far. */
export type AliasApproved =
  | { kind: "approved" }
  | { kind: "already" }
  | { kind: "other_in_force"; contactName: string };

/**
 * The firm's word that an email is a contact; it counts on the next page load. INVARIANT: whoever calls has just seen in the
 * PSA that the contact carries `contactEmail` and is active, and that the email is no contact's own.
 */
export async function approveAlias(db: Database, doer: Doer, alias: NewAlias): Promise<AliasApproved> {
  const { firmId, now, actor } = doer;
  return inFirmWrite(db, firmId, async (tx) => {
    const made = await tx
      .insert(emailAlias)
      .values({ firmId, id: randomUUID(), ...alias, createdAt: now, createdBy: actor })
      .onConflictDoNothing()
      .returning({ id: emailAlias.id });
    if (made.length === 0) return standing(await findAliasInForce(tx, alias.email), alias);
    const { email, contactId, contactEmail } = alias;
    await insertAudit(tx, doer, "alias.approve", { email, contact: contactId, contactEmail });
    return { kind: "approved" };
  });
}

/** Null when it was revoked in the very moment between: then nothing is in force, and asking again settles it. */
function standing(inForce: NewAlias | null, wished: NewAlias): AliasApproved {
  const isSame = inForce?.contactId === wished.contactId && inForce.contactEmail === wished.contactEmail;
  return isSame
    ? { kind: "already" }
    : { kind: "other_in_force", contactName: inForce?.contactName ?? "somebody else" };
}
