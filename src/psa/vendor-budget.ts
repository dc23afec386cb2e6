// How many calls a vendor takes from us: counted by connection or by host, in memory or, with Redis, by all nodes together.
import { setTimeout as sleep } from "node:timers/promises";
import type { Redis } from "ioredis";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { PsaFault } from "../connectors/errors.ts";
import type { Budget } from "../connectors/http/vendor.ts";
import type { Call } from "../connectors/port.ts";
import { vendorText } from "../domain/psa-texts/vendor-words.ts";
import { systemClock } from "../lib/clock.ts";
import { type Closings, makeClosings } from "./closings.ts";

/** Background work leaves this share of every window to whoever waits for a page. */
const KEPT_FOR_PAGES = 0.3;
/**
 * What a page is shown without leaves this share to what no page can do without: ten clients who come at once have theirs. So it does
 * when it is read behind them, which is in a later window then.
 */
const KEPT_FOR_FIRST = 0.7;
const SHORT_SHARE = 0.1;
/** Somebody who waits for a page is told sooner than this that it cannot be told now. */
const PAGE_WAITS_MS_MAX = 1_500;
const BACKGROUND_WAITS_MS_MAX = 60_000;
/** So soon background work goes first when a page has begun to wait for it. */
const LOOKS_AGAIN_MS = 200;
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

/** `closing`: under which name it is closed when the vendor says so. */
type Counted = { budget: Budget; limiter: RateLimiterAbstract; key: string; closing: string };
type Asked = { budgets: readonly Budget[]; connectionId: string; host: string };

export type OpenCallBudget = (asked: Asked) => CallBudget;

/** Opens the budgets of connections to vendors. With Redis in trouble each node counts for itself. */
export function callBudgets(redis: Redis | null): OpenCallBudget {
  const limiters = new Map<string, RateLimiterAbstract>();
  const closings = makeClosings(redis);
  const limiterOf = (budget: Budget) => {
    const name = `prolens:calls:${nameOf(budget)}`;
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
        closing: `prolens:closed:${nameOf(budget)}:${connectionId}`,
      })),
      closings,
    );
}

function nameOf({ per, windowMs, calls, paths = "" }: Budget): string {
  return `${per}:${windowMs}:${calls}:${paths}`;
}

function countedBudget(counted: Counted[], closings: Closings): CallBudget {
  const countedFor = (path: string) => counted.filter(({ budget }) => path.startsWith(budget.paths ?? ""));
  const allLeft = () => Promise.all(counted.map((one) => leftOf(one, closings)));
  return {
    take: async (path, call) => {
      const waitsUntil = performance.now() + waitMsMax(call);
      await takeOfAll({ counted: countedFor(path), closings }, call, waitsUntil);
    },
    closeFor: async (path, ms) => {
      const [closed] = countedFor(path).filter(isOwn).sort(byWindow);
      if (closed) await closings.close(closed.closing, Math.min(Math.max(ms, 1), CLOSED_MS_MAX));
    },
    left: async () => {
      const left = await allLeft();
      return left.length === 0 ? null : Math.min(...left);
    },
    isShort: async () => {
      const left = await allLeft();
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

type Taking = { counted: readonly Counted[]; closings: Closings };

/**
 * Takes a call of each of them, or none of any: what one refuses is given back to the others, and all are asked again later. Who is
 * told that it takes too long while they wait here is told the reason: our own share, or the vendor's own word.
 */
async function takeOfAll(taking: Taking, call: Call, waitsUntil: number): Promise<void> {
  const refused = await tryAll(taking, call);
  if (refused === null) return;
  const refusal = refused.isClosed ? askedToWait(refused.waitMs) : tooMany(refused.budget, refused.waitMs);
  if (performance.now() + refused.waitMs > waitsUntil) throw refusal;
  await waitHeld(refusal, refused.waitMs, call);
  return takeOfAll(taking, call, waitsUntil);
}

/** Ends sooner for background work that a page has come to wait for: it need not leave anything to pages any more. */
async function waitHeld(refusal: PsaFault, waitMs: number, call: Call): Promise<void> {
  const until = performance.now() + waitMs;
  const kept = keptFrom(call);
  for (let left = waitMs; left > 0 && keptFrom(call) >= kept; left = until - performance.now()) {
    call.onHeld?.(refusal);
    const lookMs = Math.min(left, call.isAwaited ? LOOKS_AGAIN_MS : left);
    await sleep(lookMs, undefined, { signal: call.signal }).catch(() => {
      throw refusal;
    });
  }
}

/** What share of every window this call leaves to others. */
function keptFrom({ isUrgent, isAwaited, isSecond }: Call): number {
  if (isAwaited?.()) return 0;
  if (isSecond) return KEPT_FOR_FIRST;
  return isUrgent ? 0 : KEPT_FOR_PAGES;
}

function waitMsMax({ isUrgent, isSecond }: Call): number {
  if (!isUrgent) return BACKGROUND_WAITS_MS_MAX;
  return isSecond ? 0 : PAGE_WAITS_MS_MAX;
}

/** `isClosed`: because the vendor said so, not because our share is used up. */
type Refused = { budget: Budget; waitMs: number; isClosed: boolean };

/** Null when a call of each was taken, else which has none, and for how many milliseconds. */
async function tryAll({ counted, closings }: Taking, call: Call): Promise<Refused | null> {
  const taken: Counted[] = [];
  for (const one of counted) {
    const closedMs = await closings.leftMs(one.closing);
    const waitMs = closedMs || (await waitFor(one, call));
    if (waitMs === 0) taken.push(one);
    else {
      await Promise.all(taken.map(giveBack));
      return { budget: one.budget, waitMs, isClosed: closedMs > 0 };
    }
  }
  return null;
}

/** Takes one call and returns 0, or says how many milliseconds there is none. */
async function waitFor(counted: Counted, call: Call): Promise<number> {
  const { budget, limiter, key } = counted;
  const kept = keptFrom(call);
  const callsMax = budget.calls - budget.calls * kept;
  // The limiter knows of the whole window itself.
  const before = kept === 0 ? null : await limiter.get(key);
  if (before && before.consumedPoints >= callsMax) return Math.max(before.msBeforeNext, 1);
  const taken = await limiter.consume(key).catch((refusal: unknown) => {
    if (refusal instanceof RateLimiterRes) return refusal;
    throw refusal;
  });
  if (taken.consumedPoints <= callsMax) return 0;
  // Of several who looked at the same moment some came too late; a try is counted as well, and was none.
  await giveBack(counted);
  return Math.max(taken.msBeforeNext, 1);
}

async function giveBack({ limiter, key }: Counted): Promise<void> {
  await limiter.reward(key, 1);
}

async function leftOf({ budget, limiter, key, closing }: Counted, closings: Closings): Promise<number> {
  if ((await closings.leftMs(closing)) > 0) return 0;
  const state = await limiter.get(key);
  return Math.max(0, state ? budget.calls - state.consumedPoints : budget.calls);
}

const MINUTE_MS = 60_000;

/** The fault of a call that the vendor's own word forbids, with the minute from which on it is asked again. `cause`: its answer, where it is new. */
export function askedToWait(waitMs: number, cause?: unknown): PsaFault {
  const again = Math.ceil((systemClock.now().getTime() + waitMs) / MINUTE_MS) * MINUTE_MS;
  const when = `${new Date(again).toISOString().slice(11, 16)} UTC`;
  return new PsaFault("rate_limited", vendorText("asked_to_wait", { when }), { retryAfterMs: waitMs, cause });
}

function tooMany({ calls, windowMs }: Budget, retryAfterMs: number): PsaFault {
  const words = vendorText("share_used", { count: calls, seconds: windowMs / 1_000 });
  return new PsaFault("rate_limited", words, { retryAfterMs });
}
