// How many calls a vendor takes from us: counted by connection or by host, in memory or, with Redis, by all nodes together.
import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "ioredis";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { PsaFault } from "../connectors/errors.ts";
import type { Budget } from "../connectors/http/vendor.ts";
import type { Call } from "../connectors/port.ts";
import { vendorText } from "../domain/psa-texts/vendor-words.ts";

/** Background work leaves this share of every window to whoever waits for a page. */
const KEPT_FOR_PAGES = 0.3;
const SHORT_SHARE = 0.1;
/** Somebody who waits for a page is told sooner than this that it cannot be told now. */
const PAGE_WAITS_MS_MAX = 1_500;
const BACKGROUND_WAITS_MS_MAX = 60_000;
/** Whatever a vendor says, it is asked once again after this. */
export const CLOSED_MS_MAX = 15 * 60_000;

export type CallBudget = {
  /** Takes one call to this path, waiting for it where that is short. Rejects with `rate_limited` where it is not. */
  take(path: string, call: Call): Promise<void>;
  /** The vendor has said that it takes no more calls to this path for so long: from this connection, whoever else shares a budget. */
  closeFor(path: string, ms: number): Promise<void>;
  /** What is left in the window that is nearest to its end; null where nothing is counted. */
  left(): Promise<number | null>;
  /** Little is left in one of the windows: pages come close to being held back. */
  isShort(): Promise<boolean>;
};

type Counted = { budget: Budget; limiter: RateLimiterAbstract; key: string };
type Asked = { budgets: readonly Budget[]; connectionId: string; host: string };

export type OpenCallBudget = (asked: Asked) => CallBudget;

/** Opens the budgets of connections to vendors. With Redis in trouble each node counts for itself. */
export function callBudgets(redis: Redis | null): OpenCallBudget {
  const limiters = new Map<string, RateLimiterAbstract>();
  const limiterOf = (budget: Budget) => {
    const name = `prolens:calls:${budget.per}:${budget.windowMs}:${budget.calls}:${budget.paths ?? ""}`;
    const limiter = limiters.get(name) ?? makeLimiter(name, budget, redis);
    limiters.set(name, limiter);
    return limiter;
  };
  return ({ budgets, connectionId, host }) =>
    countedBudget(
      budgets.map((budget) => ({
        budget,
        limiter: limiterOf(budget),
        key: budget.per === "host" ? host : connectionId,
      })),
    );
}

function countedBudget(counted: Counted[]): CallBudget {
  const countedFor = (path: string) => counted.filter(({ budget }) => path.startsWith(budget.paths ?? ""));
  return {
    take: async (path, call) => {
      const waitsUntil = performance.now() + (call.isUrgent ? PAGE_WAITS_MS_MAX : BACKGROUND_WAITS_MS_MAX);
      for (const one of countedFor(path)) await takeOne(one, call, waitsUntil);
    },
    closeFor: async (path, ms) => {
      const [closed] = countedFor(path).filter(isOwn).sort(byWindow);
      // A block of no length would never end.
      await closed?.limiter.block(closed.key, Math.ceil(Math.min(Math.max(ms, 1), CLOSED_MS_MAX) / 1_000));
    },
    left: async () => {
      const left = await Promise.all(counted.map(leftOf));
      return left.length === 0 ? null : Math.min(...left);
    },
    isShort: async () => {
      const left = await Promise.all(counted.map(leftOf));
      return counted.some(({ budget }, index) => (left[index] ?? 0) < budget.calls * SHORT_SHARE);
    },
  };
}

/** INVARIANT: what a vendor says to one firm closes no budget that others share. */
function isOwn({ budget }: Counted): boolean {
  return budget.per === "connection";
}

function byWindow({ budget: a }: Counted, { budget: b }: Counted): number {
  return a.windowMs - b.windowMs;
}

function makeLimiter(keyPrefix: string, { calls, windowMs }: Budget, redis: Redis | null): RateLimiterAbstract {
  const options = { keyPrefix, points: calls, duration: windowMs / 1_000 };
  return redis
    ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: new RateLimiterMemory(options) })
    : new RateLimiterMemory(options);
}

/** Who is told that it takes too long while they wait here is told the reason: it is our own share, not the vendor. */
async function takeOne(counted: Counted, call: Call, waitsUntil: number): Promise<void> {
  const waitMs = await waitFor(counted, call);
  if (waitMs === 0) return;
  const refusal = tooMany(counted.budget, waitMs);
  if (performance.now() + waitMs > waitsUntil) throw refusal;
  await sleep(waitMs, undefined, { signal: call.signal }).catch(() => {
    throw refusal;
  });
  return takeOne(counted, call, waitsUntil);
}

/** Takes one call and returns 0, or says how many milliseconds there is none. */
async function waitFor({ budget, limiter, key }: Counted, { isUrgent }: Call): Promise<number> {
  if (!isUrgent) {
    const state = await limiter.get(key);
    if (state && state.consumedPoints >= budget.calls * (1 - KEPT_FOR_PAGES)) return Math.max(state.msBeforeNext, 1);
  }
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(refusal.msBeforeNext, 1);
    throw refusal;
  }
}

async function leftOf({ budget, limiter, key }: Counted): Promise<number> {
  const state = await limiter.get(key);
  return Math.max(0, state ? budget.calls - state.consumedPoints : budget.calls);
}

function tooMany({ calls, windowMs }: Budget, retryAfterMs: number): PsaFault {
  const words = vendorText("share_used", { count: calls, seconds: windowMs / 1_000 });
  return new PsaFault("rate_limited", words, { retryAfterMs });
}
