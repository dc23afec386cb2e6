import { linkedCompanies } from "../../access/checks/company.ts";
import { type ContentSettings, sensitiveAt, sensitiveAtAny } from "../../access/newly-exposed.ts";
import type { Diagnosis } from "../../diagnosis/diagnose-person.ts";
import type { Contact } from "../../domain/contact.ts";
import type { Portal } from "../../domain/firm.ts";
import type { CompanyId } from "../../domain/ids.ts";
import type { FieldName } from "../../domain/template.ts";
import type { FixAbout } from "./fix-form.ts";

/** What the forms of a person's page are about. */
export function aboutOf({ decision, facts, portal }: Diagnosis, settings: ContentSettings, next: string): FixAbout {
  const contacts = facts.people.kind === "read" ? facts.people.contacts : [];
  const limited = facts.rules.limits
    .map(({ contactId }) => contactId)
    .filter((id) => contacts.some((contact) => contact.id === id));
  return {
    email: decision.email ?? "",
    portalId: portal?.id ?? null,
    companies:
      facts.people.kind === "read" ? linkedCompanies(facts.people).filter(({ isArchived }) => !isArchived) : [],
    limited,
    sensitive: {
      here: portal ? sensitiveAt(settings, portal) : [],
      of: (companies) => sensitiveOf(settings, companies),
    },
    near: facts.context?.nearMatches ?? [],
    next,
  };
}

function sensitiveOf(settings: ContentSettings, companies: readonly CompanyId[]): FieldName[] {
  const portalOf = (id: CompanyId) => settings.portals.find(({ companyId }) => companyId === id) ?? null;
  return sensitiveAtAny(settings, companies.map(portalOf));
}

/** The person's contacts who count at this portal, in a stable order. */
export function contactsAt({ facts, portal }: Diagnosis): Contact[] {
  if (facts.people.kind !== "read" || portal === null) return [];
  return facts.people.contacts
    .filter((contact) => !contact.isArchived && contact.companyIds.includes(portal.companyId))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/**
 * What can be done for the person at all, wherever they stand: the PSA confirms them as a contact of an active company that
 * has a portal, for a mail an open one. The forms ask again; this keeps a button away that could only lead to a no.
 */
export function reachOf(
  { facts }: Pick<Diagnosis, "facts">,
  portals: readonly Portal[],
): { canMail: boolean; canCode: boolean } {
  if (facts.people.kind !== "read") return { canMail: false, canCode: false };
  const companies = linkedCompanies(facts.people).filter(({ isArchived }) => !isArchived);
  const theirs = portals.filter(({ companyId }) => companies.some(({ id }) => id === companyId));
  return { canMail: theirs.some(({ state }) => state === "open"), canCode: theirs.length > 0 };
}
