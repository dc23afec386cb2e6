// The drift watch: looks again at everybody who had access, and tells the firm once of what took it away from whom. What is wrong
// with the PSA as a whole stands on its page; the check of the connection mails it (settle-health.ts).
import { claimLook } from "../commands/claim-look.ts";
import { recordLook } from "../commands/record-look.ts";
import { sendRecordedMail } from "../commands/send-recorded-mail.ts";
import { type Database, inFirmRead } from "../data/database.ts";
import { findConnection } from "../data/queries/connections.ts";
import { findHealth } from "../data/queries/health.ts";
import { readPortalLocale } from "../data/queries/portal-locale.ts";
import { listAdmins } from "../data/queries/team.ts";
import {
  findWatchRun,
  type LookResult,
  listLastAccess,
  listOpenDrift,
  listWatched,
  type NewDrift,
} from "../data/queries/watch.ts";
import { compareLooks } from "../diagnosis/compare-looks.ts";
import { readPreflightInput } from "../diagnosis/run-preflight.ts";
import type { Firm, Portal } from "../domain/firm.ts";
import type { Clock } from "../lib/clock.ts";
import { localeOfSetting } from "../lib/locale.ts";
import { driftMail } from "../mail/drift-mail.ts";
import type { Mailer } from "../mail/mailer.ts";
import type { Psa } from "../psa/psa.ts";

export type WatchParts = {
  db: Database;
  clock: Clock;
  psa: Psa;
  mailer: Mailer;
  /** Where the office lists what was found. */
  pageAddress: string;
};

/** A visit during the last look may have come too late for it. */
const OVERLAP_MS = 5 * 60_000;
const HAD_ACCESS_MS = 90 * 86_400_000;

/**
 * `taken`: another node, or another admin, has begun one since `startedBefore`. `ended`: the connection or the program ended
 * while everybody was being read, which says nothing of the PSA.
 */
export type Looked = { kind: "looked"; found: number } | { kind: "taken" } | { kind: "ended" };

/** One look at one firm. Nothing is asked of the network inside a transaction. */
export async function watchFirm(parts: WatchParts, firm: Firm, startedBefore: Date): Promise<Looked> {
  const { db, clock, psa } = parts;
  const now = clock.now();
  const { connection, locale, ...known } = await inFirmRead(db, firm.id, async (tx) => {
    const run = await findWatchRun(tx);
    // Who came before the last look that had an answer is among the watched since then.
    const since = run?.finishedAt ? run.finishedAt.getTime() - OVERLAP_MS : now.getTime() - HAD_ACCESS_MS;
    return {
      run,
      isSeenLess: (await findHealth(tx))?.cause === "psa.token_sees_less",
      connection: await findConnection(tx),
      locale: localeOfSetting(await readPortalLocale(tx)),
      watched: await listWatched(tx),
      lastAccess: await listLastAccess(tx, new Date(since)),
      open: await listOpenDrift(tx),
    };
  });
  if (!connection || !(await claimLook(db, firm.id, { now, startedBefore }))) return { kind: "taken" };
  const input = await readPreflightInput({ db, now, firm, gateway: psa.gatewayFor(firm.id, connection) }, "toTheEnd");
  if (isEnded(input)) return { kind: "ended" };
  const result = compareLooks(known, input, locale);
  if (!(await recordLook(db, firm.id, { startedAt: now, now: clock.now() }, result))) return { kind: "taken" };
  await tellAdmins(parts, firm, { result, locale, portals: "trouble" in input ? input.all : input.portals });
  return { kind: "looked", found: result.found.length };
}

function isEnded(input: Awaited<ReturnType<typeof readPreflightInput>>): boolean {
  const answers = "trouble" in input ? [input.trouble] : [input.projects];
  return answers.some((answer) => "cause" in answer && answer.cause === "psa.not_connected");
}

type News = { result: LookResult; portals: Portal[]; locale: string };

/** One mail to each admin about everybody who is newly stopped; that people get in again is on the page and in no mail. */
async function tellAdmins(parts: WatchParts, firm: Firm, { result, portals, locale }: News): Promise<void> {
  const companyOf = new Map(portals.map((portal) => [portal.id, portal.companyName]));
  const news = result.found.flatMap(({ email, portalId, reason, remedy, projectsLost }: NewDrift) =>
    email ? [{ email, company: (portalId && companyOf.get(portalId)) ?? "", reason, remedy, projectsLost }] : [],
  );
  if (news.length === 0) return;
  const admins = await inFirmRead(parts.db, firm.id, listAdmins);
  for (const to of admins) {
    const mail = driftMail({ to, firmName: firm.name, news, address: parts.pageAddress, locale });
    await sendRecordedMail(parts, { firmId: firm.id, kind: "drift" }, mail);
  }
}
