import { inFirmRead } from "../data/database.ts";
import { readFirm } from "../data/queries/firms.ts";
import { decideAfterRead } from "../diagnosis/decide-health.ts";
import type { ReadNews } from "./page-reads.ts";
import { type HealthParts, settleHealth } from "./settle-health.ts";

/** Stores what page loads have met, between two checks. */
export async function reportRead(parts: HealthParts, { firmId, connectionId, trouble }: ReadNews): Promise<void> {
  const firm = await inFirmRead(parts.db, firmId, readFirm);
  const lastGood = trouble === null ? { lastGoodAt: parts.clock.now() } : {};
  await settleHealth(parts, { firm, connectionId }, (before) => {
    const health = decideAfterRead(before, trouble);
    return health && { ...before, ...health, ...lastGood };
  });
}
