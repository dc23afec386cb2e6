import type { Clock } from "../../src/lib/clock.ts";

/** A clock that a test sets. It starts at the real time, because PostgreSQL and files have clocks of their own. */
export class TestClock implements Clock {
  #now = new Date();

  now(): Date {
    return this.#now;
  }

  advance(byMs: number): void {
    this.#now = new Date(this.#now.getTime() + byMs);
  }
}
