// One company's work: the snapshot while it counts, else read from the PSA; and what is read behind the pages, one reading at a time.
import { PsaFault } from "../connectors/errors.ts";
import type { Call, PsaConnector } from "../connectors/port.ts";
import type { CompanyId } from "../domain/ids.ts";
import { vendorText } from "../domain/psa-texts/vendor-words.ts";
import type { Clock } from "../lib/clock.ts";
import { type About, type Ask, type Asking, behind } from "./asking.ts";
import { leaveOutUnread } from "./leave-out-unread.ts";
import { hasVisitorLeft } from "./shared-question.ts";
import { SNAPSHOT_AGE_MAX_MS, type Snapshot, type SnapshotCache, type SnapshotPlace } from "./snapshot-cache.ts";
import { hidesProjects, isLeftForNow } from "./trouble.ts";

type Parts = {
  connector: PsaConnector;
  cache: SnapshotCache;
  clock: Clock;
  /** A page waits this long. */
  waitMs: number;
  placeOf: (companyId: CompanyId) => SnapshotPlace;
  inBackground: (work: () => Promise<unknown>) => void;
  ask: Ask;
  /** For a page that waited in vain for what is read behind it: it counts as one that could not be told. */
  recordFailure: (question: string, failed: { at: Date; companyId: CompanyId; fault: PsaFault }) => void;
  /** Takes a failure of what no page waits for: throws on what is a fault of ours. */
  passOver: (err: unknown) => void;
};

/** As long as a company's work takes that has thousands of tasks, with the calls that background work has. */
const RENEWAL_MS_MAX = 60_000;
/**
 * A snapshot is renewed when it is older than this, so that whoever goes on reading waits for nothing. Late: most visits are
 * over by then, and what is renewed for nobody costs seven calls.
 */
const RENEW_AFTER_MS = SNAPSHOT_AGE_MAX_MS * 0.8;
/**
 * What could not be understood is over as soon as the PSA sends it right, and whoever loads the page again looks whether it is. While it
 * lasts, a page that is closed because of it asks so seldom that nobody who reloads uses up what others need; one that is shown with
 * something left out waits longer.
 */
const HIDING_MS_MAX = 5_000;
const UNREADABLE_MS_MAX = 60_000;
/** So long after a renewal that failed has ended, the next may begin. */
const RENEW_AGAIN_MS = 60_000;

/**
 * A reading behind the pages. `pages`: how many wait for it by now. `held`: when our own budget last held it back, on the clock of
 * `performance`, and what a page is told then.
 */
type Behind = { pages: number; held: { why: PsaFault; atMs: number } | null; isSecond: boolean; isOver: boolean };

/** What pages leave twice within so long is read behind them: whoever reloads before the end would use up calls for nothing. */
const LEFT_AGAIN_MS = 60_000;

/** What is held back says so more often than that. */
const HELD_MS = 500;

export class WorkSnapshots {
  readonly #parts: Parts;
  readonly #behind = new Map<CompanyId, Behind>();
  readonly #failedAt = new Map<CompanyId, number>();
  /** When the page that waited for a company's work was left last. */
  readonly #leftAt = new Map<CompanyId, number>();
  /** When it was last looked whether what could not be understood of a company's work has been mended, however that ended. */
  readonly #lookedAt = new Map<CompanyId, number>();
  #isClosed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** From now on nothing that is read is kept. */
  close(): void {
    this.#isClosed = true;
  }

  /** The snapshot while it counts, otherwise the work as the PSA has it now. Rejects with a PsaFault where there is no answer in time. */
  async read(companyId: CompanyId, asking: Asking): Promise<Snapshot> {
    const { connector, cache, placeOf, ask } = this.#parts;
    const [cached, version] = await Promise.all([
      cache.get(placeOf(companyId)),
      ask("work_version", (call) => connector.workVersion(call), { ...asking, isRecorded: false }),
    ]);
    if (!cached || cached.version !== version || this.#ageMs(cached) >= SNAPSHOT_AGE_MAX_MS) {
      return version === null ? this.#readOrWait(companyId, asking) : this.#ask(companyId, version, asking);
    }
    // A source that tells its version has just said that nothing has changed: there is nothing to read anew.
    if (version !== null) return cached;
    if (this.#isLookDue(companyId, cached)) return this.#lookAgain(companyId, cached, asking);
    if (hasLeft(cached) || this.#ageMs(cached) >= RENEW_AFTER_MS) this.#renew(companyId, cached);
    return cached;
  }

  /** Whether it is time to see whether what could not be understood has been mended; while that is being read, it is not. */
  #isLookDue(companyId: CompanyId, cached: Snapshot): boolean {
    if (this.#behind.has(companyId)) return false;
    const lookedAt = this.#lookedAt.get(companyId) ?? Number.NEGATIVE_INFINITY;
    return Math.min(this.#ageMs(cached), this.#parts.clock.now().getTime() - lookedAt) >= countsForMs(cached);
  }

  async #lookAgain(companyId: CompanyId, cached: Snapshot, asking: Asking): Promise<Snapshot> {
    try {
      return await this.#readOrWait(companyId, asking);
    } catch (err) {
      if (err instanceof PsaFault) return cached;
      throw err;
    } finally {
      this.#lookedAt.set(companyId, this.#parts.clock.now().getTime());
    }
  }

  /**
   * INVARIANT: what is being read behind the pages is not begun again by each of them. A page waits for that reading, as long as it
   * waits at all; what hangs of it is asked for once more then.
   */
  #readOrWait(companyId: CompanyId, asking: Asking): Promise<Snapshot> {
    const reading = this.#behind.get(companyId);
    return reading ? this.#waitFor(companyId, reading, asking) : this.#readForPage(companyId, asking);
  }

  async #waitFor(companyId: CompanyId, reading: Behind, asking: Asking): Promise<Snapshot> {
    const { wait = { waitMs: asking.deadlineMs, left: null } } = asking;
    const at = this.#parts.clock.now();
    reading.pages += 1;
    try {
      return await this.#askBehind(companyId, reading, { ...behind(RENEWAL_MS_MAX), wait });
    } catch (err) {
      if (!(err instanceof PsaFault)) throw err;
      const fault = reading.isOver ? err : whyNotYet(reading);
      this.#parts.recordFailure(questionOf(companyId), { at, companyId, fault });
      throw fault;
    } finally {
      reading.pages -= 1;
    }
  }

  #readForPage(companyId: CompanyId, asking: Asking): Promise<Snapshot> {
    return this.#ask(companyId, null, asking, async (call, read) => {
      try {
        const snapshot = await read(call);
        if (hasLeft(snapshot)) this.#renew(companyId, snapshot);
        return snapshot;
      } catch (err) {
        if (isTooMuch(call, err) || this.#isLeftAgain(companyId, call)) this.#readBehind(companyId, {});
        throw err;
      }
    });
  }

  #isLeftAgain(companyId: CompanyId, { signal }: Call): boolean {
    if (!hasVisitorLeft(signal)) return false;
    const now = this.#parts.clock.now().getTime();
    const before = this.#leftAt.get(companyId) ?? Number.NEGATIVE_INFINITY;
    this.#leftAt.set(companyId, now);
    return now - before < LEFT_AGAIN_MS;
  }

  /** What was left for the sake of others is read without taking the calls from them. */
  #renew(companyId: CompanyId, snapshot: Snapshot): void {
    const { clock } = this.#parts;
    const failedAt = this.#failedAt.get(companyId) ?? Number.NEGATIVE_INFINITY;
    if (clock.now().getTime() - failedAt >= RENEW_AGAIN_MS)
      this.#readBehind(companyId, { isSecond: hasLeft(snapshot) });
  }

  /**
   * Behind the page that shows the older figures, or that could not wait for so many: the next one finds them. It goes on when the
   * visitor leaves; of one company there is one at a time.
   */
  #readBehind(companyId: CompanyId, { isSecond = false }: Pick<Call, "isSecond">): void {
    if (this.#isClosed || this.#behind.has(companyId)) return;
    const { clock, inBackground, passOver } = this.#parts;
    const reading: Behind = { pages: 0, held: null, isSecond, isOver: false };
    this.#behind.set(companyId, reading);
    inBackground(async () => {
      try {
        await this.#askBehind(companyId, reading, behind(RENEWAL_MS_MAX));
        this.#failedAt.delete(companyId);
      } catch (err) {
        this.#failedAt.set(companyId, clock.now().getTime());
        passOver(err);
      } finally {
        this.#behind.delete(companyId);
      }
    });
  }

  #askBehind(companyId: CompanyId, reading: Behind, asking: Asking): Promise<Snapshot> {
    const onHeld = (why: PsaFault) => {
      reading.held = { why, atMs: performance.now() };
    };
    return this.#ask(companyId, null, asking, async (call, read) => {
      try {
        return await read({ ...call, onHeld, isSecond: reading.isSecond, isAwaited: () => reading.pages > 0 });
      } finally {
        reading.isOver = true;
      }
    });
  }

  /** INVARIANT: the version was read before the work, so a change in between makes the snapshot look old, never new. */
  #ask(
    companyId: CompanyId,
    version: string | null,
    asking: Asking,
    around: (call: Call, read: (call: Call) => Promise<Snapshot>) => Promise<Snapshot> = (call, read) => read(call),
  ): Promise<Snapshot> {
    const { connector, cache, placeOf, ask } = this.#parts;
    const read = async (call: Call) => {
      const snapshot = { reading: leaveOutUnread(await connector.readCompanyWork(companyId, call)), version };
      if (!this.#isClosed) await cache.set(placeOf(companyId), snapshot);
      return snapshot;
    };
    const about: About<Snapshot> = { companyId, gapsOf: ({ reading }) => reading.gaps };
    return ask(questionOf(companyId), (call) => around(call, read), { ...asking, about });
  }

  #ageMs({ reading }: Snapshot): number {
    return this.#parts.clock.now().getTime() - reading.readAt.getTime();
  }
}

function questionOf(companyId: CompanyId): string {
  return `read_company_work ${companyId}`;
}

function whyNotYet({ held }: Behind): PsaFault {
  const isHeld = held !== null && performance.now() - held.atMs < HELD_MS;
  return isHeld ? held.why : new PsaFault("unavailable", vendorText("still_reading"));
}

/** How old a snapshot may be before the PSA is asked whether what could not be understood has been mended. */
function countsForMs({ reading }: Snapshot): number {
  if (reading.gaps.some(hidesProjects)) return HIDING_MS_MAX;
  const isWhole = reading.gaps.every(({ unread }) => unread?.why !== "not_readable");
  return isWhole ? SNAPSHOT_AGE_MAX_MS : UNREADABLE_MS_MAX;
}

function hasLeft({ reading }: Snapshot): boolean {
  return reading.gaps.some(isLeftForNow);
}

/** Whether the PSA was asked for longer than a page waits, and not left by its visitor; or more often than a page may ask. */
function isTooMuch({ signal }: Call, err: unknown): boolean {
  return signal.reason instanceof PsaFault || (err instanceof PsaFault && err.code === "rate_limited");
}
