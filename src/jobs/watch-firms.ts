import { unscopedListFirmsToWatch } from "../data/queries/firms.ts";
import type { Firm } from "../domain/firm.ts";
import { type WatchParts, watchFirm } from "./watch-firm.ts";

export const WATCH_EVERY_MS = 15 * 60_000;
/** A timer that comes a little early must not find its own last look still too young. */
const SLACK_MS = 60_000;

/** Looks at every firm whose last look is a quarter of an hour ago; one firm's fault keeps no other from its look. */
export async function watchFirms(parts: WatchParts, onFault: (err: unknown, firm: Firm) => void): Promise<void> {
  const startedBefore = new Date(parts.clock.now().getTime() - WATCH_EVERY_MS + SLACK_MS);
  for (const firm of await unscopedListFirmsToWatch(parts.db, startedBefore)) {
    await watchFirm(parts, firm, startedBefore).catch((err: unknown) => onFault(err, firm));
  }
}
