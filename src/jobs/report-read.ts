import { inFirmRead } from "../data/database.ts";
import { readFirm } from "../data/queries/firms.ts";
import { unscopedListUnwell } from "../data/queries/health.ts";
import { foundByPage, largeAfter } from "../diagnosis/decide-health.ts";
import { type CheckParts, checkConnection } from "./check-connection.ts";
import { contradictedBy, type ReadNews } from "./page-reads.ts";
import { settleHealth } from "./settle-health.ts";

/** A check that has just been made is not made again. */
const CHECK_AGAIN_MS = 30_000;
/** How often a node learns what stands, by one statement, and sees whether a good read waits for its check. */
export const REPORT_EVERY_MS = 10_000;

type Round = { onFault: (err: unknown) => void; stopped?: AbortSignal };

/**
 * Stores what page loads have met, between two checks. Where a page's answer speaks against what a check has found, the
 * next check comes now: it alone ends what a check has found.
 */
export async function reportRead(parts: CheckParts, { firmId, read, large, ...connection }: ReadNews): Promise<void> {
  const firm = await inFirmRead(parts.db, firmId, readFirm);
  const now = parts.clock.now();
  const isGood = read?.trouble === null;
  const known = await settleHealth(parts, { firm, ...connection }, (before) => {
    const findings = read ? foundByPage(before.findings, read) : before.findings;
    const largeClients = large ? largeAfter(before.largeClients, large) : before.largeClients;
    if (findings === before.findings && largeClients === before.largeClients) return null;
    const lastGoodAt = isGood ? now : before.lastGoodAt;
    return { ...before, findings, largeClients, lastGoodAt };
  });
  if (isGood && contradictedBy(known?.findings.check ?? null) === read.kind) {
    await checkConnection(parts, firm, new Date(now.getTime() - CHECK_AGAIN_MS));
  }
}

/**
 * Learns what stands by now, whichever node has found it, so that a page of this one can speak against it. Then reports the good reads
 * that came within a minute of such news, or before another check could be made, and whose minute ends: nobody need load a page again
 * for the check that they bring. None begins after `stopped`.
 */
export async function reportWaiting(parts: CheckParts, { onFault, stopped }: Round): Promise<void> {
  parts.pageReads.knowAll(await unscopedListUnwell(parts.db), parts.clock.now());
  for (const news of parts.pageReads.takeWaiting(parts.clock.now())) {
    if (!stopped?.aborted) await reportRead(parts, news).catch(onFault);
  }
}
