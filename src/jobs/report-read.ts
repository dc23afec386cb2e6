import { inFirmRead } from "../data/database.ts";
import { readFirm } from "../data/queries/firms.ts";
import { foundByPage } from "../diagnosis/decide-health.ts";
import { type CheckParts, checkConnection } from "./check-connection.ts";
import { contradictedBy, type ReadNews } from "./page-reads.ts";
import { settleHealth } from "./settle-health.ts";

/** A check that has just been made is not made again. */
const CHECK_AGAIN_MS = 30_000;
/** How often it is seen whether a good read waits for its check. It costs no statement where none does. */
export const REPORT_EVERY_MS = 10_000;

type Round = { onFault: (err: unknown) => void; stopped?: AbortSignal };

/**
 * Stores what page loads have met, between two checks. Where a page's answer speaks against what a check has found, the
 * next check comes now: it alone ends what a check has found.
 */
export async function reportRead(parts: CheckParts, { firmId, connectionId, read }: ReadNews): Promise<void> {
  const firm = await inFirmRead(parts.db, firmId, readFirm);
  const now = parts.clock.now();
  const isGood = read.trouble === null;
  const known = await settleHealth(parts, { firm, connectionId }, (before) => {
    const findings = foundByPage(before.findings, read);
    return findings === before.findings ? null : { ...before, findings, ...(isGood && { lastGoodAt: now }) };
  });
  if (isGood && contradictedBy(known?.findings.check ?? null) === read.kind) {
    await checkConnection(parts, firm, new Date(now.getTime() - CHECK_AGAIN_MS));
  }
}

/**
 * Reports the good reads that came within a minute of such news, or before another check could be made, and whose minute ends:
 * nobody need load a page again for the check that they bring. None begins after `stopped`.
 */
export async function reportWaiting(parts: CheckParts, { onFault, stopped }: Round): Promise<void> {
  for (const news of parts.pageReads.takeWaiting(parts.clock.now())) {
    if (!stopped?.aborted) await reportRead(parts, news).catch(onFault);
  }
}
