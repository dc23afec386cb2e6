// Gathers the facts in the one right order and decides. Pages, `diagnose` and the API all come through here.
import type { Email } from "../domain/email.ts";
import { decide } from "./decide.ts";
import type { Decision } from "./decision.ts";
import { type Alias, aliasFor, type Facts, type PeopleFact, type WorkFact } from "./facts.ts";
import { type Granted, grantCompanyRead, grantPortalView } from "./granted.ts";

/** How the facts of a PSA are had. Trouble is an answer (`kind: "trouble"`), never a rejection. */
export interface FactSource {
  readPeople(email: Email): Promise<PeopleFact>;
  /** Demands the proof that the company is this person's own. */
  readWork(granted: Granted<"company.read">): Promise<WorkFact>;
}

export type Question = Omit<Facts, "people" | "work">;

type PeopleRead = Extract<PeopleFact, { kind: "read" }>;

export type CheckedAccess = { decision: Decision; facts: Facts; granted: Granted<"portal.view"> | null };

/** Decides for one person at one door, asking the PSA now. Nobody signed in: the PSA is not asked at all. */
export async function checkAccess(question: Question, source: FactSource): Promise<CheckedAccess> {
  const { identity } = question;
  const people: PeopleFact =
    identity.kind === "nobody" ? { kind: "not_asked" } : await readPeople(source, identity.email, aliasFor(question));
  const beforeWork: Facts = { ...question, people, work: { kind: "not_asked" } };
  const mayRead = grantCompanyRead(beforeWork, decide(beforeWork));
  const facts: Facts = mayRead ? { ...beforeWork, work: await source.readWork(mayRead) } : beforeWork;
  const decision = decide(facts);
  return { decision, facts, granted: grantPortalView(facts, decision) };
}

/** Who carries the email, and the contact for whom the firm has approved it. One question to the PSA, two with an alias. */
async function readPeople(source: FactSource, email: Email, alias: Alias | null): Promise<PeopleFact> {
  if (!alias) return source.readPeople(email);
  const [own, other] = await Promise.all([source.readPeople(email), source.readPeople(alias.contactEmail)]);
  if (own.kind !== "read") return own;
  return other.kind === "read" ? withAlias(own, other, alias) : other;
}

/** INVARIANT: of what the other email brought, the approved contact alone counts, and only its own companies. */
export function withAlias(own: PeopleRead, other: PeopleRead, alias: Alias): PeopleRead {
  const contact = other.contacts.find(({ id }) => id === alias.contactId);
  const gaps = [...new Set([...own.gaps, ...other.gaps])];
  if (!contact || own.contacts.some(({ id }) => id === contact.id)) return { ...own, gaps };
  const known = new Set(own.companies.map(({ id }) => id));
  const companies = other.companies.filter(({ id }) => contact.companyIds.includes(id) && !known.has(id));
  return {
    ...own,
    contacts: [...own.contacts, contact],
    companies: [...own.companies, ...companies],
    gaps,
    byAlias: contact.id,
  };
}
