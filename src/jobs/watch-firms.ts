import { bulkhead } from "cockatiel";
import { unscopedListFirmsToWatch } from "../data/queries/firms.ts";
import type { Firm } from "../domain/firm.ts";
import { type WatchParts, watchFirm } from "./watch-firm.ts";

export const WATCH_EVERY_MS = 15 * 60_000;
/** A timer that comes a little early must not find its own last look still too young. */
const SLACK_MS = 60_000;

/** So that a firm that takes minutes to be read holds up no other, and not all of them are held in memory at once. */
const AT_ONCE = 4;

type Round = { onFault: (err: unknown, firm: Firm) => void; stopped?: AbortSignal };

/**
 * Looks at every firm whose last look is a quarter of an hour ago; one firm's fault keeps no other from its look. No look begins
 * after `stopped`.
 */
export async function watchFirms(parts: WatchParts, { onFault, stopped }: Round): Promise<void> {
  const startedBefore = new Date(parts.clock.now().getTime() - WATCH_EVERY_MS + SLACK_MS);
  const firms = await unscopedListFirmsToWatch(parts.db, startedBefore);
  const turns = bulkhead(AT_ONCE, firms.length);
  const look = async (firm: Firm) => {
    if (!stopped?.aborted) await watchFirm(parts, firm, startedBefore).catch((err: unknown) => onFault(err, firm));
  };
  await Promise.all(firms.map((firm) => turns.execute(() => look(firm))));
}
