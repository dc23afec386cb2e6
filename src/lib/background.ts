/** Work that nobody waits for, such as a mail after the page has left. A fault in it ends up where faults are told. */
export class Background {
  readonly #running = new Set<Promise<void>>();
  readonly #onFault: (err: unknown) => void;

  constructor(onFault: (err: unknown) => void) {
    this.#onFault = onFault;
  }

  run(work: () => Promise<unknown>): void {
    const running = this.#quietly(work).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Resolves when nothing is under way any more: before storage is closed, and in tests. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async #quietly(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (err) {
      this.#onFault(err);
    }
  }
}
