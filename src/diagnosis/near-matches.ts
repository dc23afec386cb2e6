// Whose email nearly is this one. Evidence for the firm, never a way in.
import type { NearMatch } from "../access/facts.ts";
import type { Directory } from "../connectors/port.ts";
import type { Contact } from "../domain/contact.ts";
import type { Email } from "../domain/email.ts";

const MATCHES_MAX = 3;

/** Contacts who may be the person behind an email that is nobody's, the likeliest first; at most three. */
export function findNearMatches(email: Email, { contacts, companies }: Directory): NearMatch[] {
  const nameOf = new Map(companies.map((company) => [company.id, company.name]));
  return contacts
    .filter((contact) => !contact.isArchived)
    .flatMap((contact) => {
      const found = likenessTo(email, contact);
      if (!found) return [];
      const companyNames = contact.companyIds.flatMap((id) => nameOf.get(id) ?? []).sort();
      return [{ contactId: contact.id, contactName: contact.name, companyNames, ...found }];
    })
    .slice(0, MATCHES_MAX);
}

/** The same mail domain and a mailbox made of the contact's names. */
function likenessTo(email: Email, contact: Contact): Pick<NearMatch, "contactEmail" | "likeness"> | null {
  const [local = "", domain = ""] = email.split("@");
  const names = contact.name.toLowerCase().split(/\s+/);
  const contactEmail = contact.emails.find((own) => own.endsWith(`@${domain}`));
  const isNamed = names.length > 1 && local.split(/[._-]/).every((part) => names.includes(part));
  return contactEmail && isNamed ? { contactEmail, likeness: "same_name" } : null;
}
