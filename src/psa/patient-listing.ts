// A listing of everybody takes as long as the account is big, and a page does not: the reading goes on behind the page that asked.
import { setTimeout as passed } from "node:timers/promises";
import type { PsaTrouble } from "../access/facts.ts";
import type { Progress, Reading } from "../connectors/port.ts";
import { vendorText } from "../domain/psa-texts/vendor-words.ts";
import type { Clock } from "../lib/clock.ts";
import { SNAPSHOT_AGE_MAX_MS } from "./snapshot-cache.ts";

/** What there is to show: with `late` as it was last read, and why not as it is now. */
export type Listed<T> = PsaTrouble | (Reading<T> & { late: PsaTrouble | null });

/** No fault of the PSA yet: it has sent a part, or nothing, and is being read. `progress` null: it does not say how much there is. */
export type StillReading = PsaTrouble & { progress: Progress | null };

/** What stands in for an answer while the PSA goes on sending it. */
export function stillReading(progress: Progress | null): StillReading {
  return { kind: "trouble", cause: "psa.down", detail: vendorText("still_reading"), progress };
}

/** Whether the page only came too early: loading it again in a moment shows more. */
export function isStillReading(trouble: PsaTrouble | null): trouble is StillReading {
  return trouble !== null && "progress" in trouble;
}

/** Whether a record has come: before that, nobody can say that there is much. */
export function hasAnswered({ progress }: StillReading): boolean {
  return progress !== null && progress.read > 0;
}

/** What is older than that only while it is being read anew: when that fails, why. */
export function unlessFailed<T>(listed: Listed<T>): PsaTrouble | (Reading<T> & { late: StillReading | null }) {
  if ("kind" in listed) return listed;
  const { late } = listed;
  return late === null || isStillReading(late) ? { ...listed, late } : late;
}

type Parts<T> = {
  clock: Clock;
  /** A page waits this long. */
  waitMs: number;
  /** Reads to the end, however long that takes. */
  read: () => Promise<Reading<T> | PsaTrouble>;
  /** How far the reading is. */
  progress: () => Progress | null;
  inBackground: (work: () => Promise<unknown>) => void;
};

/** What came too late for the page that asked is there for whoever loads it again within this time; so is why nothing came. */
const OWED_MS = 60_000;

/** Where something is known, a page waits for so much of its time for something newer: a second. */
const SHARE_WHERE_KNOWN = 0.4;

/** What a reading came to, and when. */
type Ended<A> = { answer: A; atMs: number };

/** Held in memory, as long as a snapshot at the most, and never read for a decision about a load of a portal. */
export class PatientListing<T> {
  readonly #parts: Parts<T>;
  #running: Promise<Reading<T> | PsaTrouble> | null = null;
  #last: Reading<T> | null = null;
  #failed: Ended<PsaTrouble> | null = null;
  /** Came after a page had given up on it. */
  #owed: Ended<Reading<T>> | null = null;
  #forgetting: NodeJS.Timeout | undefined;
  #isLate = false;
  /** The reading under way, or else the last one, takes longer than a page waits where something is known. */
  #isSlow = false;
  #isClosed = false;

  constructor(parts: Parts<T>) {
    this.#parts = parts;
  }

  /**
   * For a page that says how old it is. It waits where nothing is known yet; where something is, only for a reading that is
   * quick. One reading at a time, whoever asks.
   */
  async forPage(): Promise<Listed<T>> {
    const answer = await this.now(this.#known() ? this.#waitWhereKnownMs() : this.#parts.waitMs);
    if (!("kind" in answer)) return { ...answer, late: null };
    const last = this.#known();
    return last ? { ...last, late: answer } : answer;
  }

  /** As it is now where that is had within `waitMs`, or why not: for whatever is settled by it. */
  async now(waitMs = this.#parts.waitMs): Promise<Reading<T> | PsaTrouble> {
    const owed = this.#lately(this.#owed);
    if (owed) return owed;
    this.#owed = null;
    const answer = await this.#inTime(this.whole(), waitMs);
    if (answer) return answer;
    this.#isLate = true;
    return this.#lately(this.#failed) ?? stillReading(this.#parts.progress());
  }

  /** As it is now, to the end: for who waits for no page. Pages are shown what comes of it too. */
  whole(): Promise<Reading<T> | PsaTrouble> {
    this.#running ??= this.#begin();
    return this.#running;
  }

  /** What the other one was last read is shown with its age, as if it had been read here: never as it is now, and for no longer. */
  showOn(other: PatientListing<T>): void {
    const last = other.#known();
    if (last && !this.#isClosed) this.#keep(last);
    this.#isSlow = other.#isSlow;
  }

  /** From now on nothing that was or is being read is kept. */
  close(): void {
    this.#isClosed = true;
    this.#forget();
  }

  #begin(): Promise<Reading<T> | PsaTrouble> {
    this.#isLate = false;
    let isQuick = true;
    const slow = setTimeout(() => {
      isQuick = false;
      this.#isSlow = true;
    }, this.#parts.waitMs * SHARE_WHERE_KNOWN).unref();
    const running = this.#read().finally(() => {
      clearTimeout(slow);
      if (isQuick) this.#isSlow = false;
      this.#running = null;
    });
    this.#parts.inBackground(() => running);
    return running;
  }

  async #read(): Promise<Reading<T> | PsaTrouble> {
    const answer = await this.#parts.read();
    const atMs = this.#parts.clock.now().getTime();
    this.#failed = "kind" in answer ? { answer, atMs } : null;
    if ("kind" in answer || this.#isClosed) return answer;
    this.#keep(answer);
    this.#owed = this.#isLate || this.#lately(this.#owed) ? { answer, atMs } : null;
    return answer;
  }

  #keep(answer: Reading<T>): void {
    this.#last = answer;
    clearTimeout(this.#forgetting);
    const leftMs = SNAPSHOT_AGE_MAX_MS - this.#ageMs(answer.readAt.getTime());
    this.#forgetting = setTimeout(() => this.#forget(), leftMs).unref();
  }

  /** What was read last, while it may be shown. */
  #known(): Reading<T> | null {
    return this.#last && this.#ageMs(this.#last.readAt.getTime()) < SNAPSHOT_AGE_MAX_MS ? this.#last : null;
  }

  #waitWhereKnownMs(): number {
    return this.#isSlow ? 0 : this.#parts.waitMs * SHARE_WHERE_KNOWN;
  }

  #forget(): void {
    clearTimeout(this.#forgetting);
    this.#last = null;
    this.#owed = null;
  }

  async #inTime<A>(running: Promise<A>, waitMs: number): Promise<A | null> {
    const over = new AbortController();
    try {
      return await Promise.race([running, passed(waitMs, null, { signal: over.signal })]);
    } finally {
      over.abort();
    }
  }

  #lately<A>(ended: Ended<A> | null): A | null {
    return ended && this.#ageMs(ended.atMs) < OWED_MS ? ended.answer : null;
  }

  #ageMs(atMs: number): number {
    return this.#parts.clock.now().getTime() - atMs;
  }
}
