/** `firstAfterMs`, `everyMs`: from the beginning of one round to that of the next. */
export type Times = { firstAfterMs: number; everyMs: number };

export type Repeated = {
  /** No round begins from now on; the one under way is told by its signal. */
  stop(): void;
  /** Resolves when the round under way has ended. */
  idle(): Promise<void>;
};

/** Does the work for the first time, and from then on every so often. A round whose time comes while one is under way is left out. */
export function repeat(
  work: (stopped: AbortSignal) => Promise<void>,
  { firstAfterMs, everyMs }: Times,
  onFault: (err: unknown) => void,
): Repeated {
  const stopping = new AbortController();
  let round: Promise<void> | null = null;
  const begin = () => {
    round ??= work(stopping.signal)
      .catch(onFault)
      .finally(() => {
        round = null;
      });
  };
  let timer = setTimeout(() => {
    timer = setInterval(begin, everyMs).unref();
    begin();
  }, firstAfterMs).unref();
  return {
    stop: () => {
      clearTimeout(timer);
      stopping.abort();
    },
    idle: async () => void (await round),
  };
}
