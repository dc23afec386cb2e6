import type { Clock } from "../lib/clock.ts";
import type { Mail, Mailer } from "./mailer.ts";

const KEPT_MAX = 100;

/** The development mailbox: mails are kept in memory, newest first, for the page that shows them. Demo only. */
export class Mailbox implements Mailer {
  readonly #clock: Clock;
  readonly #mails: (Mail & { at: Date })[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async send(mail: Mail): Promise<{ kind: "accepted" }> {
    this.#mails.unshift({ ...mail, at: this.#clock.now() });
    this.#mails.length = Math.min(this.#mails.length, KEPT_MAX);
    return { kind: "accepted" };
  }

  list(): readonly (Mail & { at: Date })[] {
    return this.#mails;
  }
}
