import type { Contact } from "../../domain/contact.ts";
import { isSharedMailbox } from "../../domain/email.ts";
import type { Cause } from "../causes.ts";
import type { Evidence, Finding } from "../decision.ts";
import { aliasFor, type Facts, type PeopleFact } from "../facts.ts";
import { fail, pass, skipped, unknown } from "./finding.ts";

type PeopleRead = Extract<PeopleFact, { kind: "read" }>;

/** Passes when at least one contact that is not archived carries exactly this email, or counts by an alias of the firm. */
export function checkContact(facts: Facts): Finding {
  const { people } = facts;
  if (people.kind === "not_asked") return skipped;
  if (people.kind === "trouble") return unknown(people.cause);
  const { contacts, gaps, readAt } = people;
  const active = contacts.filter((contact) => !contact.isArchived);
  const approvedFor = contacts.find(({ id }) => id === people.byAlias)?.name;
  const evidence = { ...evidenceOf(contacts), ...(approvedFor !== undefined && { approvedFor }) };
  if (active.length > 0) return pass({ ...noteOn(facts, people, active), evidence, readAt });
  if (gaps.length > 0) return unknown("psa.partial", { gaps }, readAt);
  if (contacts.length > 0) return fail("who.inactive", evidence, readAt);
  return strangerFinding(facts, readAt);
}

/** No contact is theirs. Whoever works at the firm is told so; for the firm it matters who is nearly the same. */
function strangerFinding(facts: Facts, readAt: Date): Finding {
  const { rules, context } = facts;
  if (rules.isTeamMember) return fail("who.team_member", {}, readAt);
  const alias = aliasFor(facts);
  if (alias) return fail("who.alias_broken", { contact: alias.contactId, contactEmail: alias.contactEmail }, readAt);
  const near = context?.nearMatches ?? [];
  if (near.length === 0) return fail("who.no_contact", {}, readAt);
  const evidence = {
    nearMatches: near.map((match) => match.contactEmail),
    contacts: near.map((match) => match.contactId),
    names: near.map((match) => match.contactName),
    likeness: near.map((match) => match.likeness),
    isPublicDomain: near.some((match) => match.isPublicDomain === true),
  };
  return fail("who.email_differs", evidence, readAt);
}

function noteOn({ rules, identity }: Facts, people: PeopleRead, active: Contact[]): { cause?: Cause } {
  if (people.byAlias !== null) return { cause: "who.by_alias" };
  if (active.length > 1) return { cause: "who.duplicate_contact" };
  if (rules.isTeamMember) return { cause: "who.staff_and_client" };
  const isShared = identity.kind !== "nobody" && isSharedMailbox(identity.email);
  return isShared ? { cause: "who.shared_mailbox" } : {};
}

function evidenceOf(contacts: Contact[]): Evidence {
  const sorted = [...contacts].sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
  return { contacts: sorted.map(({ id }) => id), names: sorted.map(({ name }) => name) };
}
