// What a switch to another PSA would do: which portal becomes whose, and what becomes of everything settled about people. Pure.
import type { Directory } from "../connectors/port.ts";
import type { PsaLinks } from "../data/queries/psa-links.ts";
import type { LastAccess } from "../data/queries/watch.ts";
import type { Company } from "../domain/contact.ts";
import type { Portal } from "../domain/firm.ts";
import type { CompanyId, PortalId, ProjectId } from "../domain/ids.ts";
import type { Project } from "../domain/project.ts";
import { companyToCome, type PsaSwitch, unlinked } from "../domain/psa-switch.ts";
import {
  type CarriedAlias,
  type CarriedLimit,
  type ContactChoices,
  carryAliases,
  carryLimits,
  limitsAfter,
  linkedCompanies,
} from "./carry-people.ts";
import {
  type CompanyChoices,
  type KnownCompany,
  linkCompanies,
  marksOfCompanies,
  marksOfEmails,
  type PortalLink,
} from "./link-companies.ts";
import { type FindProject, type KnownProject, projectFinder } from "./match-projects.ts";

/** What a PSA says about everybody. */
export type Listing = { directory: Directory; projects: Project[] };

export type Choices = { companies: CompanyChoices; contacts: ContactChoices };

export type PlanInput = {
  links: PsaLinks;
  /** Null when the old PSA does not answer any more: then what is stored has to do. */
  before: Listing | null;
  after: Listing;
  /** Who got in lately at which portal. */
  lastAccess: LastAccess[];
  choices: Choices;
};

export type SwitchPlan = {
  portals: PortalLink[];
  /** Every company of the new PSA. */
  companies: Company[];
  aliases: CarriedAlias[];
  limits: CarriedLimit[];
  /** Projects that updates or answers are about, and what each becomes; null: it stays as history. */
  written: { portal: Portal | null; name: string; project: Project | null }[];
  /** Finds what an old project has become. */
  findProject: FindProject;
  /** What is written when the admin agrees; null while a limit is undecided. */
  change: Omit<PsaSwitch, "connectionId"> | null;
  /** The same, undecided limits left out, to look at beforehand. */
  draft: Omit<PsaSwitch, "connectionId">;
};

/** Plans the switch with the admin's choices. Nothing is read, and nothing is changed. */
export function planSwitch(input: PlanInput): SwitchPlan {
  const { links, before, after, choices } = input;
  const portals = linkCompanies(knownCompanies(input), after.directory, choices.companies);
  const companyLinks = portals.map(({ portal, company }) => ({ portalId: portal.id, company }));
  const linked = linkedCompanies(companyLinks);
  const people = { before: before?.directory ?? null, after: after.directory, links: companyLinks };
  const findProject = projectFinder(knownProjects(input), after.projects, linked);
  // A limit names its projects by id alone: without the old PSA nobody knows which they are, and it becomes a block.
  const findLimited = before ? findProject : () => null;
  const aliases = carryAliases(links.aliases, people);
  const carrying = { ...people, aliases: links.aliases, findProject: findLimited, choices: choices.contacts };
  const limits = carryLimits(links.limits, carrying);
  const draft = {
    portals: portals.map(changedPortal),
    aliases: aliases.flatMap(({ alias, contact }) =>
      contact ? [{ id: alias.id, contactId: contact.id, contactName: contact.name }] : [],
    ),
    endedAliasIds: aliases.filter(({ contact }) => contact === null).map(({ alias }) => alias.id),
    limits: limitsAfter(limits),
    ...movedWriting(links, findProject, portals),
  };
  const isDecided = limits.every(({ kind }) => kind !== "undecided");
  const written = writtenAbout(links, findProject);
  const { companies } = after.directory;
  return { portals, companies, aliases, limits, written, findProject, draft, change: isDecided ? draft : null };
}

function changedPortal({ portal, company }: PortalLink) {
  const portalId = portal.id;
  return company
    ? { portalId, companyId: company.id, companyName: company.name }
    : { portalId, companyId: companyToCome(portalId), companyName: portal.companyName };
}

function knownCompanies({ links, before, lastAccess }: PlanInput): KnownCompany[] {
  const marks = before ? marksOfCompanies(before.directory) : null;
  const visitors = Map.groupBy(lastAccess, ({ portalId }) => portalId);
  return links.portals.map((portal) => {
    const current = before?.directory.companies.find(({ id }) => id === portal.companyId);
    const names = current ? [current.name, portal.companyName] : [portal.companyName];
    const seen = marksOfEmails((visitors.get(portal.id) ?? []).map(({ email }) => email));
    return { portal, names, marks: marks?.get(portal.companyId) ?? seen };
  });
}

/** The old PSA's projects of the portals' companies; where it does not answer, those that somebody wrote about. */
function knownProjects({ links, before }: PlanInput): KnownProject[] {
  const portalOf = portalsByCompany(links);
  const listed = (before?.projects ?? []).flatMap(({ id, companyId, name, number }) => {
    const portal = portalOf.get(companyId);
    return portal ? [{ portalId: portal.id, id, name, number }] : [];
  });
  const known = new Set(listed.map(({ portalId, id }) => `${portalId} ${id}`));
  const stored = [
    ...links.updates.flatMap(({ companyId, ...row }) => {
      const portal = portalOf.get(companyId);
      return portal ? [{ portalId: portal.id, ...row }] : [];
    }),
    ...links.answers,
  ];
  for (const { portalId, projectId: id, projectName: name } of stored) {
    if (known.has(`${portalId} ${id}`)) continue;
    known.add(`${portalId} ${id}`);
    listed.push({ portalId, id, name, number: null });
  }
  return listed;
}

function portalsByCompany({ portals }: PsaLinks): Map<CompanyId, Portal> {
  return new Map(portals.map((portal) => [portal.companyId, portal]));
}

function movedWriting(links: PsaLinks, findProject: FindProject, portals: PortalLink[]) {
  const portalOf = portalsByCompany(links);
  const companyOf = new Map(portals.map((link) => [link.portal.id, changedPortal(link).companyId]));
  const projectAfter = (portalId: PortalId, id: ProjectId) => findProject(portalId, id)?.id ?? unlinked(id);
  return {
    updates: links.updates.map(({ companyId, projectId }) => {
      const portal = portalOf.get(companyId);
      const to = portal
        ? {
            companyId: companyOf.get(portal.id) ?? companyToCome(portal.id),
            projectId: projectAfter(portal.id, projectId),
          }
        : { companyId: unlinked(companyId), projectId: unlinked(projectId) };
      return { companyId, projectId, to };
    }),
    answers: links.answers.map(({ portalId, projectId }) => ({
      portalId,
      projectId,
      to: projectAfter(portalId, projectId),
    })),
  };
}

function writtenAbout(links: PsaLinks, findProject: FindProject): SwitchPlan["written"] {
  const portalOf = portalsByCompany(links);
  const portalById = new Map(links.portals.map((portal) => [portal.id, portal]));
  const rows = [
    ...links.updates.map((row) => ({ ...row, portal: portalOf.get(row.companyId) ?? null })),
    ...links.answers.map((row) => ({ ...row, portal: portalById.get(row.portalId) ?? null })),
  ];
  const once = new Map(rows.map((row) => [`${row.portal?.id} ${row.projectId}`, row]));
  return [...once.values()].map(({ portal, projectId, projectName: name }) => ({
    ...{ portal, name },
    project: portal && findProject(portal.id, projectId),
  }));
}
