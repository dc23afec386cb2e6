// New Vendor as a PSA. Questions of the port become calls; every row that leaves is checked against the question.
import type { Company } from "../../domain/contact.ts";
import type { Email } from "../../domain/email.ts";
import type { CompanyId } from "../../domain/ids.ts";
import { type CompanyWork, emptyWork, type Project } from "../../domain/project.ts";
import { byId } from "../by-id.ts";
import { dated } from "../dated.ts";
import { boundedGaps, gapsHiding, hiding, type Kind, plain } from "../http/rows.ts";
import type { VendorParts } from "../http/vendor.ts";
import type { Answer, Call, ConnectionReport, Directory, EmailMatch, PsaConnector, PsaIdentity } from "../port.ts";
import { lostAmong, unreadPeople, unreadRows } from "../unread.ts";
import { type NewVendorClient, openNewVendor, type Params } from "./client.ts";
import { mapCompany, mapContact, mapMilestone, mapPhase, mapProject, mapStaffMember } from "./map.ts";
import { notWritten } from "./not-written.ts";
import { companies, contacts, milestones, people, phases, projects } from "./wire.ts";

/** A connector that reads one account live. It asks nothing before it is asked, and keeps nothing. */
export function createNewVendorConnector(vendor: VendorParts, accountId: string): PsaConnector {
  const client = openNewVendor(vendor, accountId);
  const { clock } = vendor;
  return {
    findByEmails: async (emails, call) => {
      const readAt = clock.now();
      return (await findByEmails(client, emails, call)).map((answer) => ({ ...answer, readAt }));
    },
    findCompany: (companyId, call) => dated(clock, call, () => findCompany(client, companyId, call)),
    listDirectory: (call) => dated(clock, call, () => listDirectory(client, call)),
    listProjects: (call) => dated(clock, call, () => listProjects(client, call)),
    requireProjects: (call) => requireProjects(client, call),
    readCompanyWork: (companyId, call) => dated(clock, call, () => readCompanyWork(client, companyId, call)),
    // Null until something cheap is known that changes with everything that a company's work is made of.
    workVersion: async ({ signal }) => {
      signal.throwIfAborted();
      return null;
    },
    identify: (call) => identify(client, call),
    inspect: (call) => inspectNewVendor(client, call),
  };
}

/** One answer for each email, in their order. Every row is compared again: a filter that does nothing must let nobody in. */
async function findByEmails(
  client: NewVendorClient,
  emails: readonly Email[],
  call: Call,
): Promise<Answer<EmailMatch>[]> {
  if (emails.length === 0) return [];
  const { rows, gaps } = await client.list(contacts, carrying(emails), call);
  const found = rows.map(mapContact).filter((contact) => contact.emails.some((email) => emails.includes(email)));
  const companyIds = [...new Set(found.flatMap((contact) => contact.companyIds))];
  const read = await Promise.all(companyIds.map(async (id) => [id, await findCompany(client, id, call)] as const));
  const companyOf = new Map(read);
  return emails.map((email) => {
    const own = found.filter((contact) => contact.emails.includes(email));
    const linked = [...new Set(own.flatMap((contact) => contact.companyIds))].flatMap((id) => companyOf.get(id) ?? []);
    return {
      value: { contacts: byId(own), companies: byId(linked.flatMap(({ value }) => value ?? [])) },
      gaps: [...gapsHiding(gaps, new Set([email])), ...linked.flatMap((answer) => answer.gaps)],
    };
  });
}

function carrying(emails: readonly Email[]): Params {
  return notWritten(
    "src/connectors/new-vendor/adapter.ts, carrying: the filter that finds all contacts with these emails in any case; without one, see harvest/people.ts",
    emails,
  );
}

async function findCompany(client: NewVendorClient, companyId: CompanyId, call: Call): Promise<Answer<Company | null>> {
  const { rows, gaps } = await client.find(companies, companyId, call);
  const company = rows.map(mapCompany).find(({ id }) => id === companyId);
  return company ? { value: company, gaps: [] } : { value: null, gaps: gaps.map(plain) };
}

async function listDirectory(client: NewVendorClient, call: Call): Promise<Answer<Directory>> {
  const [firms, persons] = await Promise.all([client.list(companies, {}, call), client.list(contacts, {}, call)]);
  return {
    value: { companies: byId(firms.rows.map(mapCompany)), contacts: byId(persons.rows.map(mapContact)) },
    gaps: [...firms.gaps.map((gap) => hiding(gap, "company")), ...persons.gaps.map((gap) => hiding(gap, "contact"))],
  };
}

async function listProjects(client: NewVendorClient, call: Call): Promise<Answer<Project[]>> {
  const { rows, gaps } = await client.list(projects, {}, call);
  return { value: byId(rows.map(mapProject)), gaps: gaps.map((gap) => hiding(gap, "project")) };
}

function requireProjects(client: NewVendorClient, call: Call): Promise<void> {
  return notWritten(
    "src/connectors/new-vendor/adapter.ts, requireProjects: the cheapest call that fails where projects cannot be read, such as a page of one project",
    ...[client, call],
  );
}

/** Phases, milestones and people are listings of the whole account here: narrow them where the vendor can. */
async function readCompanyWork(
  client: NewVendorClient,
  companyId: CompanyId,
  call: Call,
): Promise<Answer<CompanyWork>> {
  const [found, ofPhases, ofMilestones, staff] = await Promise.all([
    client.list(projects, ofCompany(companyId), call),
    client.list(phases, {}, call),
    client.list(milestones, {}, call),
    client.list(people, {}, call),
  ]);
  const own = byId(found.rows.map(mapProject).filter((project) => project.companyId === companyId));
  const ids = new Set<string>(own.map(({ id }) => id));
  const managers = own.flatMap(({ id, managerId }) => (managerId ? [[id, managerId] as const] : []));
  const managerIds = new Set(managers.map(([, personId]) => personId));
  const known = new Set(staff.rows.map(({ id }) => id));
  const isOwn = ({ projectId }: { projectId: string }) => ids.has(projectId);
  return {
    value: {
      ...emptyWork(companyId),
      projects: own,
      phases: byId(ofPhases.rows.map(mapPhase).filter(isOwn)),
      milestones: byId(ofMilestones.rows.map(mapMilestone).filter(isOwn)),
      managers: byId(staff.rows.map(mapStaffMember).filter(({ id }) => managerIds.has(id))),
    },
    gaps: [
      ...gapsHiding(found.gaps, new Set([companyId])),
      ...unreadRows(["phases"], lostAmong(ofPhases.gaps, ids)),
      ...unreadRows(["milestones"], lostAmong(ofMilestones.gaps, ids)),
      ...unreadPeople({ managers, members: [] }, (id) => (known.has(id) ? [] : gapsHiding(staff.gaps, new Set([id])))),
    ],
  };
}

function ofCompany(companyId: CompanyId): Params {
  return notWritten(
    "src/connectors/new-vendor/adapter.ts, ofCompany: the filter that finds the projects of a company",
    companyId,
  );
}

function identify(client: NewVendorClient, call: Call): Promise<PsaIdentity> {
  return notWritten(
    "src/connectors/new-vendor/adapter.ts, identify: the cheapest call that names account and token owner; a wrong account, or one that shows less, is a PsaFault",
    ...[client, call],
  );
}

const inspected: readonly [name: string, kind: Kind<{ id: string }>][] = [
  ["companies", companies],
  ["contacts", contacts],
  ["projects", projects],
  ["phases", phases],
  ["milestones", milestones],
  ["people", people],
];

/** The connection test: one listing after the other, so that memory holds one at most. */
async function inspectNewVendor(client: NewVendorClient, call: Call): Promise<ConnectionReport> {
  const report: ConnectionReport = { counts: [], notSupplied: [], gaps: [] };
  for (const [name, kind] of inspected) {
    const { rows, gaps } = await client.list(kind, {}, call);
    report.counts.push({ kind: name, rows: rows.length });
    report.gaps.push(...boundedGaps(kind.place, gaps.map(plain)));
  }
  return report;
}
