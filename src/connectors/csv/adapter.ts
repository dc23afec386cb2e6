// A folder of CSV files as a PSA. Questions of the port become lookups; every row that leaves is checked against the question.
import { calendarDateOf } from "../../domain/calendar-date.ts";
import type { Company } from "../../domain/contact.ts";
import type { Email } from "../../domain/email.ts";
import type { CompanyId } from "../../domain/ids.ts";
import type { Project } from "../../domain/project.ts";
import type { Clock } from "../../lib/clock.ts";
import { byId } from "../by-id.ts";
import { dated } from "../dated.ts";
import type { Answer, Directory, EmailMatch, PsaConnector } from "../port.ts";
import { requireFolder } from "./client.ts";
import { readCompanyWork, readWorkVersion } from "./company-work.ts";
import { gapsOfListing } from "./gaps.ts";
import { inspectSources } from "./inspect.ts";
import { mapCompany, mapContact, mapProject } from "./map.ts";
import { openSources, readRequired, type Sources } from "./source.ts";
import { lookUp } from "./table.ts";

export type CsvConnectorOptions = {
  dir: string;
  clock: Clock;
  /** Larger files are not read at all. */
  fileBytesMax?: number;
  /** A file counts as written to the end when nothing has touched it for this long. */
  quietMs?: number;
  /** How long a read waits for a file that is being written. */
  settleMsMax?: number;
};

/** A connector that reads the folder live: an edit of a file counts from the next call on. Opens nothing before it is asked. */
export function createCsvConnector(options: CsvConnectorOptions): PsaConnector {
  const { dir, clock, fileBytesMax = 64 * 1024 * 1024, quietMs = 100, settleMsMax = 1_500 } = options;
  const sources = openSources({ dir, fileBytesMax, quietMs, settleMsMax });

  return {
    findByEmails: (emails, call) =>
      Promise.all(emails.map((email) => dated(clock, call, () => findByEmail(sources, email, call.signal)))),
    findCompany: (companyId, call) => dated(clock, call, () => findCompany(sources, companyId, call.signal)),
    listDirectory: (call) => dated(clock, call, () => listDirectory(sources, call.signal)),
    listProjects: (call) => dated(clock, call, () => listProjects(sources, call.signal)),
    requireProjects: async ({ signal }) => void (await readRequired(sources.projects, signal)),
    readCompanyWork: (companyId, call) =>
      dated(clock, call, () =>
        readCompanyWork(sources, { companyId, today: calendarDateOf(clock.now()) }, call.signal),
      ),
    workVersion: ({ signal }) => readWorkVersion(sources, signal),
    identify: async ({ signal }) => {
      signal.throwIfAborted();
      await requireFolder(dir);
      return { organisation: null, tokenOwner: null };
    },
    inspect: ({ signal }) => inspectSources(dir, sources, signal),
  };
}

async function findByEmail(sources: Sources, email: Email, signal: AbortSignal): Promise<Answer<EmailMatch>> {
  const [contactTable, companyTable] = await Promise.all([
    readRequired(sources.contacts, signal),
    readRequired(sources.companies, signal),
  ]);
  const found = lookUp(contactTable, [email]);
  const contacts = byId(found.rows.map(mapContact).filter((contact) => contact.emails.includes(email)));
  const companyIds = [...new Set(contacts.flatMap((contact) => contact.companyIds))];
  const companies = lookUp(companyTable, companyIds).rows.map(mapCompany);
  const known = new Set(companies.map((company) => company.id));
  const missing = companyIds.filter((id) => !known.has(id));
  return {
    value: { contacts, companies: byId(companies.filter((company) => companyIds.includes(company.id))) },
    gaps: [...found.gaps, ...lookUp(companyTable, missing).gaps],
  };
}

async function findCompany(
  sources: Sources,
  companyId: CompanyId,
  signal: AbortSignal,
): Promise<Answer<Company | null>> {
  const { rows, gaps } = lookUp(await readRequired(sources.companies, signal), [companyId]);
  const company = rows.map(mapCompany).find(({ id }) => id === companyId);
  return company ? { value: company, gaps: [] } : { value: null, gaps };
}

async function listDirectory(sources: Sources, signal: AbortSignal): Promise<Answer<Directory>> {
  const [contacts, companies] = await Promise.all([
    readRequired(sources.contacts, signal),
    readRequired(sources.companies, signal),
  ]);
  return {
    value: { companies: byId(companies.rows.map(mapCompany)), contacts: byId(contacts.rows.map(mapContact)) },
    gaps: [...gapsOfListing(companies.gaps, "company"), ...gapsOfListing(contacts.gaps, "contact")],
  };
}

/** The gaps are those that may hide a project; what a project's own rows lack hides none. */
async function listProjects(sources: Sources, signal: AbortSignal): Promise<Answer<Project[]>> {
  const { rows, gaps } = await readRequired(sources.projects, signal);
  return { value: byId(rows.map(mapProject)), gaps: gapsOfListing(gaps, "project") };
}
