import type { Redis } from "ioredis";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { tokenId } from "./secrets.ts";

/**
 * A code costs a mail, so one network gets few for one address; a network may be a whole office behind one address, so it
 * gets many for all. What an address gets from everywhere is bounded too, high enough that a stranger elsewhere does not
 * easily use up what its owner needs. At the API a key has an allowance of its own, and a network one of wrong keys; using
 * that up stops no right key, for two hundred and fifty-six random bits are not guessed.
 */
const limits = {
  mails_to_email_from_network: { points: 6, duration: 15 * 60 },
  mails_from_network: { points: 60, duration: 15 * 60 },
  mails_to_email: { points: 30, duration: 15 * 60 },
  tries_from_network: { points: 150, duration: 15 * 60 },
  tries_for_email_from_network: { points: 40, duration: 24 * 60 * 60 },
  tries_for_email: { points: 200, duration: 24 * 60 * 60 },
  api_with_key: { points: 120, duration: 60 },
  api_preflight_of_firm: { points: 12, duration: 60 },
  api_failures_from_network: { points: 60, duration: 15 * 60 },
  /** Steps for a code that no mail carries, and refusals that are stored: what they bound is how much lands on the disk. */
  unmailed_from_network: { points: 60, duration: 15 * 60 },
  refusals_from_network: { points: 120, duration: 15 * 60 },
  closed_pages_of_person: { points: 120, duration: 15 * 60 },
  /** Each of these asks the firm's PSA, whose vendor counts the firm's calls. */
  live_refusals_of_person: { points: 60, duration: 15 * 60 },
  closed_pages_from_network: { points: 1_200, duration: 15 * 60 },
  /** Asking the firm for help costs each of its admins a mail; anybody with a mailbox of their own can ask. */
  asks_by_person: { points: 5, duration: 24 * 60 * 60 },
  asks_from_network: { points: 20, duration: 60 * 60 },
  asks_mailed_to_firm: { points: 60, duration: 60 * 60 },
} as const;

export type Limit = keyof typeof limits;

export type RateLimits = {
  /** Takes one of the allowance. Returns how long to wait in milliseconds, or 0 when there was one left. */
  take(limit: Limit, key: string): Promise<number>;
  /** How long to wait until there is one left in milliseconds, or 0 when there is. Takes none. */
  waitFor(limit: Limit, key: string): Promise<number>;
};

/** With Redis the allowance is shared by all nodes; while Redis does not answer each node counts for itself. */
export function makeRateLimits(redis: Redis | null): RateLimits {
  const limiters = Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => [name, limiter(name, limit, redis)]),
  );
  return {
    async take(limit, key) {
      try {
        await limiters[limit]?.consume(tokenId(key));
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
        throw refusal;
      }
    },
    async waitFor(limit, key) {
      const state = await limiters[limit]?.get(tokenId(key));
      return state && state.consumedPoints >= limits[limit].points ? Math.max(state.msBeforeNext, 1) : 0;
    },
  };
}

function limiter(name: string, limit: { points: number; duration: number }, redis: Redis | null): RateLimiterAbstract {
  const memory = new RateLimiterMemory({ keyPrefix: name, ...limit });
  if (!redis) return memory;
  return new RateLimiterRedis({ storeClient: redis, keyPrefix: `prolens:${name}`, ...limit, insuranceLimiter: memory });
}
