import type { PsaTrouble } from "../../access/facts.ts";
import type { NewAlias } from "../../commands/approve-alias.ts";
import type { DiagnosisParts } from "../../diagnosis/diagnose-person.ts";
import { type Email, parseEmail } from "../../domain/email.ts";
import type { ContactId } from "../../domain/ids.ts";
import type { PsaGateway } from "../../psa/gateway.ts";
import { readDirectory } from "../../psa/read-directory.ts";

/** Why an email is not approved for a contact, as the PSA is right now. */
export type NotApprovable =
  | { kind: "not_an_email" }
  | { kind: "no_answer" }
  | { kind: "own_email" }
  | { kind: "contact_changed" }
  | { kind: "archived"; contactName: string };

export type Approvable = { kind: "approvable"; alias: NewAlias };

type Wish = { email?: string; contactId?: string; contactEmail?: string };

/** Asks the PSA now: that contact, with that email, active; and the email at the door is nobody's own. */
export async function checkApprovable(
  { gateway }: Pick<DiagnosisParts, "gateway">,
  wish: Wish,
): Promise<Approvable | NotApprovable> {
  const [email, contactEmail] = [parseEmail(wish.email ?? ""), parseEmail(wish.contactEmail ?? "")];
  if (!email || !contactEmail) return { kind: "not_an_email" };
  if ("kind" in gateway) return { kind: "no_answer" };
  const [own, other] = await Promise.all([gateway.readPeople(email), gateway.readPeople(contactEmail)]);
  if (own.kind !== "read" || other.kind !== "read") return { kind: "no_answer" };
  // Archived contacts too: whom the firm put away does not come back by another name.
  if (own.contacts.length > 0) return { kind: "own_email" };
  const contact = other.contacts.find(({ id }) => id === wish.contactId);
  if (!contact) return { kind: "contact_changed" };
  if (contact.isArchived) return { kind: "archived", contactName: contact.name };
  return { kind: "approvable", alias: { email, contactId: contact.id, contactEmail, contactName: contact.name } };
}

/** Whether each approval still leads to its contact; null when the PSA does not answer. */
export async function readStanding(gateway: PsaGateway | PsaTrouble): Promise<((alias: Bound) => boolean) | null> {
  const reading = await readDirectory(gateway);
  if ("kind" in reading) return null;
  const active = new Map(reading.value.contacts.filter(({ isArchived }) => !isArchived).map((one) => [one.id, one]));
  return ({ contactId, contactEmail }) => active.get(contactId)?.emails.includes(contactEmail) ?? false;
}

type Bound = { contactId: ContactId; contactEmail: Email };
