import { retell } from "../../../domain/psa-texts/retell.ts";
import { parseReference } from "../../../domain/reference.ts";
import { formatMoment, type MomentModel } from "../../../ui/format/moment.ts";
import { formatCount } from "../../../ui/format/number.ts";
import type { Link } from "../../../ui/frame.ts";
import { APPROVALS_PATH, DIAGNOSE_PATH } from "../../frame.ts";
import { presentListing, type ReadingModel } from "../../present-listed.ts";
import { presentTrouble } from "../../present-trouble.ts";
import { doorFieldOfAsked } from "../door-asked.ts";
import { LIMITS_PATH, personPath, searchPath } from "../paths.ts";
import { storedReason } from "../present-steps.ts";
import { type FoundPerson, type PersonState, ROWS_MAX } from "./find-people.ts";
import type { SearchLoad } from "./load.ts";
import { searchWords } from "./words.ts";

export type SearchModel = {
  title: string;
  heading: string;
  search: { action: string; query: string; label: string; button: string; hint: string };
  /** What is wrong with a reference that was typed; null when nothing is. */
  problem: string | null;
  /** That everybody is still being read; null when that is done. */
  reading: ReadingModel | null;
  /** What is missing because the PSA does not answer. */
  trouble: string | null;
  /** How many there are, and what to do when they are too many. */
  resultText: string | null;
  labels: PeopleLabels;
  rows: PersonRow[];
  emptyText: string;
  /** An email that is nobody's can be asked about all the same. */
  askAnyway: { label: string; href: string } | null;
  /** What the firm has settled about single people. */
  lists: Link[];
};

export type PeopleLabels = {
  people: string;
  name: string;
  company: string;
  portal: string;
  state: string;
  lastVisit: string;
  lastReason: string;
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
  const say = searchWords(locale);
  const listed = presentListing(reading, {
    ...input,
    href: query ? searchPath(query) : DIAGNOSE_PATH,
    reloads: query !== "",
  });
  const isCut = found.count > found.rows.length;
  return {
    title: say("title"),
    heading: say(query ? foundWords(reading) : "needs", { count: found.count }),
    search: { action: DIAGNOSE_PATH, query, label: say("question"), button: say("find"), hint: say("hint") },
    problem: referenceProblem(query, locale),
    reading: listed.reading,
    trouble: listed.reading ? null : (listed.trouble ?? troubleText(reading, locale)),
    resultText: isCut ? say("cut", { max: formatCount(ROWS_MAX, locale) }) : null,
    labels: {
      people: say("people"),
      name: say("name"),
      company: say("company"),
      portal: say("portal"),
      state: say("state"),
      lastVisit: say("last_visit"),
      lastReason: say("last_reason"),
    },
    rows: found.rows.map((person) => presentRow(person, input)),
    emptyText: emptyText(input),
    askAnyway: askAnyway(input),
    lists: [
      { label: say("approvals"), href: APPROVALS_PATH },
      { label: say("limits"), href: LIMITS_PATH },
    ],
  };
}

/** Whoever is not found may be among those who could not be read. */
function foundWords(reading: SearchInput["reading"]): "found" | "found_unread" {
  return "kind" in reading ? "found_unread" : "found";
}

/** A text that has the shape of a reference but whose check character says that it is mistyped. */
function referenceProblem(query: string, locale: string): string | null {
  const cleaned = query.toUpperCase().replace(/[\s–—_-]+/g, "");
  // "Planet" is a name: a reference holds a digit, or is written with its hyphen.
  const isMeant = /\d/.test(cleaned.slice(2)) || /^p[l1i]\s?[-–—]/i.test(query);
  if (!isMeant || !/^P[L1I][0-9A-Z]{2,8}$/.test(cleaned) || parseReference(query)) return null;
  return searchWords(locale)(cleaned.length === 8 ? "mistyped" : "not_whole", { query });
}

function troubleText(reading: SearchInput["reading"], locale: string): string | null {
  const say = searchWords(locale);
  if ("kind" in reading) return say("unreadable", { why: presentTrouble(reading, locale) });
  const [first] = reading.gaps;
  return first
    ? say("gaps", { count: reading.gaps.length, first: retell(`${first.place}: ${first.message}`, locale) })
    : null;
}

function emptyText({ query, reading, isForeignAddress, locale }: SearchInput): string {
  const say = searchWords(locale);
  if (isForeignAddress) return say("foreign");
  if (!query) return say("none");
  return say("kind" in reading ? "no_match_unread" : "no_match", { query });
}

function askAnyway({ email, found, locale }: SearchInput): SearchModel["askAnyway"] {
  if (email === null || found.rows.some((person) => person.email === email)) return null;
  return { label: searchWords(locale)("ask", { email }), href: personPath(email) };
}

const signals: Record<PersonState, PersonRow["state"]["signal"]> = {
  asked_for_help: "waiting",
  mail_bounced: "trouble",
  refused: "trouble",
  cannot_tell: "trouble",
  active: null,
  never_came: null,
  no_email: "trouble",
};

function presentRow(person: FoundPerson, { reading, bodies, now, locale }: SearchInput): PersonRow {
  const { email, contacts, companies, portals, known, state } = person;
  const say = searchWords(locale);
  const knock = known?.knock ?? null;
  const body = knock && bodies.get(knock.id);
  const door = knock && knock.outcome !== "granted" ? doorFieldOfAsked(knock.asked) : null;
  const isArchived = contacts.length > 0 && contacts.every((contact) => contact.isArchived);
  const noName = say("kind" in reading ? "contact_unread" : "no_contact");
  const names = [...new Set(contacts.map(({ name }) => name))].join(", ");
  return {
    key: email ?? contacts.map(({ id }) => id).join(" "),
    name: contacts.length === 0 ? noName : isArchived ? say("archived", { names }) : names,
    email,
    href: email === null ? null : personPath(email, door),
    company: companies.map(({ name }) => name).join(", "),
    portal: portals.map(({ slug }) => `/${slug}`).join(", "),
    state: { text: say(state), signal: signals[state] },
    lastVisit: known?.lastVisitAt ? formatMoment(known.lastVisitAt, now, locale) : null,
    reason: body ? storedReason(body, locale) : null,
  };
}
