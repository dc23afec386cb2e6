// Whether the PSA still shows people whom it showed lately. Pure.
import type { EmailMatch, Reading } from "../connectors/port.ts";
import type { Canary } from "../domain/connection-health.ts";

/** `moved`: still there, but no longer linked to that company. `unknown`: records that could not be read may hide them. */
export type Seen = "seen" | "moved" | "gone" | "unknown";

/**
 * `fine`: with whom to ask for next time, null where nobody is known. `gaps`: it cannot be told. `less`: so many are gone at
 * once that nobody has removed them one by one. `lost`: it is gone, and nobody else is found who would show why.
 */
export type Sight =
  | { kind: "fine"; canary: Canary | null }
  | { kind: "gaps"; canary: Canary | null; gap: string }
  | { kind: "less" | "lost"; canary: Canary };

/** How the PSA shows this person now. */
export function judgeSeen({ companyId }: Canary, { value, gaps }: Reading<EmailMatch>): Seen {
  const isLinked = value.contacts.some(({ companyIds }) => companyIds.includes(companyId));
  if (isLinked && value.companies.some(({ id }) => id === companyId)) return "seen";
  if (gaps.length > 0) return "unknown";
  return value.contacts.length > 0 && !isLinked ? "moved" : "gone";
}

/** So many must be gone before the key is suspected. */
const GONE_MIN = 2;

/**
 * The canary is not where it was: it is gone, or moved. Where others whom the firm let in lately are still found, it was
 * taken out of the PSA, and one of them takes its place. Where most of them are gone with it, the key sees less. Where nobody
 * is found at all, it may be either.
 */
export function judgeLoss(
  canary: { known: Canary; seen: Seen },
  others: readonly { known: Canary; seen: Seen }[],
): Sight {
  const count = (state: Seen) => [canary, ...others].filter(({ seen }) => seen === state).length;
  const found = count("seen") + count("moved");
  if (canary.seen === "gone" && count("gone") > found) {
    if (count("gone") >= GONE_MIN) return { kind: "less", canary: canary.known };
    if (found === 0) return { kind: "lost", canary: canary.known };
  }
  return { kind: "fine", canary: others.find(({ seen }) => seen === "seen")?.known ?? null };
}
