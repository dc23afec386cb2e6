/** Aborts when the last of them does, with its reason: until then somebody waits for an answer. */
export function whenAllAborted(signals: readonly AbortSignal[]): AbortSignal {
  const all = new AbortController();
  let waiting = signals.length;
  for (const signal of signals) {
    const leave = () => {
      waiting -= 1;
      if (waiting === 0) all.abort(signal.reason);
    };
    signal.addEventListener("abort", leave, { once: true });
  }
  return all.signal;
}
