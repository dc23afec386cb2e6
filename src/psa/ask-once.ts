// A question that somebody of the firm asks a connector directly: before a connection is stored, or to see what it reads.
import { PsaFault, type PsaFaultCode } from "../connectors/errors.ts";
import type { Call } from "../connectors/port.ts";
import { vendorText } from "../domain/psa-texts/vendor-words.ts";

/** `detail`: the PSA's own words, for the firm. */
export type Asked<T> = { kind: "answered"; value: T } | { kind: "refused"; code: PsaFaultCode; detail: string };

/** Asks as background work does, and gives up at the deadline whatever the connector does about it. A fault of ours is thrown on. */
export async function askOnce<T>(
  ask: (call: Call) => Promise<T>,
  { deadlineMs }: { deadlineMs: number },
): Promise<Asked<T>> {
  try {
    return { kind: "answered", value: await beforeDeadline(ask, deadlineMs) };
  } catch (err) {
    if (!(err instanceof PsaFault)) throw err;
    return { kind: "refused", code: err.code, detail: err.detail };
  }
}

function beforeDeadline<T>(ask: (call: Call) => Promise<T>, deadlineMs: number): Promise<T> {
  const signal = AbortSignal.timeout(deadlineMs);
  const tooLate = () => new PsaFault("unavailable", vendorText("too_late", { seconds: deadlineMs / 1_000 }));
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(tooLate()), { once: true });
    ask({ signal, isUrgent: false }).then(resolve, (err) => reject(signal.aborted ? tooLate() : err));
  });
}
