// One question that several wait for: each as long as their own patience lasts, the question as long as anybody waits.
import { PsaFault } from "../connectors/errors.ts";
import { vendorText } from "../domain/psa-texts/vendor-words.ts";
import { AppError } from "../lib/app-error.ts";

/**
 * `left` aborts when whoever waits is gone, so that nobody would read the answer; null where that cannot be known. `limitMs`: of all
 * that they wait for together, of which `waitMs` may be the rest.
 */
export type Wait = { waitMs: number; left: AbortSignal | null; limitMs?: number };

export class SharedQuestion<T> {
  /** What was read, or why nothing was, for whoever keeps a record of it. */
  readonly answer: Promise<T>;
  readonly #givenUp = new AbortController();
  #waiting = 0;
  #isAnswered = false;

  /** Asks at once. The signal aborts when nobody waits any more, and after `lifeMs` whoever waits. */
  constructor(read: (signal: AbortSignal) => Promise<T>, lifeMs: number) {
    const { signal } = this.#givenUp;
    const life = setTimeout(() => this.#givenUp.abort(tooLate(lifeMs)), lifeMs);
    this.answer = orGivenUp(read(signal), signal).finally(() => {
      this.#isAnswered = true;
      clearTimeout(life);
    });
    // Whoever has gone before does not hear of a failure, and it is nobody's fault then.
    this.answer.catch(() => {});
  }

  /** Whether somebody who asks the same now can have this answer. */
  get isOpen(): boolean {
    return !this.#isAnswered && !this.#givenUp.signal.aborted;
  }

  /** Ends it for everybody who waits. */
  giveUp(reason: Error): void {
    this.#givenUp.abort(reason);
  }

  /** The answer. Rejects with a PsaFault when it takes too long, and with an AppError when whoever waits has left. */
  join({ waitMs, left, limitMs = waitMs }: Wait): Promise<T> {
    this.#waiting += 1;
    return new Promise((resolve, reject) => {
      const stopWaiting = () => {
        clearTimeout(timer);
        left?.removeEventListener("abort", leave);
      };
      const giveUp = (reason: Error) => {
        stopWaiting();
        this.#waiting -= 1;
        if (this.#waiting === 0) this.#givenUp.abort(reason);
        else reject(reason);
      };
      const leave = () => {
        const reason = visitorLeft();
        giveUp(reason);
        reject(reason);
      };
      const timer = setTimeout(() => giveUp(tooLate(limitMs)), waitMs);
      left?.addEventListener("abort", leave, { once: true });
      this.answer.finally(stopWaiting).then(resolve, reject);
    });
  }
}

const LEFT = "visitor_left";

/** The fault of a request whose visitor is gone: no page is made, and nothing is decided about them. */
export function visitorLeft(): AppError {
  return new AppError({
    code: LEFT,
    status: 499,
    message: "the visitor left before the PSA answered",
    publicMessage: "This page was left before it was ready. Load it again.",
  });
}

/** Whether a question was given up because everybody who waited for it had left. */
export function hasVisitorLeft({ reason }: AbortSignal): boolean {
  return reason instanceof AppError && reason.code === LEFT;
}

/** A reader that knows better why there is no answer says so first; one that ignores its signal keeps nobody waiting. */
function orGivenUp<T>(reading: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => setImmediate(reject, signal.reason), { once: true });
    reading.then(resolve, reject);
  });
}

function tooLate(afterMs: number): PsaFault {
  return new PsaFault("unavailable", vendorText("too_late", { seconds: Math.ceil(afterMs / 100) / 10 }));
}
