import type { Clock } from "../lib/clock.ts";
import type { Answer, Call, Reading } from "./port.ts";

/** Dates an answer by when it was asked for: what changes while it is under way may not be in it. Rejects at once when aborted. */
export async function dated<T>(clock: Clock, { signal }: Call, ask: () => Promise<Answer<T>>): Promise<Reading<T>> {
  signal.throwIfAborted();
  const readAt = clock.now();
  return { ...(await ask()), readAt };
}
