// Who carries an email right now. Harvest has no filter by email, so an index says where to look, and whoever it names is read
// again before they count.
import type { Email } from "../../domain/email.ts";
import type { Call, EmailMatch, Gap } from "../port.ts";
import type { HarvestClient } from "./client.ts";
import { LiveCompanies } from "./live-companies.ts";
import { keep, type Live, type LiveContacts } from "./live-contacts.ts";
import { mapContact } from "./map.ts";

type Answer = { value: EmailMatch; gaps: Gap[] };

/** One answer for each email. Known people of one company: two calls, however many they are. */
export async function findPeople(
  client: HarvestClient,
  contacts: LiveContacts,
  { emails, call }: { emails: readonly Email[]; call: Call },
): Promise<Answer[]> {
  const { index } = contacts;
  const live: Live = new Map();
  const companies = new LiveCompanies(client, call);
  const expected = () => emails.flatMap((email) => index.contactsOf(email));
  const clientIds = () => expected().flatMap(({ clientId }) => clientId ?? []);
  const listed = await contacts.listIfDue(emails, call);
  if (listed) keep(live, listed);
  await Promise.all([contacts.readAgain(expected(), live, call), companies.read(clientIds())]);
  // Whoever was known and is gone may have been written anew meanwhile.
  const isLost = (email: Email) => !index.contactsOf(email).some(({ id }) => live.has(id));
  if (!listed && emails.some(isLost)) keep(live, await contacts.listChanges(call));
  await companies.read(clientIds());
  return emails.map((email) =>
    answerOf(
      email,
      index.contactsOf(email).flatMap(({ id }) => live.get(id) ?? []),
    ),
  );

  /** Only who was read live counts, and only with the email and the company that they have now. */
  function answerOf(email: Email, rows: Parameters<typeof mapContact>[0][]): Answer {
    const found = rows.map(mapContact).filter((contact) => contact.emails.includes(email));
    const own = companies.of(new Set(found.flatMap(({ companyIds }) => companyIds)));
    return {
      value: { contacts: found, companies: own.companies },
      gaps: [...index.gapsHiding(email), ...own.gaps],
    };
  }
}
