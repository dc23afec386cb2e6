import type { Company, Contact } from "../../domain/contact.ts";
import type { Evidence, Finding } from "../decision.ts";
import type { Facts, PeopleFact } from "../facts.ts";
import { fail, pass, skipped, unknown } from "./finding.ts";

type PeopleRead = Extract<PeopleFact, { kind: "read" }>;

/** Passes when an active contact of this email is linked to the portal's company and that company is active. */
export function checkCompany(facts: Facts): Finding {
  const { people, address } = facts;
  if (people.kind === "not_asked") return skipped;
  if (people.kind === "trouble") return unknown(people.cause);
  const { readAt } = people;
  const linked = linkedCompanies(people);
  const own = address.kind === "found" ? linked.find((company) => company.id === address.portal.companyId) : undefined;
  if (own?.isArchived) return fail("who.company_inactive", archivedEvidence(own, linked, people), readAt);
  return own ? membership(linked, readAt) : refusal(facts, people, linked);
}

/** A company that is archived has no portal to change to, so it does not count as a second one. */
function membership(linked: Company[], readAt: Date): Finding {
  const active = linked.filter((company) => !company.isArchived);
  const evidence = evidenceOf(active);
  return pass({ ...(active.length > 1 && { cause: "who.several_companies" as const }), evidence, readAt });
}

/** Companies to which an active contact of this email is linked, in a stable order. */
export function linkedCompanies(people: PeopleRead): Company[] {
  return companiesOf(people, people.contacts.filter(isActive));
}

/** The same for the firm's own questions: where every contact is archived, the companies that those are linked to. */
export function knownCompanies(people: PeopleRead): Company[] {
  return people.contacts.some(isActive) ? linkedCompanies(people) : companiesOf(people, people.contacts);
}

function isActive({ isArchived }: Contact): boolean {
  return !isArchived;
}

function companiesOf({ companies }: PeopleRead, contacts: Contact[]): Company[] {
  const ids = new Set(contacts.flatMap(({ companyIds }) => companyIds));
  return companies
    .filter((company) => ids.has(company.id))
    .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : one.id < other.id ? -1 : 1));
}

/** They are not of this portal's company: because of nothing at all, of a company that is put away, or of another one. */
function refusal(facts: Facts, people: PeopleRead, linked: Company[]): Finding {
  const { readAt, gaps } = people;
  if (gaps.length > 0) return unknown("psa.partial", { gaps }, readAt);
  if (!people.contacts.some(isActive)) return behindArchived(facts, people);
  return refusalOfKnown(facts, linked, readAt);
}

/**
 * Every contact is archived, as the check before has said. What would stop them all the same once one is restored is said
 * here, so that the firm mends both in one go; what would let them pass is left open.
 */
function behindArchived(facts: Facts, people: PeopleRead): Finding {
  const { contacts, readAt } = people;
  if (contacts.length === 0) return skipped;
  const linked = companiesOf(people, contacts);
  const own = linked.find(({ id }) => facts.address.kind === "found" && id === facts.address.portal.companyId);
  if (own?.isArchived) return fail("who.company_inactive", archivedEvidence(own, linked, people), readAt);
  const isOpen = own !== undefined || (facts.address.kind === "not_asked" && linked.some((one) => !one.isArchived));
  return isOpen ? skipped : refusalOfKnown(facts, linked, readAt);
}

function refusalOfKnown(facts: Facts, linked: Company[], readAt: Date): Finding {
  const evidence = evidenceOf(linked);
  if (linked.length === 0) return fail(isCompanyGone(facts) ? "who.merged" : "who.no_company", evidence, readAt);
  if (linked.every((company) => company.isArchived)) return fail("who.company_inactive", evidence, readAt);
  return refusalOfOthers(facts, linked, readAt);
}

function refusalOfOthers(facts: Facts, linked: Company[], readAt: Date): Finding {
  const evidence = evidenceOf(linked);
  if (facts.address.kind === "not_asked") return fail("door.no_portal", evidence, readAt);
  // Where no portal stands there is no company to belong to; the address has said so.
  if (facts.address.kind !== "found") return skipped;
  if (isCompanyGone(facts)) return fail("who.merged", evidence, readAt);
  const { lastGrantedAt } = facts.context ?? {};
  if (lastGrantedAt) return fail("who.moved", { ...evidence, lastVisit: lastGrantedAt.toISOString() }, readAt);
  return fail("door.other_clients_portal", evidence, readAt);
}

function isCompanyGone({ address, context }: Facts): boolean {
  return address.kind === "found" && context?.isCompanyGone === true;
}

/**
 * The company that is put away: a no, whatever else could not be read. Beside it what an outsider's page depends on, at this
 * address as at any other: their companies that are not archived, and the gaps.
 */
function archivedEvidence(own: Company, linked: Company[], { gaps }: PeopleRead): Evidence {
  const others = evidenceOf(linked.filter((company) => !company.isArchived)).companies;
  return { ...evidenceOf([own]), others, gaps };
}

function evidenceOf(linked: Company[]) {
  return { companies: linked.map((company) => company.name).sort() };
}
