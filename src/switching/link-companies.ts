// Which company of the new PSA a portal's clients are. Pure. INVARIANT: never by id, for two PSAs may give one id to two companies.
import type { Directory } from "../connectors/port.ts";
import { domainOf, domainsOfCompanies, isPublicDomain } from "../diagnosis/mail-domains.ts";
import type { Company } from "../domain/contact.ts";
import type { Email } from "../domain/email.ts";
import type { Portal } from "../domain/firm.ts";
import type { CompanyId } from "../domain/ids.ts";
import { isSameBareName, isSameName } from "./names.ts";

/** What is known of a portal's company from before the switch. `marks`: mail domains and whole emails of its people. */
export type KnownCompany = { portal: Portal; names: string[]; marks: ReadonlySet<string> };

/**
 * Why a company may be the portal's, the surest first. `mail`: their people share a mail domain of their own, or an email.
 * `other_mail`: both have mail domains of their own, and share none.
 */
export const likenesses = [
  "name_and_mail",
  "name",
  "like_name_and_mail",
  "name_other_mail",
  "like_name",
  "mail",
] as const;
export type CompanyLikeness = (typeof likenesses)[number];

/** Which candidate of each kind is sure, and beside which others it is not; null: it is never sure. */
const rivals: Record<CompanyLikeness, readonly CompanyLikeness[] | null> = {
  name_and_mail: ["name_and_mail"],
  name: ["name", "like_name_and_mail", "name_other_mail", "mail"],
  like_name_and_mail: ["like_name_and_mail", "name_other_mail"],
  name_other_mail: null,
  like_name: null,
  mail: null,
};

export type Candidate = { company: Company; likeness: CompanyLikeness };

/** `company` null: the portal stays closed. `by` "choice": the admin said so. Candidates come the likeliest first. */
export type PortalLink = {
  portal: Portal;
  company: Company | null;
  by: CompanyLikeness | "choice" | null;
  candidates: Candidate[];
};

/** What the admin chose, by the portal's slug; null: it stays closed. */
export type CompanyChoices = ReadonlyMap<string, CompanyId | null>;

/** Links every portal that one company alone fits; whatever is less sure stays closed until the admin chooses. */
export function linkCompanies(known: KnownCompany[], directory: Directory, choices: CompanyChoices): PortalLink[] {
  const marksOf = marksOfCompanies(directory);
  const suggested = known.map((one) => suggest(one, directory.companies, marksOf));
  const linked = suggested.map((link) => applyChoice(link, directory.companies, choices));
  const takers = Map.groupBy(linked, ({ company }) => company?.id ?? null);
  // One company, one portal: where two reach for it, neither has it.
  return linked.map((link) =>
    link.company && (takers.get(link.company.id)?.length ?? 0) > 1 ? { ...link, company: null, by: null } : link,
  );
}

/** Mail domains of its own and emails by which a company's people can be known. */
export function marksOfCompanies(directory: Directory): Map<CompanyId, Set<string>> {
  const marks = domainsOfCompanies(directory);
  for (const { companyIds, emails } of directory.contacts)
    for (const id of companyIds) for (const email of emails) marks.get(id)?.add(email);
  return marks;
}

/** The marks of people of whom only the emails are known. */
export function marksOfEmails(emails: Email[]): Set<string> {
  return new Set([...emails, ...emails.map(domainOf).filter((domain) => !isPublicDomain(domain))]);
}

function suggest(known: KnownCompany, companies: Company[], marksOf: Map<CompanyId, Set<string>>): PortalLink {
  const found = companies.flatMap((company): Candidate[] => {
    const likeness = likenessOf(known, company, marksOf.get(company.id) ?? new Set());
    return likeness ? [{ company, likeness }] : [];
  });
  const active = found.filter(({ company }) => !company.isArchived);
  const candidates = (active.length > 0 ? active : found).sort(
    (one, other) => likenesses.indexOf(one.likeness) - likenesses.indexOf(other.likeness),
  );
  const [best, ...others] = candidates;
  const { portal } = known;
  const unsureBeside = best && rivals[best.likeness];
  return best && unsureBeside && !others.some(({ likeness }) => unsureBeside.includes(likeness))
    ? { portal, company: best.company, by: best.likeness, candidates }
    : { portal, company: null, by: null, candidates };
}

function likenessOf(known: KnownCompany, company: Company, marks: ReadonlySet<string>): CompanyLikeness | null {
  const isMail = [...known.marks].some((mark) => marks.has(mark));
  if (known.names.some((name) => isSameName(name, company.name))) {
    if (isMail) return "name_and_mail";
    return hasDomain(known.marks) && hasDomain(marks) ? "name_other_mail" : "name";
  }
  if (known.names.some((name) => isSameBareName(name, company.name)))
    return isMail ? "like_name_and_mail" : "like_name";
  return isMail ? "mail" : null;
}

function hasDomain(marks: ReadonlySet<string>): boolean {
  return [...marks].some((mark) => !mark.includes("@"));
}

function applyChoice(link: PortalLink, companies: Company[], choices: CompanyChoices): PortalLink {
  const chosen = choices.get(link.portal.slug);
  if (chosen === undefined) return link;
  const company = companies.find(({ id }) => id === chosen) ?? null;
  if (company?.id === link.company?.id) return link;
  return { ...link, company, by: company ? "choice" : null };
}
