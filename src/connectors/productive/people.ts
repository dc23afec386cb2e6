// Who carries an email, and the directory: contacts among all people, and their companies.
import { domainToUnicode } from "node:url";
import type { Company } from "../../domain/contact.ts";
import { type Email, parseEmail } from "../../domain/email.ts";
import type { CompanyId } from "../../domain/ids.ts";
import { byId } from "../by-id.ts";
import type { Answer, Call, Directory, EmailMatch, Gap, Hidden } from "../port.ts";
import type { ProductiveClient, Query } from "./client.ts";
import { type Included, type LostRow, type ParsedRows, parseIncluded, parseRows } from "./document.ts";
import { isContact, isEmployee, mapCompany, mapContact } from "./map.ts";
import * as wire from "./wire.ts";

/** Who come within half a second of one another are one call. */
const EMAILS_PER_CALL = 40;
/** With the rest of its address a request stays well below the 8,000 characters that servers take. */
const FILTER_CHARS_MAX = 6_000;

const personFields = "first_name,last_name,email,title,archived_at,deactivated_at,hrm_type_id,is_user";
const companyFields = "name,archived_at,domain,domains";

/** What is asked of people and of the companies that come with them. */
export const peopleQuery: Query = {
  include: "company",
  "fields[people]": `${personFields},placeholder,agent,virtual,company`,
  "fields[companies]": companyFields,
};

/** One call for up to 40 emails, fewer where they are long. Every row is compared again: a filter that does nothing must let nobody in. */
export async function findByEmails(
  client: ProductiveClient,
  emails: readonly Email[],
  call: Call,
): Promise<Answer<EmailMatch>[]> {
  const answers: Answer<EmailMatch>[] = [];
  for (const asked of callsFor(emails)) {
    const { rows, included } = await client.list("people", { ...emailFilter(asked), ...peopleQuery }, call);
    const parsed = parseRows(wire.people, rows);
    answers.push(...asked.map((email) => matchOf(email, parsed, included)));
  }
  return answers;
}

function callsFor(emails: readonly Email[]): Email[][] {
  const calls: Email[][] = [];
  for (const email of emails) {
    const last = calls.at(-1);
    if (last && last.length < EMAILS_PER_CALL && charsOf([...last, email]) <= FILTER_CHARS_MAX) last.push(email);
    else calls.push([email]);
  }
  return calls;
}

function charsOf(emails: readonly Email[]): number {
  return new URLSearchParams(emailFilter(emails)).toString().length;
}

/**
 * Whether the vendor's `eq` minds capitals is not known, so `contains` is asked: it finds at least what `eq` finds, in one call,
 * and blanks around an address do not hide it.
 */
function emailFilter(emails: readonly Email[]): Query {
  const spellings = emails.flatMap(spellingsOf);
  const [only = ""] = spellings;
  if (spellings.length === 1) return { "filter[email][contains]": only };
  const operands = spellings.map((spelling, index) => [`filter[${index}][email][contains]`, spelling]);
  return { "filter[$op]": "or", ...Object.fromEntries(operands) };
}

/** With the domain in both of its forms, where there are two. */
function spellingsOf(email: Email): string[] {
  const at = email.lastIndexOf("@") + 1;
  return [...new Set([email, email.slice(0, at) + domainToUnicode(email.slice(at))])];
}

function matchOf(email: Email, { rows, lost }: ParsedRows<wire.PersonRow>, included: Included): Answer<EmailMatch> {
  const contacts = rows
    .filter(isContact)
    .map(mapContact)
    .filter(({ emails }) => emails.includes(email));
  const linked = parseIncluded(
    wire.companies,
    included,
    contacts.flatMap(({ companyIds }) => companyIds),
  );
  return {
    value: { contacts: byId(contacts), companies: byId(linked.rows.map(mapCompany)) },
    gaps: [...lost.filter(({ fields }) => mayCarry(fields.email, email)), ...linked.lost].map(({ gap }) => gap),
  };
}

/** Whether a record that could not be understood may be somebody with this email. */
function mayCarry(written: unknown, email: Email): boolean {
  return typeof written === "string" ? parseEmail(written) === email : written !== null;
}

/** One company by its id; null where there is none. */
export async function findCompany(
  client: ProductiveClient,
  companyId: CompanyId,
  call: Call,
): Promise<Answer<Company | null>> {
  const record = await client.find("companies", companyId, call);
  if (record === null) return { value: null, gaps: [] };
  const { rows, lost } = parseRows(wire.companies, [record]);
  const company = rows.map(mapCompany).find(({ id }) => id === companyId);
  return { value: company ?? null, gaps: company ? [] : lost.map(({ gap }) => gap) };
}

/** All contacts and all companies but the firm's own. */
export async function listDirectory(client: ProductiveClient, call: Call): Promise<Answer<Directory>> {
  const [people, companies] = await Promise.all([
    client.list("people", peopleQuery, call),
    client.list("companies", { "fields[companies]": companyFields }, call),
  ]);
  const persons = parseRows(wire.people, people.rows);
  const firms = parseRows(wire.companies, companies.rows);
  const own = ownCompanies(persons.rows);
  const contacts = persons.rows.filter(isContact).map(mapContact);
  return {
    value: {
      companies: byId(firms.rows.filter(({ id }) => !own.has(id)).map(mapCompany)),
      contacts: byId(contacts),
    },
    gaps: [
      ...persons.lost.filter(({ fields }) => fields.email !== null).map((row) => hiding("contact", emailOf(row), row)),
      ...firms.lost.map((row) => hiding("company", idOf(row), row)),
    ],
  };
}

/** Employees belong to the firm's own company, which the vendor lists among its clients. A client has contacts as well. */
function ownCompanies(people: wire.PersonRow[]): Set<string> {
  const companiesOf = (rows: wire.PersonRow[]) => rows.flatMap(({ company }) => company ?? []);
  const ofContacts = new Set(companiesOf(people.filter(isContact)));
  return new Set(companiesOf(people.filter(isEmployee)).filter((id) => !ofContacts.has(id)));
}

function hiding(record: Hidden["record"], key: string | null, { gap }: LostRow): Gap {
  return { ...gap, hides: { record, keys: key === null ? null : [key] } };
}

function emailOf({ fields }: LostRow): string | null {
  return typeof fields.email === "string" ? parseEmail(fields.email) : null;
}

function idOf({ fields }: LostRow): string | null {
  return typeof fields.id === "string" ? fields.id : null;
}
