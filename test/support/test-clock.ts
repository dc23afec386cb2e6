import type { Clock } from "../../src/lib/clock.ts";

/** A clock that a test sets. It starts at the real time, because PostgreSQL and files have clocks of their own. */
export class TestClock implements Clock {
  #now = new Date();
  #since: number | null = null;

  now(): Date {
    const passedMs = this.#since === null ? 0 : performance.now() - this.#since;
    return new Date(this.#now.getTime() + passedMs);
  }

  /** From now on it goes on by itself. */
  go(): void {
    this.#since ??= performance.now();
  }

  advance(byMs: number): void {
    this.#now = new Date(this.#now.getTime() + byMs);
  }
}
