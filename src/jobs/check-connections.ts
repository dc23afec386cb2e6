import { bulkhead } from "cockatiel";
import { unscopedListFirmsToCheck } from "../data/queries/firms.ts";
import type { Firm } from "../domain/firm.ts";
import { type CheckParts, checkConnection } from "./check-connection.ts";

export const CHECK_EVERY_MS = 5 * 60_000;
/** A timer that comes a little early must not find its own last check still too young. */
const SLACK_MS = 30_000;
/** One vendor's silence must not hold up the checks of the other firms. */
const AT_ONCE = 10;

type Round = { onFault: (err: unknown, firm: Firm) => void; stopped?: AbortSignal };

/**
 * Checks every connection whose last check is five minutes ago, ten at once; one firm's fault keeps no other from its check. No
 * check begins after `stopped`; resolves when those under way have ended.
 */
export async function checkConnections(parts: CheckParts, { onFault, stopped }: Round): Promise<void> {
  const checkedBefore = new Date(parts.clock.now().getTime() - CHECK_EVERY_MS + SLACK_MS);
  const firms = await unscopedListFirmsToCheck(parts.db, checkedBefore);
  const turns = bulkhead(AT_ONCE, firms.length);
  const check = async (firm: Firm) => {
    if (!stopped?.aborted)
      await checkConnection(parts, firm, checkedBefore).catch((err: unknown) => onFault(err, firm));
  };
  await Promise.all(firms.map((firm) => turns.execute(() => check(firm))));
}
