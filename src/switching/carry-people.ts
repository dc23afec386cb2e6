// What the firm settled about single people, carried over to their contacts of the new PSA. Pure. INVARIANT: a limit never
// widens; where nobody can be told to be the limited person, the admin has to say who is.
import type { Directory } from "../connectors/port.ts";
import type { AliasRow } from "../data/queries/aliases.ts";
import type { StoredLimit } from "../data/queries/limits.ts";
import type { Company, Contact } from "../domain/contact.ts";
import type { Email } from "../domain/email.ts";
import type { CompanyId, ContactId, PortalId, ProjectId } from "../domain/ids.ts";
import type { Project } from "../domain/project.ts";
import type { SwitchedLimit } from "../domain/psa-switch.ts";
import { unlinked } from "../domain/psa-switch.ts";
import type { FindProject } from "./match-projects.ts";
import { isSameName } from "./names.ts";

/** `contact` null: the approval ends. `why`: nobody at a linked company carries the email, or several do, or the address is now another's own. */
export type CarriedAlias = { alias: AliasRow; contact: Contact | null; why: "nobody" | "several" | "others" | null };

export type Link = { portalId: PortalId; company: Company | null };

/** `before`: the old PSA's directory; null when it does not answer. */
export type People = { before: Directory | null; after: Directory; links: Link[] };

/** Each approval with the contact who carries the same email at a company that has a portal; deny by default. */
export function carryAliases(aliases: AliasRow[], { before, after, links }: People): CarriedAlias[] {
  const companyIds = new Set(links.flatMap(({ company }) => company?.id ?? []));
  return aliases.map((alias) => {
    const carriers = after.contacts.filter(
      (contact) =>
        !contact.isArchived &&
        contact.emails.includes(alias.contactEmail) &&
        contact.companyIds.some((id) => companyIds.has(id)),
    );
    const names = namesOf(alias, before);
    const named = carriers.filter(({ name }) => names.some((known) => isSameName(known, name)));
    const [contact] = named.length === 1 ? named : carriers;
    const isAlone = named.length === 1 || carriers.length === 1;
    if (!contact) return { alias, contact: null, why: "nobody" };
    if (!isAlone) return { alias, contact: null, why: "several" };
    const isOthers = after.contacts.some(({ id, emails }) => id !== contact.id && emails.includes(alias.email));
    return isOthers ? { alias, contact: null, why: "others" } : { alias, contact, why: null };
  });
}

/**
 * `carried`: it holds for these contacts. `undecided`: nobody can be told to be the person. `left`: its portal is closed, and
 * it stays there. `let_go`: the admin said that nobody is the person.
 */
export type CarriedLimit = {
  limit: StoredLimit;
  kind: "carried" | "undecided" | "left" | "let_go";
  contacts: Contact[];
  /** Whom the admin can choose from; null where nothing is to choose. */
  choices: Contact[] | null;
  projects: Project[];
  /** How many projects of the limit are not carried over: the person no longer sees them. */
  projectsLost: number;
};

/** Whom the admin chose for a limit, by its portal and contact of before; null: nobody. */
export type ContactChoices = ReadonlyMap<string, ContactId | null>;

/** A limit by its portal and its contact of before the switch. */
export function limitKey({ portalId, contactId }: { portalId: PortalId; contactId: ContactId }): string {
  return `${portalId} ${contactId}`;
}

type Carrying = People & { aliases: AliasRow[]; findProject: FindProject; choices: ContactChoices };

/**
 * What becomes of each limit in the new PSA: carried, open for the admin to decide, let go as they chose, or left with a portal
 * that has no company.
 */
export function carryLimits(limits: StoredLimit[], carrying: Carrying): CarriedLimit[] {
  return limits.map((limit) => carryLimit(limit, carrying));
}

function carryLimit(limit: StoredLimit, carrying: Carrying): CarriedLimit {
  const { after, links, findProject, choices } = carrying;
  const company = links.find(({ portalId }) => portalId === limit.portalId)?.company ?? null;
  const projects = limit.projectIds.flatMap((id) => findProject(limit.portalId, id) ?? []);
  const rest = { limit, projects, projectsLost: limit.projectIds.length - projects.length };
  if (!company) return { ...rest, kind: "left", contacts: [], choices: null };
  const here = after.contacts.filter(({ companyIds }) => companyIds.includes(company.id));
  const found = findLimited(limit, here, carrying);
  const chosen = choices.get(limitKey(limit));
  if (found.length > 0) return { ...rest, kind: "carried", contacts: found, choices: null };
  if (chosen === null) return { ...rest, kind: "let_go", contacts: [], choices: here };
  const contacts = here.filter(({ id }) => id === chosen);
  return { ...rest, kind: contacts.length > 0 ? "carried" : "undecided", contacts, choices: here };
}

/**
 * Everybody who may be the limited person: whoever carries an email of theirs, wherever, and whoever bears their name at the
 * company unless they are known to be somebody else. One too many is limited rather than one too few.
 */
function findLimited(limit: StoredLimit, here: Contact[], { before, after, aliases }: Carrying): Contact[] {
  const emails = emailsOf(limit, before, aliases);
  const names = namesOf(limit, before);
  const elses = new Set(
    (before?.contacts ?? []).filter(({ id }) => id !== limit.contactId).flatMap((one) => one.emails),
  );
  const byEmail = after.contacts.filter((contact) => contact.emails.some((email) => emails.has(email)));
  const byName = here
    .filter(({ name }) => names.some((known) => isSameName(known, name)))
    .filter((contact) => !contact.emails.some((email) => elses.has(email) && !emails.has(email)));
  return [...new Set([...byEmail, ...byName])];
}

/** Under which emails the person could sign in: their own, and those that the firm approved for them. */
function emailsOf({ contactId }: StoredLimit, before: Directory | null, aliases: AliasRow[]): Set<Email> {
  const own = before?.contacts.find(({ id }) => id === contactId)?.emails ?? [];
  const approved = aliases.filter((alias) => alias.contactId === contactId);
  return new Set([...own, ...approved.flatMap(({ email, contactEmail }) => [email, contactEmail])]);
}

function namesOf(settled: { contactId: ContactId; contactName: string }, before: Directory | null): string[] {
  const current = before?.contacts.find(({ id }) => id === settled.contactId)?.name;
  return current === undefined ? [settled.contactName] : [settled.contactName, current];
}

/** The limits that hold afterwards. Where two of before meet in one contact, the contact sees what both let them see. */
export function limitsAfter(carried: CarriedLimit[]): SwitchedLimit[] {
  const rows = new Map<string, SwitchedLimit>();
  for (const row of carried.flatMap(rowsOf)) {
    const known = rows.get(limitKey(row));
    const projectIds = known ? known.projectIds.filter((id) => row.projectIds.includes(id)) : row.projectIds;
    rows.set(limitKey(row), { ...(known ?? row), projectIds });
  }
  return [...rows.values()];
}

function rowsOf({ limit, kind, contacts, projects }: CarriedLimit): SwitchedLimit[] {
  const { portalId, createdAt, createdBy } = limit;
  const made = { portalId, createdAt, createdBy };
  if (kind === "let_go") return [];
  const projectIds = [...new Set(projects.map(({ id }) => id))];
  if (kind === "carried")
    return contacts.map(({ id, name }) => ({ ...made, contactId: id, contactName: name, projectIds }));
  const stays = limit.projectIds.map((id): ProjectId => unlinked(id));
  return [{ ...made, contactId: unlinked(limit.contactId), contactName: limit.contactName, projectIds: stays }];
}

/** The new company of each portal that has one. */
export function linkedCompanies(links: Link[]): Map<PortalId, CompanyId> {
  return new Map(links.flatMap(({ portalId, company }) => (company ? [[portalId, company.id] as const] : [])));
}
