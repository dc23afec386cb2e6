// Gathers the facts in the one right order and decides. Pages, `diagnose` and the API all come through here.
import type { Email } from "../domain/email.ts";
import { decide } from "./decide.ts";
import type { Decision } from "./decision.ts";
import type { Facts, PeopleFact, WorkFact } from "./facts.ts";
import { type Granted, grantCompanyRead, grantPortalView } from "./granted.ts";

/** How the facts of a PSA are had. Trouble is an answer (`kind: "trouble"`), never a rejection. */
export interface FactSource {
  readPeople(email: Email): Promise<PeopleFact>;
  /** Demands the proof that the company is this person's own. */
  readWork(granted: Granted<"company.read">): Promise<WorkFact>;
}

export type Question = Omit<Facts, "people" | "work">;

export type CheckedAccess = { decision: Decision; facts: Facts; granted: Granted<"portal.view"> | null };

/** Decides for one person at one door, asking the PSA now. Nobody signed in: the PSA is not asked at all. */
export async function checkAccess(question: Question, source: FactSource): Promise<CheckedAccess> {
  const { identity } = question;
  const people: PeopleFact =
    identity.kind === "nobody" ? { kind: "not_asked" } : await source.readPeople(identity.email);
  const beforeWork: Facts = { ...question, people, work: { kind: "not_asked" } };
  const mayRead = grantCompanyRead(beforeWork, decide(beforeWork));
  const facts: Facts = mayRead ? { ...beforeWork, work: await source.readWork(mayRead) } : beforeWork;
  const decision = decide(facts);
  return { decision, facts, granted: grantPortalView(facts, decision) };
}
