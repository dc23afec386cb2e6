// Contacts of the PSA and people our storage knows, put together by email, and of them those who are looked for. Pure.
import type { Directory } from "../../../connectors/port.ts";
import type { KnownPerson } from "../../../data/queries/people.ts";
import type { Company, Contact } from "../../../domain/contact.ts";
import type { Portal } from "../../../domain/firm.ts";

export const ROWS_MAX = 50;

export type PersonState =
  | "asked_for_help"
  | "mail_bounced"
  | "refused"
  | "cannot_tell"
  | "active"
  | "never_came"
  | "no_email";

export type FoundPerson = {
  /** Null for a contact without one: nobody can sign in as them. */
  email: string | null;
  contacts: Contact[];
  companies: Company[];
  portals: Portal[];
  known: KnownPerson | null;
  state: PersonState;
};

export type FoundPeople = { rows: FoundPerson[]; count: number };

type Looked = {
  known: ReadonlyMap<string, KnownPerson>;
  /** Null when the PSA does not answer. */
  directory: Directory | null;
  portals: Portal[];
  query: string;
  /** Only the people of this portal. */
  portal: Portal | null;
};

/** The first rows of those who match, with how many there are. Without a query: who lately did not get in, newest first. */
export function findPeople(looked: Looked): FoundPeople {
  const everybody = listEverybody(looked);
  const words = looked.query.toLowerCase().normalize("NFC").split(/\s+/).filter(Boolean);
  const isAsked = words.length > 0 || looked.portal !== null;
  const matching = isAsked
    ? everybody.filter((person) => isOf(person, looked.portal) && matches(person, words)).sort(byNeed)
    : everybody.filter(needsHelp).sort(byNewest);
  return { rows: matching.slice(0, ROWS_MAX), count: matching.length };
}

function listEverybody({ known, directory, portals }: Looked): FoundPerson[] {
  const companies = new Map(directory?.companies.map((company) => [company.id, company]));
  const portalOf = new Map(portals.map((portal) => [portal.companyId, portal]));
  const people = new Map<string, FoundPerson>();
  for (const contact of directory?.contacts ?? []) {
    for (const key of contact.emails.length > 0 ? contact.emails : [`contact ${contact.id}`]) {
      const email = contact.emails.length > 0 ? key : null;
      const person = people.get(key) ?? startPerson(email, known.get(key) ?? null);
      person.contacts.push(contact);
      for (const id of contact.companyIds) {
        const [company, portal] = [companies.get(id), portalOf.get(id)];
        if (company && !person.companies.includes(company)) person.companies.push(company);
        if (portal && !person.portals.includes(portal)) person.portals.push(portal);
      }
      people.set(key, person);
    }
  }
  for (const [email, traces] of known) if (!people.has(email)) people.set(email, stranger(traces, portals));
  return [...people.values()];
}

function startPerson(email: string | null, known: KnownPerson | null): FoundPerson {
  return {
    email,
    contacts: [],
    companies: [],
    portals: [],
    known,
    state: email === null ? "no_email" : stateOf(known),
  };
}

/** Whoever is no contact stands at the door they knocked at last. */
function stranger(known: KnownPerson, portals: Portal[]): FoundPerson {
  const door = portals.filter(({ id }) => id === known.knock?.portalId);
  return { ...startPerson(known.email, known), portals: door };
}

/** What is most urgent about them: an open request, a mail that came back, a closed door. */
function stateOf(known: KnownPerson | null): PersonState {
  if (!known) return "never_came";
  const { knock, lastVisitAt, mail, askedAt } = known;
  if (askedAt) return "asked_for_help";
  const isBounced = mail !== null && (mail.state === "refused" || mail.state === "failed");
  if (isBounced && (lastVisitAt === null || lastVisitAt < mail.at)) return "mail_bounced";
  if (knock?.outcome === "refused") return "refused";
  if (knock?.outcome === "unavailable") return "cannot_tell";
  return lastVisitAt ? "active" : "never_came";
}

const needs: PersonState[] = ["asked_for_help", "mail_bounced", "refused", "cannot_tell"];

function needsHelp({ state }: FoundPerson): boolean {
  return needs.includes(state);
}

function isOf({ portals }: FoundPerson, portal: Portal | null): boolean {
  return portal === null || portals.some(({ id }) => id === portal.id);
}

function matches({ email, contacts, companies, portals }: FoundPerson, words: string[]): boolean {
  const texts = [
    email ?? "",
    ...contacts.flatMap(({ name, unusableEmails }) => [name, ...unusableEmails]),
    ...companies.map(({ name }) => name),
    ...portals.flatMap(({ slug, companyName }) => [slug, companyName]),
  ];
  const all = texts.join(" ").toLowerCase().normalize("NFC");
  return words.every((word) => all.includes(word));
}

function newestOf({ known }: FoundPerson): number {
  const times = [known?.knock?.at, known?.lastVisitAt, known?.mail?.at, known?.askedAt];
  return Math.max(0, ...times.map((time) => time?.getTime() ?? 0));
}

function byNewest(one: FoundPerson, other: FoundPerson): number {
  return newestOf(other) - newestOf(one) || nameOf(one).localeCompare(nameOf(other), "en");
}

/** Who needs help stands before who does not. */
function byNeed(one: FoundPerson, other: FoundPerson): number {
  const rank = (person: FoundPerson) => (needsHelp(person) ? 0 : 1);
  return rank(one) - rank(other) || nameOf(one).localeCompare(nameOf(other), "en");
}

function nameOf({ contacts, email }: FoundPerson): string {
  return contacts[0]?.name ?? email ?? "";
}
