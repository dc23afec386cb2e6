import { unscopedListFirmsToCheck } from "../data/queries/firms.ts";
import type { Firm } from "../domain/firm.ts";
import { type CheckParts, checkConnection } from "./check-connection.ts";

export const CHECK_EVERY_MS = 5 * 60_000;
/** A timer that comes a little early must not find its own last check still too young. */
const SLACK_MS = 30_000;

/** Checks every connection whose last check is five minutes ago; one firm's fault keeps no other from its check. */
export async function checkConnections(parts: CheckParts, onFault: (err: unknown, firm: Firm) => void): Promise<void> {
  const checkedBefore = new Date(parts.clock.now().getTime() - CHECK_EVERY_MS + SLACK_MS);
  for (const firm of await unscopedListFirmsToCheck(parts.db, checkedBefore)) {
    await checkConnection(parts, firm, checkedBefore).catch((err: unknown) => onFault(err, firm));
  }
}
