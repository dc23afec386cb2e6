// Who carries an email right now. Harvest has no filter by email, so an index says where to look, and whoever it names is read
// again before they count.
import type { Contact } from "../../domain/contact.ts";
import type { Email } from "../../domain/email.ts";
import type { Answer, Call, EmailMatch } from "../port.ts";
import type { HarvestClient } from "./client.ts";
import { LiveCompanies } from "./live-companies.ts";
import { keep, type Live, type LiveContacts } from "./live-contacts.ts";
import { mapContact } from "./map.ts";

/** One answer for each email. Known people of one company: two calls, however many they are. */
export async function findByEmails(
  client: HarvestClient,
  contacts: LiveContacts,
  { emails, call }: { emails: readonly Email[]; call: Call },
): Promise<Answer<EmailMatch>[]> {
  const { index } = contacts;
  const live: Live = new Map();
  const companies = new LiveCompanies(client, call);
  const expected = () => emails.flatMap((email) => index.contactsOf(email));
  const readContacts = async () => {
    const listed = await contacts.listIfDue(emails, call);
    if (listed) keep(live, listed);
    await contacts.readAgain(expected(), live, call);
    return listed !== null;
  };
  const known = expected().flatMap(({ clientId }) => clientId ?? []);
  const [isListed] = await Promise.all([readContacts(), companies.read(known)]);
  // Whoever was known and is gone may have been written anew meanwhile.
  if (!isListed && emails.some((email) => !mapLive().has(email))) keep(live, await contacts.listChanges(call));
  const found = mapLive();
  await companies.read(emails.flatMap((email) => companyIdsOf(found.get(email))));
  return emails.map((email) => {
    const own = companies.of(new Set(companyIdsOf(found.get(email))));
    return {
      value: { contacts: found.get(email) ?? [], companies: own.companies },
      gaps: [...index.gapsHiding(email), ...own.gaps],
    };
  });

  /** Only who was read live counts, and only with the email that they have now; what others do to the index meanwhile does not. */
  function mapLive(): Map<Email | undefined, Contact[]> {
    return Map.groupBy([...live.values()].map(mapContact), (contact) => contact.emails[0]);
  }
}

function companyIdsOf(contacts: readonly Contact[] = []): string[] {
  return contacts.flatMap(({ companyIds }) => companyIds);
}
