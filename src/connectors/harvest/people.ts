// Who carries an email right now. Harvest has no filter by email, so an index says where to look, and whoever it names is read
// again before they count.
import type { Contact } from "../../domain/contact.ts";
import type { Email } from "../../domain/email.ts";
import { gapsHiding } from "../http/rows.ts";
import type { Answer, Call, EmailMatch } from "../port.ts";
import type { HarvestClient } from "./client.ts";
import { LiveCompanies } from "./live-companies.ts";
import type { LiveContacts } from "./live-contacts.ts";
import { mapContact } from "./map.ts";

/** One answer for each email. Known people of one company: two calls, however many they are. */
export async function findByEmails(
  client: HarvestClient,
  contacts: LiveContacts,
  { emails, call }: { emails: readonly Email[]; call: Call },
): Promise<Answer<EmailMatch>[]> {
  const companies = new LiveCompanies(client, call);
  const known = emails.flatMap((email) => contacts.index.contactsOf(email)).flatMap(({ clientId }) => clientId ?? []);
  const [live] = await Promise.all([contacts.readFor(emails, call), companies.read(known)]);
  // Only who was read live counts, and only with the email that they have now; what others do to the index meanwhile does not.
  const found = Map.groupBy([...live.rows.values()].map(mapContact), (contact) => contact.emails[0]);
  await companies.read(emails.flatMap((email) => companyIdsOf(found.get(email))));
  return emails.map((email) => {
    const own = companies.of(new Set(companyIdsOf(found.get(email))));
    return {
      value: { contacts: found.get(email) ?? [], companies: own.companies },
      gaps: [...gapsHiding(live.gaps, new Set([email])), ...own.gaps],
    };
  });
}

function companyIdsOf(contacts: readonly Contact[] = []): string[] {
  return contacts.flatMap(({ companyIds }) => companyIds);
}
