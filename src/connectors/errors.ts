/**
 * Everything that can go wrong when a PSA is asked, in words that hold for every vendor. `token_sealed` alone is ours: the stored token
 * opens with none of the master keys at hand, so nothing is asked.
 */
export const psaFaultCodes = [
  "auth_expired",
  "token_sealed",
  "forbidden",
  "rate_limited",
  "unavailable",
  "not_found",
  "invalid_response",
  "partial",
] as const;
export type PsaFaultCode = (typeof psaFaultCodes)[number];

/** A read that gave no answer. `detail` is for the firm and the log: it names files, lines and fields, never secrets. */
export class PsaFault extends Error {
  readonly code: PsaFaultCode;
  readonly detail: string;
  readonly retryAfterMs: number | null;

  constructor(code: PsaFaultCode, detail: string, options: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(`${code}: ${detail}`, { cause: options.cause });
    this.name = "PsaFault";
    this.code = code;
    this.detail = detail;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
