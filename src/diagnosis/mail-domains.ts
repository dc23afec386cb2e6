// What a mail domain says about belonging: the company's own says something, a public provider's never does.
import providers from "email-providers/all.json" with { type: "json" };
import type { Directory } from "../connectors/port.ts";
import type { Contact } from "../domain/contact.ts";
import type { Email } from "../domain/email.ts";
import type { CompanyId } from "../domain/ids.ts";
import { type EditDistance, isWithin } from "./edit-distance.ts";

/** The list of the package, and providers of which we know that it lacks them. */
const publicDomains = new Set<string>([...providers, "fastmail.com", "posteo.de", "posteo.net", "tutanota.com"]);

/** Whether anybody can get an address there, so that having one proves nothing. */
export function isPublicDomain(domain: string): boolean {
  return publicDomains.has(domain);
}

/** What stands behind the last @. */
export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf("@") + 1);
}

/** What stands before the last @. */
export function mailboxOf(email: Email): string {
  return email.slice(0, email.lastIndexOf("@"));
}

/** The contacts who may have an address at each domain; public providers' domains hold only who really has one there. */
export type Domains = Map<string, Set<Contact>>;

/**
 * A contact may have an address at the mail domains of their companies, and at those of the emails they have. Where the PSA
 * names no domains of a company, they are those of its contacts' emails.
 */
export function domainsOf(directory: Directory): Domains {
  const ofCompany = domainsOfCompanies(directory);
  const domains: Domains = new Map();
  for (const contact of reachable(directory)) {
    const theirs = contact.companyIds.flatMap((id) => [...(ofCompany.get(id) ?? [])]);
    for (const domain of [...theirs, ...contact.emails.map(domainOf)]) {
      const known = domains.get(domain) ?? new Set();
      domains.set(domain, known.add(contact));
    }
  }
  return domains;
}

/** The mail domains of each company that are its own: those that the PSA names, else those of its contacts' emails. */
export function domainsOfCompanies(directory: Directory): Map<CompanyId, Set<string>> {
  const { companies } = directory;
  const ofCompany = new Map(companies.map(({ id, domains }) => [id, new Set(domains.filter(isOwn))]));
  const isNamed = new Set(companies.filter(({ domains }) => domains.length > 0).map(({ id }) => id));
  for (const { companyIds, emails } of reachable(directory)) {
    const own = emails.map(domainOf).filter(isOwn);
    for (const id of companyIds) {
      if (!isNamed.has(id)) for (const domain of own) ofCompany.get(id)?.add(domain);
    }
  }
  return ofCompany;
}

function reachable({ contacts }: Directory): Contact[] {
  return contacts.filter((contact) => !contact.isArchived && contact.emails.length > 0);
}

function isOwn(domain: string): boolean {
  return !isPublicDomain(domain);
}

/** Known domains for which this one may be a slip: one letter off (acmme.com, gmial.com), or another ending (acme.net). */
export function nearDomains(domain: string, domains: Domains, distance: EditDistance): string[] {
  if (domains.has(domain) && isOwn(domain)) return [];
  return [...domains.keys()].filter(
    (known) => known !== domain && (isWithin(1, [domain, known], distance) || isOtherEnding(domain, known)),
  );
}

const LABEL_LENGTH_MIN = 4;

/** The same name with another ending. Public providers have the same name in many countries, which says nothing. */
function isOtherEnding(one: string, other: string): boolean {
  const [label, otherLabel] = [nameIn(one), nameIn(other)];
  return label === otherLabel && label.length >= LABEL_LENGTH_MIN && isOwn(one) && isOwn(other);
}

function nameIn(domain: string): string {
  return domain.slice(0, domain.lastIndexOf("."));
}
