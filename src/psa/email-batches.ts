// Who carries these emails: many who load within a second cost few calls, and somebody alone waits for nobody. The one place
// where questions are gathered: connectors answer several at once, and hold none of them back.
import type { Call, EmailMatch, PsaConnector, Reading } from "../connectors/port.ts";
import type { Email } from "../domain/email.ts";
import type { Clock } from "../lib/clock.ts";
import { invariant } from "../lib/invariant.ts";
import { whenAllAborted } from "../lib/when-all-aborted.ts";

/** Questions that went so long ago hold back no other. */
const RECENT_MS = 1_000;
/** The longest that a second question waits for the answer to the first. */
const BEHIND_ONE_MS = 150;
/** Further ones go together, so long after the last at the latest: a fifth of what a page waits for all its answers. */
const BEHIND_TWO_MS = 500;
/** A crowd that does not end leaves a quarter of the calls to others of the firm: after so many questions in so long each waits longer. */
const CROWD_QUESTIONS = 4;
const CROWD_MS = 10_000;
const BEHIND_CROWD_MS = 1_000;

type Answer = Reading<EmailMatch>;
type Gone = { atMs: number; emails: ReadonlySet<Email>; isAnswered: boolean };
type Asked = { email: Email; signal: AbortSignal; answer: (answer: Promise<Answer>) => void };

export class EmailBatches {
  readonly #connector: Pick<PsaConnector, "findByEmails">;
  readonly #clock: Clock;
  /** The questions of the last ten seconds. */
  #gone: Gone[] = [];
  #gathered: Asked[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(connector: Pick<PsaConnector, "findByEmails">, clock: Clock) {
    this.#connector = connector;
    this.#clock = clock;
  }

  /**
   * Who carries this email. Goes at once, unless a question about others has gone within the last second and is not answered yet,
   * or two have gone, or others do not stop asking: then together with those who ask meanwhile, a second later at the most. Rejects as
   * the connector does.
   */
  find(email: Email, { signal }: Pick<Call, "signal">): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    this.#gathered.push({ email, signal, answer: resolve });
    const waitMs = this.#waitMs(email);
    if (waitMs === 0) this.#send();
    else this.#timer ??= setTimeout(() => this.#send(), waitMs);
    return promise;
  }

  #waitMs(email: Email): number {
    const now = this.#nowMs();
    // A clock that was set back holds nobody.
    this.#gone = this.#gone.filter(({ atMs }) => atMs <= now && now - atMs < CROWD_MS);
    const ofOthers = this.#gone.filter(({ emails }) => emails.size > 1 || !emails.has(email));
    const recent = ofOthers.filter(({ atMs }) => now - atMs < RECENT_MS);
    const last = recent.at(-1);
    if (!last) return 0;
    if (ofOthers.length >= CROWD_QUESTIONS) return last.atMs + BEHIND_CROWD_MS - now;
    if (recent.length === 1) return last.isAnswered ? 0 : Math.max(0, last.atMs + BEHIND_ONE_MS - now);
    return Math.max(0, last.atMs + BEHIND_TWO_MS - now);
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#gathered.filter(({ signal }) => !signal.aborted);
    this.#gathered = [];
    if (batch.length === 0) return;
    const gone = { atMs: this.#nowMs(), emails: new Set(batch.map(({ email }) => email)), isAnswered: false };
    this.#gone.push(gone);
    const answers = this.#ask(batch).finally(() => {
      gone.isAnswered = true;
      const [next] = this.#gathered;
      if (next && this.#waitMs(next.email) === 0) this.#send();
    });
    for (const [index, { answer }] of batch.entries()) answer(answers.then((all) => answerAt(all, index)));
  }

  async #ask(batch: Asked[]): Promise<Answer[]> {
    const signal = whenAllAborted(batch.map((asked) => asked.signal));
    const emails = batch.map(({ email }) => email);
    return this.#connector.findByEmails(emails, { signal, isUrgent: true });
  }

  #nowMs(): number {
    return this.#clock.now().getTime();
  }
}

function answerAt(answers: Answer[], index: number): Answer {
  const answer = answers[index];
  invariant(answer, "each question has its answer");
  return answer;
}
