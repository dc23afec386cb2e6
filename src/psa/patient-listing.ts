// A listing of everybody takes as long as the account is big, and a page does not: the reading goes on behind the page that asked.
import { setTimeout as passed } from "node:timers/promises";
import type { PsaTrouble } from "../access/facts.ts";
import type { Reading } from "../connectors/port.ts";
import { vendorText } from "../domain/psa-texts/vendor-words.ts";
import type { Clock } from "../lib/clock.ts";
import { SNAPSHOT_AGE_MAX_MS } from "./snapshot-cache.ts";

/** What there is to show: with `late` as it was last read, and why not as it is now. */
export type Listed<T> = PsaTrouble | (Reading<T> & { late: PsaTrouble | null });

/** No fault of the PSA yet: it has sent a part, or nothing, and is being read. */
export const stillReading: PsaTrouble = { kind: "trouble", cause: "psa.down", detail: vendorText("still_reading") };

/** Without what is older than that: for whatever is settled by it. */
export function nowOnly<T>(listed: Listed<T>): Reading<T> | PsaTrouble {
  return "kind" in listed ? listed : (listed.late ?? listed);
}

type Parts<T> = {
  clock: Clock;
  /** A page waits this long. */
  waitMs: number;
  /** Reads to the end, however long that takes. */
  read: () => Promise<Reading<T> | PsaTrouble>;
  inBackground: (work: () => Promise<unknown>) => void;
};

/** What came too late for the page that asked is there for whoever loads it again within this time. */
const OWED_MS = 60_000;

/** Held in memory, as long as a snapshot at the most, and never read for a decision about a load of a portal. */
export class PatientListing<T> {
  readonly #parts: Parts<T>;
  #running: Promise<Reading<T> | PsaTrouble> | null = null;
  #last: Reading<T> | null = null;
  #failed: PsaTrouble | null = null;
  /** Came after a page had given up on it. */
  #owed: Reading<T> | null = null;
  #isLate = false;
  #isClosed = false;

  constructor(parts: Parts<T>) {
    this.#parts = parts;
  }

  /** As it is now where that is had in time. One reading at a time, whoever asks. */
  async forPage(): Promise<Listed<T>> {
    const owed = this.#owed && this.#within(OWED_MS, this.#owed);
    if (owed) return { ...owed, late: null };
    this.#owed = null;
    this.#running ??= this.#begin();
    const answer = await this.#inTime(this.#running);
    if (answer === null) this.#isLate = true;
    if (answer && !("kind" in answer)) return { ...answer, late: null };
    const late = answer ?? this.#failed ?? stillReading;
    const last = this.#last && this.#within(SNAPSHOT_AGE_MAX_MS, this.#last);
    return last ? { ...last, late } : late;
  }

  /** From now on nothing that was or is being read is kept. */
  close(): void {
    this.#isClosed = true;
    this.#last = null;
    this.#owed = null;
  }

  #begin(): Promise<Reading<T> | PsaTrouble> {
    const running = this.#read().finally(() => {
      this.#running = null;
    });
    this.#parts.inBackground(() => running);
    return running;
  }

  async #read(): Promise<Reading<T> | PsaTrouble> {
    this.#isLate = false;
    const answer = await this.#parts.read();
    this.#failed = "kind" in answer ? answer : null;
    if ("kind" in answer || this.#isClosed) return answer;
    this.#last = answer;
    this.#owed = this.#isLate ? answer : null;
    return answer;
  }

  async #inTime<A>(running: Promise<A>): Promise<A | null> {
    const over = new AbortController();
    try {
      return await Promise.race([running, passed(this.#parts.waitMs, null, { signal: over.signal })]);
    } finally {
      over.abort();
    }
  }

  #within(ageMs: number, reading: Reading<T>): Reading<T> | null {
    return this.#parts.clock.now().getTime() - reading.readAt.getTime() < ageMs ? reading : null;
  }
}
