// Fixed windows of requests: for the token, for the organization, and tighter ones for reports [S].
import { type Refusal, tooManyRequests } from "./errors.ts";

type Limit = { limit: number; period: number };

const TOKEN_LIMIT: Limit = { limit: 100, period: 10 };
const ORGANIZATION_LIMIT: Limit = { limit: 4_000, period: 1_800 };
const REPORT_LIMIT: Limit = { limit: 10, period: 30 };

export type RateLimiter = (request: { token: string; organizationId: string; isReport: boolean }) => Refusal | null;

/** Counts every request that carries a valid token, and refuses those beyond a limit. */
export function rateLimiter(now: () => Date): RateLimiter {
  const windows = new Map<string, { endsAtMs: number; count: number }>();

  function count(key: string, limit: Limit): Refusal | null {
    const nowMs = now().getTime();
    const open = windows.get(key);
    const current = open && open.endsAtMs > nowMs ? open : { endsAtMs: nowMs + limit.period * 1_000, count: 0 };
    current.count += 1;
    windows.set(key, current);
    if (current.count <= limit.limit) return null;
    return tooManyRequests(limit, Math.ceil((current.endsAtMs - nowMs) / 1_000));
  }

  return ({ token, organizationId, isReport }) =>
    count(`token ${token}`, TOKEN_LIMIT) ??
    count(`organization ${organizationId}`, ORGANIZATION_LIMIT) ??
    (isReport ? count(`reports ${token}`, REPORT_LIMIT) : null);
}
