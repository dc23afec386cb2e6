// How a connection is, from what was read of it lately, and when its firm is told. Pure.
import type { Cause } from "../access/causes.ts";
import type { PsaTrouble } from "../access/facts.ts";
import type { PsaIdentity } from "../connectors/port.ts";
import type { ConnectionHealth } from "../data/queries/health.ts";
import type { HealthState } from "../domain/connection-health.ts";
import type { Sight } from "./judge-sight.ts";

/** What one check came to. */
export type Check = {
  identity: PsaIdentity | PsaTrouble;
  sight: Sight | PsaTrouble;
  /** Little is left of what the vendor takes in its present window. */
  isShortOfCalls: boolean;
  /** How long the fastest of its questions took. */
  fastestMs: number;
  /** The drift watch has found that the PSA shows far less than before, and it stands. */
  isLessFound: boolean;
};

export type Health = Pick<ConnectionHealth, "state" | "cause" | "detail">;

const SLOW_MS = 2_000;

/** How the connection is by this check. What keeps more people out is told first. */
export function decideHealth({ identity, sight, isShortOfCalls, fastestMs, isLessFound }: Check): Health {
  if ("kind" in identity) return troubled(identity);
  if (sight.kind === "trouble") return troubled(sight);
  if (isLessFound || sight.kind === "less") return amber("psa.token_sees_less");
  if (sight.kind === "gaps") return amber("psa.partial", sight.gap);
  if (isShortOfCalls) return amber("psa.rate_limited");
  return fastestMs >= SLOW_MS ? amber("psa.down") : { state: "green", cause: null, detail: null };
}

/**
 * What a page's question about a person says of the connection as a whole; null: nothing new. An answer that could not be
 * understood may be about that person alone.
 */
export function decideAfterRead(before: Health, trouble: PsaTrouble | null): Health | null {
  if (trouble === null) return before.state === "red" ? { state: "green", cause: null, detail: null } : null;
  if (trouble.cause === "psa.bad_answer" || trouble.cause === "psa.partial") return null;
  const health = troubled(trouble);
  return health.state === before.state && health.cause === before.cause ? null : health;
}

function troubled({ cause, detail }: PsaTrouble): Health {
  return { state: cause === "psa.rate_limited" ? "amber" : "red", cause, detail: detail || null };
}

function amber(cause: Cause, detail: string | null = null): Health {
  return { state: "amber", cause, detail };
}

/** The refusal of a key does not pass by itself. */
export function isRefusal(cause: Cause | null): boolean {
  return cause === "psa.token_revoked" || cause === "psa.wrong_org";
}

/** How long a state must last before the admins are told of it, so that one hiccup mails nobody. */
const LASTS_MS: Record<HealthState, number> = { green: 0, amber: 4 * 60_000, red: 2 * 60_000 };

/** Whether the admins are to be told of this state now: once of each change, and of a refused key at once. */
export function isMailDue(
  health: Pick<ConnectionHealth, "state" | "cause" | "since" | "mailedState">,
  now: Date,
): boolean {
  const { state, cause, since, mailedState } = health;
  return state !== mailedState && (isRefusal(cause) || now.getTime() - since.getTime() >= LASTS_MS[state]);
}
