// The one way from pages to a PSA: deadline, coalescing of identical questions, snapshot cache, an audit row for every read.
import type { PeopleFact, PsaTrouble } from "../access/facts.ts";
import type { Granted } from "../access/granted.ts";
import { PsaFault } from "../connectors/errors.ts";
import type { Call, EmailMatch, PsaConnector, PsaIdentity, Reading } from "../connectors/port.ts";
import type { Email } from "../domain/email.ts";
import type { CompanyId, FirmId } from "../domain/ids.ts";
import type { CompanyWork } from "../domain/project.ts";
import { AppError } from "../lib/app-error.ts";
import type { Clock } from "../lib/clock.ts";
import { invariant } from "../lib/invariant.ts";
import { type About, type Asking, behind, type Patience } from "./asking.ts";
import { EmailBatches } from "./email-batches.ts";
import { Listings } from "./listings.ts";
import type { ReadRecord } from "./read-record.ts";
import { SharedQuestion, visitorLeft, type Wait } from "./shared-question.ts";
import type { SnapshotCache } from "./snapshot-cache.ts";
import { gapTexts, notConnected, partialOf, tooMuchOf, troubleOf } from "./trouble.ts";
import { Turns } from "./turns.ts";
import type { CallBudget } from "./vendor-budget.ts";
import { WorkSnapshots } from "./work-snapshots.ts";

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
export class PsaGateway {
  readonly #parts: GatewayParts;
  /** Null where no calls are counted: there nobody can use them up, and nothing is saved by asking about several at once. */
  readonly #sparing: { turns: Turns; batches: EmailBatches } | null;
  readonly #running = new Map<string, SharedQuestion<unknown>>();
  /** Those of them that end with the gateway. */
  readonly #ending = new Set<SharedQuestion<unknown>>();
  readonly #work: WorkSnapshots;
  /** The listings, which the firm's pages are shown without waiting for the end. */
  readonly listings: Listings;
  #isClosed = false;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
    const { clock, cache, deadlineMs: waitMs, inBackground, connector, firmId, connectionId, connectionMark } = parts;
    this.#sparing = parts.budget ? { turns: new Turns(clock), batches: new EmailBatches(connector, clock) } : null;
    const ask: ConstructorParameters<typeof Listings>[0]["ask"] = (question, read) => this.#list(question, read);
    this.listings = new Listings({ connector, clock, waitMs, inBackground, ask });
    this.#work = new WorkSnapshots({
      ...{ connector, cache, clock, waitMs, inBackground },
      placeOf: (companyId) => ({ firmId, connectionId, connectionMark, companyId }),
      ask: (question, read, asking) => this.#ask(question, read, asking),
      recordFailure: (question, { at, companyId, fault }) => {
        this.#recordAs(question, { at, companyId })(fault.code, troubleOf(fault));
      },
      passOver: (err) => void this.#troubleOf(err),
    });
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
    this.#work.close();
    for (const question of this.#ending) question.giveUp(connectionEnded());
  }

  /** Who carries this email right now; asked of the PSA every time. Who reloads without end shares an answer that is yet to be asked for. */
  async readPeople(email: Email, wait?: Wait): Promise<PeopleFact> {
    const read = (call: Call) => this.#findPerson(email, call);
    try {
      const { value, gaps, readAt } = await this.#ask(`find_by_email ${email}`, read, this.#forPage(wait));
      return { kind: "read", ...value, gaps: gapTexts(gaps), readAt, byAlias: null };
    } catch (err) {
      return troubleOf(err);
    }
  }

  async #findPerson(email: Email, call: Call): Promise<Reading<EmailMatch>> {
    if (this.#sparing) {
      await this.#sparing.turns.next(email, call.signal);
      return this.#sparing.batches.find(email, call);
    }
    const [found] = await this.#parts.connector.findByEmails([email], call);
    invariant(found, "each question has its answer");
    return found;
  }

  /** The company's work, from the snapshot while it counts, otherwise from the PSA. */
  async readWork({ companyId }: Granted<"company.read">, wait?: Wait): Promise<Reading<CompanyWork> | PsaTrouble> {
    try {
      return (await this.#work.read(companyId, this.#forPage(wait))).reading;
    } catch (err) {
      return isConnectionEnded(err) ? notConnected : troubleOf(err);
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

  async #ask<T>(question: string, read: (call: Call) => Promise<T>, asking: Asking & { about?: About<T> }): Promise<T> {
    const { isUrgent, deadlineMs, wait = { waitMs: deadlineMs, left: null } } = asking;
    if (wait.left?.aborted) throw visitorLeft();
    // One question always has one type of answer: the key names the method and its argument. Background work has its own: it
    // goes behind the pages, and may take far longer.
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
    const done = this.#recordAs(question, { at: this.#parts.clock.now(), companyId: about?.companyId ?? null });
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

  #recordAs(question: string, { at, companyId }: { at: Date; companyId: CompanyId | null }) {
    const { clock, firmId, connectionId, connectionMark, record } = this.#parts;
    // Whom or what it was about stands in the decision; the record of a read needs no personal data.
    const [kind = ""] = question.split(" ");
    const read = { firmId, connectionId, connectionMark, at, question: kind, companyId };
    return (outcome: string, trouble: PsaTrouble | null, tooMuch: ReadRecord["tooMuch"] = null) => {
      record({ ...read, outcome, trouble, tooMuch, tookMs: clock.now().getTime() - at.getTime() });
    };
  }
}

const ENDED = "connection_ended";

/** For the record of the read: nobody was told that the PSA does not answer. */
function connectionEnded(): AppError {
  const message = "the connection ended, or the program, while it was being read";
  return new AppError({ code: ENDED, status: 503, message, publicMessage: "Load this page again." });
}

function isConnectionEnded(err: unknown): boolean {
  return err instanceof AppError && err.code === ENDED;
}
