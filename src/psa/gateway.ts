// The one way from pages to a PSA: deadline, coalescing of identical questions, snapshot cache, an audit row for every read.
import type { PeopleFact, PsaTrouble } from "../access/facts.ts";
import type { Granted } from "../access/granted.ts";
import { PsaFault } from "../connectors/errors.ts";
import type { Call, EmailMatch, Gap, PsaConnector, PsaIdentity, Reading } from "../connectors/port.ts";
import type { Email } from "../domain/email.ts";
import type { CompanyId, FirmId } from "../domain/ids.ts";
import type { CompanyWork } from "../domain/project.ts";
import { AppError } from "../lib/app-error.ts";
import type { Clock } from "../lib/clock.ts";
import { EmailBatches } from "./email-batches.ts";
import { leaveOutUnread } from "./leave-out-unread.ts";
import { Listings } from "./listings.ts";
import type { ReadRecord } from "./read-record.ts";
import { SharedQuestion, visitorLeft, type Wait } from "./shared-question.ts";
import { SNAPSHOT_AGE_MAX_MS, type Snapshot, type SnapshotCache } from "./snapshot-cache.ts";
import { gapTexts, notConnected, partialOf, tooMuchOf, troubleOf } from "./trouble.ts";
import { Turns } from "./turns.ts";
import type { CallBudget } from "./vendor-budget.ts";

export type GatewayParts = {
  firmId: FirmId;
  connectionId: string;
  /** Another one whenever the connection's token or settings are. */
  connectionMark: string;
  connector: PsaConnector;
  cache: SnapshotCache;
  clock: Clock;
  /** A page that waits longer than this for all its questions says "cannot tell": it never hangs. */
  deadlineMs: number;
  record: (read: ReadRecord) => void;
  /** Does what no page waits for. */
  inBackground: (work: () => Promise<unknown>) => void;
  /** Absent or null: the source counts no calls. */
  budget?: CallBudget | null;
};

/**
 * Reading everybody takes as long as the account is big, and no client waits for it: 100 seconds for 5,000 contacts and 20,000
 * projects at Productive, three times as long while pages use up what they may. What is silent is given up far sooner.
 */
const LISTING_MS_MAX = 5 * 60_000;
/** As long as a company's work takes that has thousands of tasks, with the calls that background work has. */
const RENEWAL_MS_MAX = 60_000;
/**
 * A snapshot is renewed when it is older than this, so that whoever goes on reading waits for nothing. Late: most visits are
 * over by then, and what is renewed for nobody costs seven calls.
 */
const RENEW_AFTER_MS = SNAPSHOT_AGE_MAX_MS * 0.8;
/** So long after a renewal that failed has ended, the next may begin. */
const RENEW_AGAIN_MS = 60_000;

/** `deadlineMs`: how long the question may take. `isUrgent`: somebody waits for a client's page. */
type Patience = { deadlineMs: number; isUrgent: boolean };
/** `endsWithGateway`: it is for nobody once the connection has ended. */
type Asking = Patience & { isRecorded?: boolean; wait?: Wait; endsWithGateway?: boolean };
/** What the record of a read needs besides: whose work it is, and what of it could not be understood. */
type About<T> = { companyId: CompanyId; gapsOf: (answer: T) => Gap[] };

export class PsaGateway {
  readonly #parts: GatewayParts;
  readonly #batches: EmailBatches;
  /** Null where no calls are counted: there nobody can use them up. */
  readonly #turns: Turns | null;
  readonly #running = new Map<string, SharedQuestion<unknown>>();
  /** Those of them that end with the gateway. */
  readonly #ending = new Set<SharedQuestion<unknown>>();
  readonly #renewedAt = new Map<CompanyId, number>();
  /** The listings, which the firm's pages are shown without waiting for the end. */
  readonly listings: Listings;
  #isClosed = false;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
    this.#batches = new EmailBatches(parts.connector);
    this.#turns = parts.budget ? new Turns(parts.clock) : null;
    const { clock, deadlineMs: waitMs, inBackground, connector } = parts;
    const ask: ConstructorParameters<typeof Listings>[0]["ask"] = (question, read) => this.#list(question, read);
    this.listings = new Listings({ connector, clock, waitMs, inBackground, ask });
  }

  get deadlineMs(): number {
    return this.#parts.deadlineMs;
  }

  get connectionId(): string {
    return this.#parts.connectionId;
  }

  get connectionMark(): string {
    return this.#parts.connectionMark;
  }

  isFor(connectionId: string, connectionMark: string): boolean {
    return this.#parts.connectionId === connectionId && this.#parts.connectionMark === connectionMark;
  }

  /** From now on nothing that is read is kept, and what is read for no page is given up. */
  close(): void {
    this.#isClosed = true;
    this.listings.close();
    for (const question of this.#ending) question.giveUp(connectionEnded());
  }

  /** Who carries this email right now; asked of the PSA every time. Who reloads without end shares an answer that is yet to be asked for. */
  async readPeople(email: Email, wait?: Wait): Promise<PeopleFact> {
    const find = (call: Call) => this.#batches.find(email, call);
    const turns = this.#turns;
    const read = turns ? (call: Call) => turns.next(email, call.signal).then(() => find(call)) : find;
    try {
      const { value, gaps, readAt } = await this.#ask(`find_by_email ${email}`, read, this.#forPage(wait));
      return { kind: "read", ...value, gaps: gapTexts(gaps), readAt, byAlias: null };
    } catch (err) {
      return troubleOf(err);
    }
  }

  /** The company's work, from the snapshot while it counts, otherwise from the PSA. */
  async readWork({ companyId }: Granted<"company.read">, wait?: Wait): Promise<Reading<CompanyWork> | PsaTrouble> {
    try {
      return (await this.#snapshot(companyId, this.#forPage(wait))).reading;
    } catch (err) {
      return troubleOf(err);
    }
  }

  /** Whose eyes the PSA is read with, for the health of the connection. */
  identify(patience: Patience): Promise<PsaIdentity | PsaTrouble> {
    const asking = { ...patience, isRecorded: false };
    return this.#ask("identify", (call) => this.#parts.connector.identify(call), asking).catch(troubleOf);
  }

  /** Whether projects can be read, for the health of the connection. */
  requireProjects(patience: Patience): Promise<"read" | PsaTrouble> {
    const read = async (call: Call) => {
      await this.#parts.connector.requireProjects(call);
      return "read" as const;
    };
    return this.#ask("require_projects", read, { ...patience, isRecorded: false }).catch(troubleOf);
  }

  /** Several people at once, in their order, for the health of the connection. */
  findPeople(emails: readonly Email[], patience: Patience): Promise<Reading<EmailMatch>[] | PsaTrouble> {
    const read = (call: Call) => this.#parts.connector.findByEmails(emails, call);
    return this.#ask(`find_known ${emails.join(" ")}`, read, patience).catch(troubleOf);
  }

  /** What the vendor's present window still takes; null where no calls are counted. */
  get budget(): CallBudget | null {
    return this.#parts.budget ?? null;
  }

  #forPage(wait?: Wait): Asking {
    return { deadlineMs: this.#parts.deadlineMs, isUrgent: true, ...(wait && { wait }) };
  }

  async #list<T>(question: string, read: (call: Call) => Promise<T>): Promise<T | PsaTrouble> {
    return this.#isClosed
      ? notConnected
      : this.#ask(question, read, behind(LISTING_MS_MAX)).catch((err) => this.#troubleOf(err));
  }

  /** What was given up because the connection has ended says nothing of the PSA. */
  #troubleOf(err: unknown): PsaTrouble {
    const isGivenUp = this.#isClosed && (err instanceof PsaFault || err instanceof AppError);
    return isGivenUp ? notConnected : troubleOf(err);
  }

  async #snapshot(companyId: CompanyId, asking: Asking): Promise<Snapshot> {
    const { connector, cache } = this.#parts;
    const [cached, version] = await Promise.all([
      cache.get(this.#placeOf(companyId)),
      this.#ask("work_version", (call) => connector.workVersion(call), { ...asking, isRecorded: false }),
    ]);
    if (!cached || cached.version !== version || this.#ageMs(cached) >= SNAPSHOT_AGE_MAX_MS) {
      return this.#readSnapshot(companyId, version, asking);
    }
    // A source that tells its version has just said that nothing has changed: there is nothing to renew.
    if (version === null && this.#ageMs(cached) >= RENEW_AFTER_MS) this.#renew(companyId);
    return cached;
  }

  /** INVARIANT: the version was read before the work, so a change in between makes the snapshot look old, never new. */
  #readSnapshot(companyId: CompanyId, version: string | null, asking: Asking): Promise<Snapshot> {
    const { connector, cache } = this.#parts;
    const read = async (call: Call) => {
      const reading = await connector.readCompanyWork(companyId, call).catch((err: unknown) => {
        if (version === null && call.isUrgent && isTooMuch(call, err)) this.#renew(companyId);
        throw err;
      });
      const snapshot = { reading: leaveOutUnread(reading), version };
      if (!this.#isClosed) await cache.set(this.#placeOf(companyId), snapshot);
      return snapshot;
    };
    const about: About<Snapshot> = { companyId, gapsOf: ({ reading }) => reading.gaps };
    return this.#ask(`read_company_work ${companyId}`, read, { ...asking, about });
  }

  /**
   * Behind the page that shows the older figures, or that could not wait for so many: the next one finds them. It goes on when the
   * visitor leaves; of one company there is one at a time.
   */
  #renew(companyId: CompanyId): void {
    const { clock, inBackground } = this.#parts;
    const now = clock.now().getTime();
    if (now - (this.#renewedAt.get(companyId) ?? Number.NEGATIVE_INFINITY) < RENEW_AGAIN_MS) return;
    this.#renewedAt.set(companyId, now);
    inBackground(async () => {
      const renewed = await this.#readSnapshot(companyId, null, behind(RENEWAL_MS_MAX)).catch((err) =>
        this.#troubleOf(err),
      );
      if ("kind" in renewed) this.#renewedAt.set(companyId, clock.now().getTime());
      else this.#renewedAt.delete(companyId);
    });
  }

  #placeOf(companyId: CompanyId) {
    const { firmId, connectionId, connectionMark } = this.#parts;
    return { firmId, connectionId, connectionMark, companyId };
  }

  #ageMs({ reading }: Snapshot): number {
    return this.#parts.clock.now().getTime() - reading.readAt.getTime();
  }

  async #ask<T>(question: string, read: (call: Call) => Promise<T>, asking: Asking & { about?: About<T> }): Promise<T> {
    const { isUrgent, deadlineMs, wait = { waitMs: deadlineMs, left: null } } = asking;
    if (wait.left?.aborted) throw visitorLeft();
    // One question always has one type of answer: the key names the method and its argument. Who waits for a page never
    // waits for an answer that may take as long as background work.
    const key = `${isUrgent ? "page" : "background"} ${question}`;
    const running = this.#running.get(key) as SharedQuestion<T> | undefined;
    return (running?.isOpen ? running : this.#start(key, read, { question, ...asking })).join(wait);
  }

  #start<T>(
    key: string,
    read: (call: Call) => Promise<T>,
    asking: Asking & { question: string; about?: About<T> },
  ): SharedQuestion<T> {
    const { question, isUrgent, deadlineMs, isRecorded = true, about } = asking;
    const shared = new SharedQuestion((signal) => read({ signal, isUrgent }), deadlineMs);
    this.#running.set(key, shared);
    if (asking.endsWithGateway) this.#ending.add(shared);
    const forget = () => {
      this.#ending.delete(shared);
      if (this.#running.get(key) === shared) this.#running.delete(key);
    };
    shared.answer.then(forget, forget);
    if (isRecorded) this.#record(question, shared.answer, about ?? null);
    return shared;
  }

  #record<T>(question: string, answer: Promise<T>, about: About<T> | null): void {
    const { clock, firmId, connectionId, connectionMark, record } = this.#parts;
    const at = clock.now();
    // Whom or what it was about stands in the decision; the record of a read needs no personal data.
    const [kind = ""] = question.split(" ");
    const companyId = about?.companyId ?? null;
    const read = { firmId, connectionId, connectionMark, at, question: kind, companyId };
    const done = (outcome: string, trouble: PsaTrouble | null, tooMuch: ReadRecord["tooMuch"] = null) => {
      record({ ...read, outcome, trouble, tooMuch, tookMs: clock.now().getTime() - at.getTime() });
    };
    answer.then(
      (value) => {
        const gaps = about?.gapsOf(value) ?? [];
        done("answered", partialOf(gaps), tooMuchOf(gaps));
      },
      (err) =>
        err instanceof PsaFault
          ? done(err.code, troubleOf(err))
          : done(err instanceof AppError ? err.code : "fault", null),
    );
  }
}

/** What no page waits for, and nobody once the connection has ended. */
function behind(deadlineMs: number): Asking {
  return { deadlineMs, isUrgent: false, endsWithGateway: true };
}

/** For the record of the read: nobody was told that the PSA does not answer. */
function connectionEnded(): AppError {
  const message = "the connection ended, or the program, while it was being read";
  return new AppError({ code: "connection_ended", status: 503, message, publicMessage: "Load this page again." });
}

/** Whether the PSA was asked for longer than a page waits, and not left by its visitor; or more often than a page may ask. */
function isTooMuch({ signal }: Call, err: unknown): boolean {
  return signal.reason instanceof PsaFault || (err instanceof PsaFault && err.code === "rate_limited");
}
