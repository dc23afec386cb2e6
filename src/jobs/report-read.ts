import { inFirmRead } from "../data/database.ts";
import { readFirm } from "../data/queries/firms.ts";
import { foundByPage } from "../diagnosis/decide-health.ts";
import { type CheckParts, checkConnection } from "./check-connection.ts";
import { kindOf, type ReadNews } from "./page-reads.ts";
import { settleHealth } from "./settle-health.ts";

/** A check that has just been made is not made again. */
const CHECK_AGAIN_MS = 30_000;

/**
 * Stores what page loads have met, between two checks. Where a page was answered what a check has found red, the next check
 * comes now: it alone ends what a check has found.
 */
export async function reportRead(parts: CheckParts, { firmId, connectionId, read }: ReadNews): Promise<void> {
  const firm = await inFirmRead(parts.db, firmId, readFirm);
  const now = parts.clock.now();
  const isGood = read.trouble === null;
  const known = await settleHealth(parts, { firm, connectionId }, (before) => {
    const findings = foundByPage(before.findings, read);
    return findings === before.findings ? null : { ...before, findings, ...(isGood && { lastGoodAt: now }) };
  });
  const check = known?.findings.check;
  if (isGood && check?.state === "red" && kindOf(check.source) === read.kind) {
    await checkConnection(parts, firm, new Date(now.getTime() - CHECK_AGAIN_MS));
  }
}
