// How a connection is, from what each kind of question has met lately, and when its firm is told. Pure.
import { isDeepStrictEqual } from "node:util";
import type { Cause } from "../access/causes.ts";
import { type Findings, type Health, type HealthSource, isRefusal } from "../access/connection-health.ts";
import type { PsaTrouble } from "../access/facts.ts";
import type { PsaIdentity } from "../connectors/port.ts";
import type { HealthState, LargeClient } from "../domain/connection-health.ts";
import type { CompanyId } from "../domain/ids.ts";
import type { Sight } from "./judge-sight.ts";

/** What one check came to. Its questions in their order; null where one before it had no answer: then nothing more was asked. */
export type Check = {
  sight: Sight | PsaTrouble;
  projects: "read" | PsaTrouble | null;
  identity: PsaIdentity | PsaTrouble | null;
  /** Little is left of what the vendor takes in its present window. */
  isShortOfCalls: boolean;
  /** How long the fastest of its questions took. */
  fastestMs: number;
  /** The drift watch has found that the PSA shows far less than before, and it stands. */
  isLessFound: boolean;
  /** Why the drift watch cannot read everybody, look after look; null where it can. */
  lookTrouble: Cause | null;
};

/** What pages have met; `trouble` null: it was answered. */
export type PageRead =
  | { kind: "people"; trouble: PsaTrouble | null }
  | { kind: "projects"; companyId: CompanyId; trouble: PsaTrouble | null };

const SLOW_MS = 2_000;
const green: Health = { state: "green", cause: null, detail: null, source: null };

/**
 * How the connection is by this check. What keeps more people out is told first. Where people and projects can be read, pages go
 * on, whatever the PSA says of the token.
 */
export function decideHealth({ sight, projects, identity, ...seen }: Check): Health {
  if (sight.kind === "trouble") return troubled(sight, "check.people");
  if (isTrouble(projects)) return troubled(projects, "check.projects");
  if (isTrouble(identity)) return amber(identity.cause, identity.detail || null, "check.token");
  if (seen.isLessFound || sight.kind === "less") return amber("psa.token_sees_less");
  if (sight.kind === "lost") return amber("psa.token_sees_less", sight.canary.email);
  if (sight.kind === "gaps") return amber("psa.partial", sight.gap);
  if (seen.lookTrouble) return amber(seen.lookTrouble, null, "check.everybody");
  if (seen.isShortOfCalls) return amber("psa.rate_limited");
  return seen.fastestMs >= SLOW_MS ? amber("psa.down") : green;
}

/** What is stored of the drift watch and of the connection, before a check. `cause`: of what stops the looks; null where nothing does. */
type Looks = {
  cause: Cause | null;
  lookedAt: Date | null;
  before: Pick<Standing, "state" | "source" | "since"> | null;
};

/**
 * Why everybody cannot be read, look after look, while the connection is well otherwise. A look that began before the PSA answered
 * again says nothing: the next one does.
 */
export function lookTroubleOf({ cause, lookedAt, before }: Looks): Cause | null {
  if (cause === null || lookedAt === null || before === null) return null;
  const isKnown = before.source === "check.everybody";
  return isKnown || (before.state !== "red" && before.since < lookedAt) ? cause : null;
}

/** What is found after a check. Trouble that it has met itself is from now on its own: the next good check ends it. */
export function foundByCheck(before: Findings, check: Check): Findings {
  return {
    check: decideHealth(check),
    people: check.sight.kind === "trouble" ? null : before.people,
    projects: isTrouble(check.projects) ? null : before.projects,
  };
}

/** The large clients after a page's read of one of them. The very same list where it says nothing new. */
export function largeAfter(before: readonly LargeClient[], read: LargeClient): readonly LargeClient[] {
  const known = before.find(({ companyId }) => companyId === read.companyId);
  if (isDeepStrictEqual(known?.parts ?? [], read.parts)) return before;
  const others = before.filter((one) => one !== known);
  return read.parts.length > 0 ? [...others, read] : others;
}

/** What is found after a page's read. The very same findings where it says nothing new. */
export function foundByPage(before: Findings, read: PageRead): Findings {
  return read.kind === "people" ? withPeople(before, read.trouble) : withProjects(before, read);
}

/** An answer about a person that could not be understood may be about that person alone. */
function withPeople(before: Findings, trouble: PsaTrouble | null): Findings {
  if (trouble === null) return before.people === null ? before : { ...before, people: null };
  if (isOfOne(trouble) || isKnownRed(before, "check.people")) return before;
  const people = troubled(trouble, "page.people");
  return isSame(before.people, people) ? before : { ...before, people };
}

/**
 * One company's pages: red only where a key is refused. Whether no projects can be read at all, the next check says.
 * INVARIANT: what one company's pages found never ends with the pages of another.
 */
function withProjects(before: Findings, { companyId, trouble }: PageRead & { kind: "projects" }): Findings {
  const known = before.projects;
  if (trouble === null) return known?.companyId === companyId ? { ...before, projects: null } : before;
  if (isKnownRed(before, "check.projects")) return before;
  const { cause, detail } = trouble;
  const met = isRefusal(cause) ? troubled(trouble, "page.projects") : amber(cause, detail || null, "page.projects");
  const isOfAnother = known !== null && known.companyId !== companyId && weightOf(known) >= weightOf(met);
  return isOfAnother || isSame(known, met) ? before : { ...before, projects: { ...met, companyId } };
}

/** How the connection is by all that is found: the worst of it. */
export function healthOf({ check, people, projects }: Findings): Health {
  const { state, cause, detail, source } = [check, people, projects].reduce<Health>(
    (worst, found) => (found !== null && weightOf(found) > weightOf(worst) ? found : worst),
    green,
  );
  return { state, cause, detail, source };
}

const weights: Record<HealthState, number> = { green: 0, amber: 1, red: 2 };

function weightOf({ state }: Health): number {
  return weights[state];
}

function isKnownRed({ check }: Findings, source: HealthSource): boolean {
  return check?.state === "red" && check.source === source;
}

function isSame(known: Health | null, met: Health): boolean {
  // Until when the vendor has asked to wait is another time each time.
  const isSaid = met.cause !== "psa.rate_limited" || known?.detail === met.detail;
  return known !== null && known.state === met.state && known.cause === met.cause && isSaid;
}

function isOfOne({ cause }: PsaTrouble): boolean {
  return cause === "psa.bad_answer" || cause === "psa.partial";
}

function isTrouble<T>(answer: T | PsaTrouble | "read" | null): answer is PsaTrouble {
  return typeof answer === "object" && answer !== null && "kind" in answer;
}

function troubled({ cause, detail }: PsaTrouble, source: HealthSource): Health {
  return { state: cause === "psa.rate_limited" ? "amber" : "red", cause, detail: detail || null, source };
}

function amber(cause: Cause, detail: string | null = null, source: HealthSource = "check.people"): Health {
  return { state: "amber", cause, detail, source };
}

/** How a connection stands, and what its admins were told of it last. */
export type Standing = Health & { findings: Findings; since: Date; mailedState: HealthState };

/** How it stands with these findings. A mail is due where `mailedState` has changed. */
export function standingAfter(before: Standing, findings: Findings, now: Date): Standing {
  const health = healthOf(findings);
  const since = health.state === before.state ? before.since : now;
  const dated = { ...health, findings, since, mailedState: before.mailedState };
  return isMailDue(dated, now) ? { ...dated, mailedState: dated.state } : dated;
}

/** How long a state must last before the admins are told of it, so that one hiccup mails nobody. */
const LASTS_MS: Record<HealthState, number> = { green: 0, amber: 4 * 60_000, red: 2 * 60_000 };

/** Whether the admins are to be told of this state now: once of each change, and of a refused key at once. */
export function isMailDue(health: Pick<Standing, "state" | "cause" | "since" | "mailedState">, now: Date): boolean {
  const { state, cause, since, mailedState } = health;
  return state !== mailedState && (isRefusal(cause) || now.getTime() - since.getTime() >= LASTS_MS[state]);
}
