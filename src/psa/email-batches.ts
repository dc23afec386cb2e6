// Who carries these emails: many who load at the same moment cost one call, and somebody alone waits for nobody. The one place
// where questions are gathered: connectors answer several at once, and hold none of them back.
import type { Call, EmailMatch, PsaConnector, Reading } from "../connectors/port.ts";
import type { Email } from "../domain/email.ts";
import { invariant } from "../lib/invariant.ts";
import { whenAllAborted } from "../lib/when-all-aborted.ts";

/** The longest that a question waits for the one before it. */
const GATHER_MS_MAX = 150;

type Answer = Reading<EmailMatch>;
type Asked = { email: Email; signal: AbortSignal; answer: (answer: Promise<Answer>) => void };

export class EmailBatches {
  readonly #connector: Pick<PsaConnector, "findByEmails">;
  #underWay = 0;
  #gathered: Asked[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(connector: Pick<PsaConnector, "findByEmails">) {
    this.#connector = connector;
  }

  /**
   * Who carries this email. Goes at once when nothing is under way, otherwise together with those who ask meanwhile: when the
   * question under way has ended, or a moment later. Rejects as the connector does.
   */
  find(email: Email, { signal }: Pick<Call, "signal">): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    this.#gathered.push({ email, signal, answer: resolve });
    if (this.#underWay === 0) this.#send();
    else this.#timer ??= setTimeout(() => this.#send(), GATHER_MS_MAX);
    return promise;
  }

  #send(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#gathered.filter(({ signal }) => !signal.aborted);
    this.#gathered = [];
    if (batch.length === 0) return;
    this.#underWay += 1;
    const answers = this.#ask(batch).finally(() => {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#send();
    });
    for (const [index, { answer }] of batch.entries()) answer(answers.then((all) => answerAt(all, index)));
  }

  async #ask(batch: Asked[]): Promise<Answer[]> {
    const signal = whenAllAborted(batch.map((asked) => asked.signal));
    const emails = batch.map(({ email }) => email);
    return this.#connector.findByEmails(emails, { signal, isUrgent: true });
  }
}

function answerAt(answers: Answer[], index: number): Answer {
  const answer = answers[index];
  invariant(answer, "each question has its answer");
  return answer;
}
