// The people, companies and projects that the scenarios are told with. One firm and its clients: Acme, Birch, Cedar.
import type { Company, Contact } from "../../domain/contact.ts";
import { type Email, parseEmail } from "../../domain/email.ts";
import type { Firm, Portal, PortalState } from "../../domain/firm.ts";
import type { CompanyId, ContactId, FirmId, PortalId, ProjectId } from "../../domain/ids.ts";
import { emptyWork, type Project, type ProjectStatus } from "../../domain/project.ts";
import { templateBlocks } from "../../domain/template-shape.ts";
import { switchesAt } from "../../domain/visibility.ts";
import { invariant } from "../../lib/invariant.ts";
import { suppliedFields } from "../content.ts";
import type { Facts, FirmRules, PeopleFact, WorkFact } from "../facts.ts";

export const now = new Date("2026-03-12T10:00:00Z");
export const firm: Firm = {
  id: "f-1" as FirmId,
  slug: "north",
  name: "North Studio",
  contactEmail: "office@north.example",
};

/** Throws where a scenario writes what is no email. */
export function email(text: string): Email {
  const parsed = parseEmail(text);
  invariant(parsed, `${text} is an email`);
  return parsed;
}

const companyNames: Record<string, string> = { acme: "Acme Corp", birch: "Birch & Sons", cedar: "Cedar Trust" };

/** By the name that the stories know it by, or one made of its id. */
export function company(id: string, isArchived = false): Company {
  return { id: id as CompanyId, name: companyNames[id] ?? `${id} Ltd`, isArchived, domains: [`${id}.example`] };
}

const personNames: Record<string, string> = {
  "k-jane": "Jane Doe",
  "k-jane-2": "Jane Doe (site)",
  "k-bo": "Bo Birch",
  "k-sam": "Sam Roe",
};

/** With these emails at these companies, in this order. */
export function contact(id: string, emails: string[], companyIds: string[], isArchived = false): Contact {
  return {
    id: id as ContactId,
    name: personNames[id] ?? id,
    emails: emails.map(email),
    unusableEmails: [],
    companyIds: companyIds as CompanyId[],
    title: null,
    phone: null,
    isArchived,
  };
}

/** Of this company, with the least that a project has. */
export function project(id: string, companyId: string, status: ProjectStatus = "active"): Project {
  return {
    id: id as ProjectId,
    companyId: companyId as CompanyId,
    number: null,
    name: `Project ${id}`,
    status,
    phase: "Schematic design",
    startDate: null,
    endDate: null,
    percentComplete: 40,
    managerId: null,
    contactIds: [],
    address: null,
    currency: "USD",
    fee: { amount: "1000.00", currency: "USD" },
    description: null,
  };
}

/** The portal of a company, at its id, with the owner's template. */
export function portalOf(companyId: string, state: PortalState = "open"): Portal {
  const id = `portal-${companyId}` as PortalId;
  return {
    id,
    firmId: firm.id,
    slug: companyId,
    companyId: companyId as CompanyId,
    companyName: company(companyId).name,
    template: "owner",
    isTemplateInherited: false,
    ownLanguage: null,
    state,
  };
}

/** What the PSA has answered about an email just now. `gaps`: what of it could not be understood. */
export function people(contacts: Contact[], companies: Company[], gaps: string[] = []): PeopleFact {
  return { kind: "read", contacts, companies, gaps, readAt: now, byAlias: null };
}

/** What was read of a company's projects just now. `gaps`: what of it could not be understood. */
export function work(projects: Project[], gaps: string[] = []): WorkFact {
  return {
    kind: "read",
    projects,
    supplies: suppliedFields({ ...emptyWork(company("acme").id), projects }, []),
    gaps,
    readAt: now,
  };
}

/** A firm that has settled nothing of its own. */
export const plainRules: FirmRules = {
  alias: null,
  limits: [],
  blocks: templateBlocks.owner,
  ...switchesAt([], []),
  isTeamMember: false,
};

/** Jane of Acme, signed in at Acme's open portal, with one active project: everything passes. */
export const janeAtAcme: Facts = {
  now,
  firm,
  psaKind: "csv",
  askedSlug: "acme",
  askedProjectId: null,
  address: { kind: "found", portal: portalOf("acme"), isRetired: false },
  identity: { kind: "signed_in", email: email("jane@acme.example"), isLinkForOther: false },
  rules: plainRules,
  context: null,
  people: people([contact("k-jane", ["jane@acme.example"], ["acme"])], [company("acme")]),
  work: work([project("p-1", "acme")]),
};
