// Whose email nearly is this one. Evidence for the firm, never a way in: only the firm's word makes it count.
import type { NearMatch } from "../access/facts.ts";
import type { Directory } from "../connectors/port.ts";
import type { Contact } from "../domain/contact.ts";
import { type Email, isSharedMailbox } from "../domain/email.ts";
import { type EditDistance, editDistance, isTransposed, isWithin } from "./edit-distance.ts";
import { fold, isSameWord } from "./fold.ts";
import { type Domains, domainOf, domainsOf, isPublicDomain, mailboxOf, nearDomains } from "./mail-domains.ts";
import { nameLikeness } from "./name-likeness.ts";

const MATCHES_MAX = 3;

type Likeness = { likeness: NearMatch["likeness"]; score: number };
type Found = Likeness & { contact: Contact; contactEmail: Email };

/**
 * Contacts who may be the person behind an email that is nobody's, the likeliest first; at most three. The mail domain must
 * be one of their companies', or nearly; a public provider's counts only beside an address at the same provider or a full name.
 */
export function findNearMatches(
  email: Email,
  directory: Directory,
  distance: EditDistance = editDistance,
): NearMatch[] {
  const nameOf = new Map(directory.companies.map((company) => [company.id, company.name]));
  const best = new Map<Contact, Found>();
  for (const found of candidates(email, directory, distance)) {
    if (found.contact.emails.includes(email)) continue;
    if (found.score > (best.get(found.contact)?.score ?? 0)) best.set(found.contact, found);
  }
  return [...best.values()]
    .sort((one, other) => other.score - one.score || order(one.contact, other.contact))
    .slice(0, MATCHES_MAX)
    .map(({ contact, contactEmail, likeness }) => ({
      contactId: contact.id,
      contactName: contact.name,
      contactEmail,
      companyIds: contact.companyIds,
      companyNames: contact.companyIds.flatMap((id) => nameOf.get(id) ?? []).sort(),
      likeness,
      isPublicDomain: isPublicDomain(domainOf(email)),
    }));
}

function order(one: Contact, other: Contact): number {
  return one.name < other.name ? -1 : one.name > other.name ? 1 : one.id < other.id ? -1 : 1;
}

function candidates(email: Email, directory: Directory, distance: EditDistance): Found[] {
  const domain = domainOf(email);
  const domains = domainsOf(directory);
  const atHome = isPublicDomain(domain)
    ? [...atSameProvider(email, domains, distance), ...byFullName(email, directory)]
    : atOwnDomain(email, domains, distance);
  const nearby = nearDomains(domain, domains, distance).flatMap((near) => atNearDomain(email, near, domains, distance));
  return [...atHome, ...nearby];
}

/** The domain is a company's own: every likeness of mailbox or name counts. */
function atOwnDomain(email: Email, domains: Domains, distance: EditDistance): Found[] {
  const domain = domainOf(email);
  const mailbox = mailboxOf(email);
  return [...(domains.get(domain) ?? [])].flatMap((contact) => {
    const own = contact.emails.flatMap((contactEmail) => {
      const found = mailboxLikeness(mailbox, mailboxOf(contactEmail), distance);
      return found ? [{ ...found, contact, contactEmail }] : [];
    });
    return [...own, ...named(email, contact, domain, nameScores)];
  });
}

const nameScores = { full: 80, initials: 60, part: 50 };

/** The mailbox is made of the contact's name. A mailbox that several people read is nobody's name. */
function named(email: Email, contact: Contact, domain: string, scores: Partial<typeof nameScores>): Found[] {
  if (isSharedMailbox(email)) return [];
  const kind = nameLikeness(basis(mailboxOf(email)), contact.name);
  const score = kind === null ? undefined : scores[kind];
  const contactEmail = contact.emails.find((own) => domainOf(own) === domain) ?? contact.emails[0];
  return score && contactEmail ? [{ likeness: "same_name", score, contact, contactEmail }] : [];
}

/** Anybody may have an address there: it must be nearly the contact's own address at the same provider. */
function atSameProvider(email: Email, domains: Domains, distance: EditDistance): Found[] {
  const domain = domainOf(email);
  return [...(domains.get(domain) ?? [])].flatMap((contact) =>
    contact.emails
      .filter((own) => domainOf(own) === domain)
      .flatMap((contactEmail) => {
        const found = mailboxLikeness(mailboxOf(email), mailboxOf(contactEmail), distance);
        return found ? [{ ...found, contact, contactEmail }] : [];
      }),
  );
}

/** An address of their own elsewhere, such as jane.doe@gmail.com: their whole name, or it says nothing. */
function byFullName(email: Email, { contacts }: Directory): Found[] {
  return contacts
    .filter((contact) => !contact.isArchived)
    .flatMap((contact) => named(email, contact, domainOf(email), { full: 40 }));
}

/** The domain is one slip away from one we know: the mailbox must be the contact's own, or made of the whole name. */
function atNearDomain(email: Email, near: string, domains: Domains, distance: EditDistance): Found[] {
  const isPublic = isPublicDomain(near);
  return [...(domains.get(near) ?? [])].flatMap((contact) => {
    const own = contact.emails
      .filter((contactEmail) => domainOf(contactEmail) === near && isSameBox(email, contactEmail, distance))
      .map((contactEmail): Found => ({ likeness: "typo_domain", score: 90, contact, contactEmail }));
    if (isPublic || own.length > 0) return own;
    return named(email, contact, near, { full: 70 }).map((found) => ({ ...found, likeness: "typo_domain" as const }));
  });
}

function isSameBox(email: Email, contactEmail: Email, distance: EditDistance): boolean {
  const found = mailboxLikeness(mailboxOf(email), mailboxOf(contactEmail), distance);
  return (
    found !== null && (found.likeness === "plus_address" || found.likeness === "accents" || found.score === SAME_BOX)
  );
}

const SAME_BOX = 95;

/** In which way two mailboxes are alike. Those that several people read are alike only when they are the same. */
function mailboxLikeness(one: string, other: string, distance: EditDistance): Likeness | null {
  const [base, otherBase] = [basis(one), basis(other)];
  if (one === other) return { likeness: "same_name", score: SAME_BOX };
  if (base === otherBase) return { likeness: "plus_address", score: 100 };
  if (isSharedMailbox(`${base}@` as Email) || isSharedMailbox(`${otherBase}@` as Email)) return null;
  if (isSameWord(base, otherBase)) return { likeness: "accents", score: 98 };
  const [bare, otherBare] = [lettersOf(base), lettersOf(otherBase)];
  if (bare === "" || otherBare === "") return null;
  if (bare === otherBare) return { likeness: "similar", score: 92 };
  if (Math.min(bare.length, otherBare.length) >= 3 && isTransposed([bare, otherBare], distance))
    return { likeness: "transposed", score: 88 };
  return isSimilar(partsOf(base), partsOf(otherBase), distance) ? { likeness: "similar", score: 55 } : null;
}

/** Part by part, so that tom.doe is not tim.doe: in a short word one other letter makes another name. */
function isSimilar(parts: string[], others: string[], distance: EditDistance): boolean {
  if (parts.length !== others.length) return isSlip(parts.join(""), others.join(""), 1, distance);
  return parts.every((part, index) => isSlip(part, others[index] ?? "", parts.length > 1 ? 0 : 1, distance));
}

/** `stricter`: how many letters longer a word must be before a letter may differ. */
function isSlip(one: string, other: string, stricter: number, distance: EditDistance): boolean {
  // unit4 and unit5 are one letter apart and two mailboxes.
  if (one === other || numbersIn(one) !== numbersIn(other)) return one === other;
  const length = Math.min(one.length, other.length) - stricter;
  return isWithin(length >= TWO_OFF_LENGTH_MIN ? 2 : length >= ONE_OFF_LENGTH_MIN ? 1 : 0, [one, other], distance);
}

const ONE_OFF_LENGTH_MIN = 4;
const TWO_OFF_LENGTH_MIN = 9;

/** Without what stands after a plus. */
function basis(mailbox: string): string {
  return mailbox.split("+")[0] ?? "";
}

function partsOf(mailbox: string): string[] {
  return fold(mailbox)
    .split(/[._-]/)
    .filter((part) => part !== "");
}

function lettersOf(mailbox: string): string {
  return partsOf(mailbox).join("");
}

function numbersIn(text: string): string {
  return text.replace(/\D+/g, " ");
}
