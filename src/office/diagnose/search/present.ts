import { parseReference } from "../../../domain/reference.ts";
import { formatMoment, type MomentModel } from "../../../ui/format/moment.ts";
import { formatCount, formatQuantity } from "../../../ui/format/number.ts";
import type { Link } from "../../../ui/frame.ts";
import { APPROVALS_PATH, DIAGNOSE_PATH } from "../../frame.ts";
import { doorFieldOfAsked } from "../door-asked.ts";
import { LIMITS_PATH, personPath } from "../paths.ts";
import { storedReason } from "../present-steps.ts";
import { type FoundPerson, type PersonState, ROWS_MAX } from "./find-people.ts";
import type { SearchLoad } from "./load.ts";

export type SearchModel = {
  heading: string;
  search: { action: string; query: string; hint: string };
  /** What is wrong with a reference that was typed; null when nothing is. */
  problem: string | null;
  /** What is missing because the PSA does not answer. */
  trouble: string | null;
  /** How many there are, and what to do when they are too many. */
  resultText: string | null;
  rows: PersonRow[];
  emptyText: string;
  /** An email that is nobody's can be asked about all the same. */
  askAnyway: { label: string; href: string } | null;
  /** What the firm has settled about single people. */
  lists: Link[];
};

export type PersonRow = {
  key: string;
  name: string;
  email: string | null;
  href: string | null;
  company: string;
  portal: string;
  state: { text: string; signal: "trouble" | "waiting" | null };
  lastVisit: MomentModel | null;
  reason: string | null;
};

export type SearchInput = SearchLoad & { query: string; email: string | null; now: Date; locale: string };

/** The people who are looked for; without a query, those who lately did not get in. */
export function presentSearch(input: SearchInput): SearchModel {
  const { query, found, reading, locale } = input;
  const count = formatQuantity(found.count, "person", "people", locale);
  const isCut = found.count > found.rows.length;
  return {
    heading: query ? `${count} found` : needsHeading(found.count, locale),
    search: {
      action: DIAGNOSE_PATH,
      query,
      hint: "An email, a name, a company, a portal’s address, or a reference such as PL-7K3M-9Q.",
    },
    problem: referenceProblem(query),
    trouble: troubleText(reading, locale),
    resultText: isCut
      ? `The first ${formatCount(ROWS_MAX, locale)} are shown. Type more of the name, or a company beside it.`
      : null,
    rows: found.rows.map((person) => presentRow(person, input)),
    emptyText: emptyText(input),
    askAnyway: askAnyway(input),
    lists: [
      { label: "Approved addresses", href: APPROVALS_PATH },
      { label: "Limited contacts", href: LIMITS_PATH },
    ],
  };
}

function needsHeading(count: number, locale: string): string {
  if (count === 0) return "Nobody needs help now";
  const people = formatQuantity(count, "person", "people", locale);
  return `${people} did not get in lately`;
}

/** A text that has the shape of a reference but whose check character says that it is mistyped. */
function referenceProblem(query: string): string | null {
  const cleaned = query.toUpperCase().replace(/[\s–—_-]+/g, "");
  // "Planet" is a name: a reference holds a digit, or is written with its hyphen.
  const isMeant = /\d/.test(cleaned.slice(2)) || /^p[l1i]\s?[-–—]/i.test(query);
  if (!isMeant || !/^P[L1I][0-9A-Z]{2,8}$/.test(cleaned) || parseReference(query)) return null;
  if (cleaned.length !== 8)
    return `“${query}” is no whole reference. After PL there are six letters and digits, as in PL-7K3M-9Q.`;
  return `“${query}” is no reference: one letter of it is wrong, or two have changed places. Ask them to read it out again.`;
}

function troubleText(reading: SearchInput["reading"], locale: string): string | null {
  if ("kind" in reading) {
    const said = reading.detail ? ` It answered: “${reading.detail}”` : "";
    return `The PSA cannot be read right now, so contacts are missing here; shown is whoever came lately.${said}`;
  }
  const [first] = reading.gaps;
  if (!first) return null;
  const records = formatQuantity(reading.gaps.length, "record", "records", locale);
  return `${records} of the PSA could not be read, and who is in them may be missing. First: ${first.place}: ${first.message}`;
}

function emptyText({ query, isForeignAddress }: SearchInput): string {
  if (isForeignAddress) return "No portal of yours stands at this address, and none ever did.";
  return query
    ? `No contact and nobody who came lately matches “${query}”.`
    : "Whoever is stopped at a portal shows up here, newest first.";
}

function askAnyway({ email, found }: SearchInput): SearchModel["askAnyway"] {
  if (email === null || found.rows.some((person) => person.email === email)) return null;
  return { label: `See whether ${email} would get in`, href: personPath(email) };
}

const stateWords: Record<PersonState, { text: string; signal: PersonRow["state"]["signal"] }> = {
  asked_for_help: { text: "asked for help", signal: "waiting" },
  mail_bounced: { text: "mail bounced", signal: "trouble" },
  refused: { text: "refused", signal: "trouble" },
  cannot_tell: { text: "could not be told", signal: "trouble" },
  active: { text: "active", signal: null },
  never_came: { text: "never came", signal: null },
  no_email: { text: "no email in the PSA", signal: "trouble" },
};

function presentRow(person: FoundPerson, { bodies, now, locale }: SearchInput): PersonRow {
  const { email, contacts, companies, portals, known, state } = person;
  const knock = known?.knock ?? null;
  const body = knock && bodies.get(knock.id);
  const door = knock && knock.outcome !== "granted" ? doorFieldOfAsked(knock.asked) : null;
  const isArchived = contacts.length > 0 && contacts.every((contact) => contact.isArchived);
  const names = [...new Set(contacts.map(({ name }) => name))].join(", ");
  return {
    key: email ?? contacts.map(({ id }) => id).join(" "),
    name: contacts.length > 0 ? `${names}${isArchived ? " (archived)" : ""}` : "No contact in the PSA",
    email,
    href: email === null ? null : personPath(email, door),
    company: companies.map(({ name }) => name).join(", "),
    portal: portals.map(({ slug }) => `/${slug}`).join(", "),
    state: { ...stateWords[state] },
    lastVisit: known?.lastVisitAt ? formatMoment(known.lastVisitAt, now, locale) : null,
    reason: body ? storedReason(body) : null,
  };
}
