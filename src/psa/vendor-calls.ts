// One call to a vendor: within the budget, tried again where that is safe, and one at a time while the vendor does not answer.
import { setTimeout as sleep } from "node:timers/promises";
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  wrap,
} from "cockatiel";
import { PsaFault } from "../connectors/errors.ts";
import { getJson, type VendorAnswer, type VendorRequest } from "../connectors/http/get-json.ts";
import type { Send } from "../connectors/http/vendor.ts";
import type { Call } from "../connectors/port.ts";
import { vendorText } from "../domain/psa-texts/vendor-words.ts";
import { askedToWait, type CallBudget, CLOSED_MS_MAX } from "./vendor-budget.ts";

const TRIES_AGAIN_MAX = 2;
const FAILURES_BEFORE_BREAK = 5;
/** A listing of many pages may take minutes; one call that is silent for so long is not answered any more. */
const CALL_MS_MAX = 10_000;
/** How long a vendor takes no more calls that does not say how long. */
const WITHOUT_A_WORD_MS = 1_000;

/** A call that a page waits for hangs when nothing has come of it for so long. */
const HANGS_MS = 1_000;
const LOOKS_AGAIN_MS = 100;

type Replaced = { get?: typeof getJson; callMsMax?: number; hangsMs?: number };

/**
 * Sends for one connection. Reads alone are ever sent, so trying again is safe. After several failures in a row one call at a
 * time is let through to see whether the vendor is back, so that the first load after an outage gets its answer; the others
 * wait for how that one ends. Background work waits for its own: it has more patience than a page. A vendor that says when it
 * will be back is not asked before, and whoever asks meanwhile is told what it said.
 */
export function makeSend(
  budget: CallBudget,
  { get = getJson, callMsMax = CALL_MS_MAX, hangsMs = HANGS_MS }: Replaced = {},
): Send {
  const pause = new Pause();
  const [forPages, forBackground] = [makeGuard(), makeGuard()];
  return async (request, call) => {
    const guard = call.isUrgent ? forPages : forBackground;
    try {
      return await guard.execute(() => sendOnce(request, call), call.signal);
    } catch (err) {
      if (err instanceof BrokenCircuitError || err instanceof TaskCancelledError) {
        call.signal.throwIfAborted();
        throw new PsaFault("unavailable", vendorText("silent", { host: request.url.host }), { cause: err });
      }
      if (!isTimeout(err)) throw err;
      call.signal.throwIfAborted();
      throw new PsaFault("unavailable", vendorText("too_late", { seconds: callMsMax / 1_000 }), { cause: err });
    }
  };

  async function sendOnce(request: VendorRequest, call: Call, triesLeft = TRIES_AGAIN_MAX): Promise<VendorAnswer> {
    // Whoever waited for their turn longer than they could uses up none of the vendor's calls.
    call.signal.throwIfAborted();
    pause.throwIfOn();
    const { pathname } = request.url;
    await budget.take(pathname, call);
    try {
      return await getAwaited(request, call);
    } catch (err) {
      if (err instanceof PsaFault && err.code === "rate_limited") {
        await budget.closeFor(pathname, err.retryAfterMs ?? WITHOUT_A_WORD_MS);
        // One refusal among hundreds of pages must not be the end of a listing: the budget says when, or that it takes too long.
        if (!call.isUrgent && triesLeft > 0) return sendOnce(request, call, triesLeft - 1);
        if (err.retryAfterMs !== null) throw askedToWait(Math.min(err.retryAfterMs, CLOSED_MS_MAX), err);
      }
      pause.begin(err);
      throw err;
    }
  }

  /**
   * What hangs is asked for again every second while a page waits for it, out of the calls that are to spare: the vendor may be back, and
   * whatever comes first counts.
   */
  async function getAwaited(request: VendorRequest, call: Call): Promise<VendorAnswer> {
    const over = new AbortController();
    const signal = AbortSignal.any([call.signal, AbortSignal.timeout(callMsMax), over.signal]);
    const answer = get(request, { signal });
    const askAgain = async (): Promise<VendorAnswer> => {
      const since = performance.now();
      while (performance.now() - since < hangsMs || !call.isAwaited?.()) {
        await sleep(LOOKS_AGAIN_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
      }
      // INVARIANT: a repeat takes nothing that somebody else needs. Without a call to spare there is still the first answer to wait for.
      const isTaken = await budget
        .take(request.url.pathname, { signal, isUrgent: true, isSecond: true })
        .then(...isDone);
      return isTaken ? Promise.race([get(request, { signal }), askAgain()]) : askAgain();
    };
    try {
      return await (call.isAwaited ? Promise.race([answer, askAgain()]) : answer);
    } finally {
      over.abort();
    }
  }
}

const isDone = [() => true, () => false] as const;

/** After a 5xx that says when to come back. It is no budget: the reason stays the vendor's. */
class Pause {
  #fault: PsaFault | null = null;
  #untilMs = 0;

  begin(err: unknown): void {
    if (!(err instanceof PsaFault) || err.code !== "unavailable" || err.retryAfterMs === null) return;
    this.#fault = err;
    this.#untilMs = performance.now() + Math.min(err.retryAfterMs, CLOSED_MS_MAX);
  }

  throwIfOn(): void {
    if (this.#fault && performance.now() < this.#untilMs) throw this.#fault;
  }
}

function makeGuard() {
  const again = retry(handleWhen(isPassing), {
    maxAttempts: TRIES_AGAIN_MAX,
    backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 800 }),
  });
  const breaker = circuitBreaker(handleWhen(isSilent), {
    halfOpenAfter: 0,
    breaker: new ConsecutiveBreaker(FAILURES_BEFORE_BREAK),
  });
  return wrap(breaker, again);
}

/**
 * May be over in a moment: refused, cut, or a 5xx that says nothing of when. What took too long is not tried again: nobody would
 * wait for it.
 */
function isPassing(err: unknown): boolean {
  return err instanceof PsaFault && err.code === "unavailable" && !err.retryAfterMs;
}

/** A visitor who has left says nothing about the vendor; a deadline that passed does. */
function isSilent(err: unknown): boolean {
  return isPassing(err) || isTimeout(err);
}

function isTimeout(err: unknown): err is Error {
  return err instanceof Error && err.name === "TimeoutError";
}
