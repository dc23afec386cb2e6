// Wires the one way to every firm's PSA, which pages, the drift watch and the checks share, and what the latter need besides.
import type { AppParts } from "./app-parts.ts";
import { inFirmRead } from "./data/database.ts";
import type { DecisionLog } from "./data/decision-log.ts";
import { findConnectionMark } from "./data/queries/connections.ts";
import type { CheckParts } from "./jobs/check-connection.ts";
import { PageReads } from "./jobs/page-reads.ts";
import { reportRead } from "./jobs/report-read.ts";
import type { HealthParts } from "./jobs/settle-health.ts";
import type { WatchParts } from "./jobs/watch-firm.ts";
import type { Background } from "./lib/background.ts";
import { CONNECTIONS_PATH, WATCH_PATH } from "./office/frame.ts";
import { Psa } from "./psa/psa.ts";

export type JobParts = WatchParts & CheckParts;

/** Every read of a PSA is audited; what page loads meet goes into the health of the connection. */
export function jobParts(parts: AppParts, shared: { decisions: DecisionLog; background: Background }): JobParts {
  const { db, clock, config, log, mailer, snapshots, connect, psaDeadlineMs } = parts;
  const { decisions, background } = shared;
  const { origin } = config.officeUrl;
  const pageReads = new PageReads();
  const health: HealthParts = { db, clock, mailer, pageReads, connectionsAddress: `${origin}${CONNECTIONS_PATH}` };
  const psa: Psa = new Psa({
    connect,
    findMark: (firmId, connectionId) => inFirmRead(db, firmId, (tx) => findConnectionMark(tx, connectionId)),
    cache: snapshots,
    clock,
    deadlineMs: psaDeadlineMs,
    inBackground: (work) => background.run(work),
    record: (read) => {
      const { firmId, at, question, outcome, tookMs } = read;
      const row = { firmId, at, actor: "portal", action: `psa.${question}`, subject: { outcome, tookMs } };
      decisions.audit(row).catch((err: unknown) => log.error({ err }, "an audit row was not stored"));
      const news = pageReads.notice(read);
      if (news) background.run(() => reportRead({ ...health, psa }, news));
    },
  });
  return { ...health, psa, pageAddress: `${origin}${WATCH_PATH}` };
}
