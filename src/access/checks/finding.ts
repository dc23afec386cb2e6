import type { Cause } from "../causes.ts";
import type { Evidence, Finding } from "../decision.ts";

type Noted = { cause?: Cause; evidence?: Evidence; readAt?: Date };

/** It holds. A cause beside it is for the firm to know, and stops nobody. */
export function pass(noted: Noted = {}): Finding {
  return { verdict: "pass", cause: noted.cause ?? null, evidence: noted.evidence ?? {}, readAt: noted.readAt ?? null };
}

/** It does not hold: the decision is no. */
export function fail(cause: Cause, evidence: Evidence = {}, readAt: Date | null = null): Finding {
  return { verdict: "fail", cause, evidence, readAt };
}

/** The fact is missing. It never grants. */
export function unknown(cause: Cause, evidence: Evidence = {}, readAt: Date | null = null): Finding {
  return { verdict: "unknown", cause, evidence, readAt };
}

/** Nothing to check, because an earlier check left no fact to look at. */
export const skipped: Finding = { verdict: "skipped", cause: null, evidence: {}, readAt: null };
