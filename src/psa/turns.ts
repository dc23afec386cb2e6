// How often it is asked who one person is: some times at once, and whoever goes on reloads in turns.
import { setTimeout as sleep } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { Email } from "../domain/email.ts";
import type { Clock } from "../lib/clock.ts";

/** Whoever reads never notices it; who reloads without end uses 26 of the 40 calls that a firm has at Harvest, not all. */
const AT_ONCE = 3;
const EVERY_MS = 1_500;
const PEOPLE_MAX = 10_000;

export class Turns {
  readonly #clock: Clock;
  /** When the turns that were taken will all have come back. */
  readonly #fullAtMs = new LRUCache<Email, number>({ max: PEOPLE_MAX, ttl: AT_ONCE * EVERY_MS });

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** How long the next turn for this person is away: never longer than one, however the clock is set meanwhile. */
  awayMs(email: Email): number {
    const away = (this.#fullAtMs.get(email) ?? 0) - (AT_ONCE - 1) * EVERY_MS - this.#nowMs();
    return Math.min(Math.max(away, 0), EVERY_MS);
  }

  take(email: Email): void {
    const now = this.#nowMs();
    const fullAt = Math.max(this.#fullAtMs.get(email) ?? 0, now) + EVERY_MS;
    this.#fullAtMs.set(email, Math.min(fullAt, now + AT_ONCE * EVERY_MS));
  }

  /** Waits for a turn, and takes it. Rejects with the signal's reason, without having taken one, when it aborts. */
  async next(email: Email, signal: AbortSignal): Promise<void> {
    const waitMs = this.awayMs(email);
    if (waitMs > 0) await sleep(waitMs, undefined, { signal }).catch(() => signal.throwIfAborted());
    this.take(email);
  }

  #nowMs(): number {
    return this.#clock.now().getTime();
  }
}
