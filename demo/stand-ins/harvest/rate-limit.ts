// Fixed windows of requests, a wider one for reports [S]. One window for everybody who asks from here: one experiment saw that
// the limit holds for the address and not for the token [C].
import { type Refusal, tooManyRequests } from "./refusals.ts";

type Limit = { limit: number; periodMs: number };

const GENERAL: Limit = { limit: 100, periodMs: 15_000 };
const REPORTS: Limit = { limit: 100, periodMs: 15 * 60_000 };

/** Counts every request, and refuses those beyond the limit. */
export function rateLimiter(now: () => Date): (path: string) => Refusal | null {
  const windows = new Map<Limit, { endsAtMs: number; count: number }>();
  return (path) => {
    const limit = path.startsWith("/v2/reports/") ? REPORTS : GENERAL;
    const nowMs = now().getTime();
    const open = windows.get(limit);
    const current = open && open.endsAtMs > nowMs ? open : { endsAtMs: nowMs + limit.periodMs, count: 0 };
    current.count += 1;
    windows.set(limit, current);
    return current.count <= limit.limit ? null : tooManyRequests(Math.ceil((current.endsAtMs - nowMs) / 1_000));
  };
}
