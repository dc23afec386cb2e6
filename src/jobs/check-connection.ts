// The check of a connection: whether known people are still shown, whether projects can be read, and whose token it is.
import { claimCheck } from "../commands/claim-check.ts";
import { inFirmRead, type Tx } from "../data/database.ts";
import { findConnection } from "../data/queries/connections.ts";
import { findHealth, listLatelySeen } from "../data/queries/health.ts";
import { listAdmins } from "../data/queries/team.ts";
import { findWatchRun, listOpenDrift } from "../data/queries/watch.ts";
import { type Check, foundByCheck, lookTroubleOf } from "../diagnosis/decide-health.ts";
import { type Known, lookForKnown } from "../diagnosis/look-for-known.ts";
import type { Firm } from "../domain/firm.ts";
import type { Clock } from "../lib/clock.ts";
import type { PsaGateway } from "../psa/gateway.ts";
import type { Psa } from "../psa/psa.ts";
import { type HealthParts, settleHealth } from "./settle-health.ts";

export type CheckParts = HealthParts & { psa: Psa };

const KNOWN_DAYS_MS = 30 * 86_400_000;
const KNOWN_MAX = 5;
/** Nobody waits, but what takes longer than this gives no page an answer either. */
const patience = { deadlineMs: 20_000, isUrgent: false };

/**
 * One check of one firm's connection, unless another node has begun one since `checkedBefore`. Nothing is asked of the
 * network inside a transaction. Resolves with the connection that was checked, else null.
 */
export async function checkConnection(parts: CheckParts, firm: Firm, checkedBefore: Date): Promise<string | null> {
  const { db, clock, psa } = parts;
  const now = clock.now();
  const { connection, open, run, before, people } = await inFirmRead(db, firm.id, async (tx) => ({
    connection: await findConnection(tx),
    open: await listOpenDrift(tx),
    run: await findWatchRun(tx),
    before: await findHealth(tx),
    people: await listKnown(tx, now),
  }));
  if (!connection) return null;
  const connectionId = connection.id;
  if (!(await claimCheck(db, firm.id, { connectionId, now, checkedBefore }))) return null;
  const gateway = psa.gatewayFor(firm.id, connection);
  if ("kind" in gateway) return null;
  const check = await ask(gateway, {
    people,
    isLessFound: open.some(({ kind }) => kind === "psa_sees_less"),
    lookTrouble: lookTroubleOf({
      cause: open.find(({ kind }) => kind === "psa_trouble")?.cause ?? null,
      lookedAt: run?.startedAt ?? null,
      before,
    }),
    clock,
  });
  const { sight, identity } = check;
  const named = identity && !("kind" in identity) ? identity : {};
  await settleHealth(parts, { firm, connectionId, connectionMark: gateway.connectionMark }, (before) => ({
    ...before,
    ...named,
    findings: foundByCheck(before.findings, check),
    lastGoodAt: check.projects === "read" ? clock.now() : before.lastGoodAt,
    canary: sight.kind === "trouble" ? before.canary : sight.canary,
  }));
  return connectionId;
}

async function listKnown(tx: Tx, now: Date): Promise<Known> {
  const since = new Date(now.getTime() - KNOWN_DAYS_MS);
  return {
    canary: (await findHealth(tx))?.canary ?? null,
    lately: await listLatelySeen(tx, { since, limit: KNOWN_MAX }),
    anybody: (await listAdmins(tx))[0] ?? null,
  };
}

type Asked = Pick<Check, "isLessFound" | "lookTrouble"> & { people: Known; clock: Clock };

/** First what clients' pages ask. Nothing more is asked where one question has no answer: it takes as long for one as for three. */
async function ask(gateway: PsaGateway, { people, clock, ...found }: Asked): Promise<Check> {
  const took: number[] = [];
  const timed = async <T>(answer: Promise<T>): Promise<T> => {
    const at = clock.now().getTime();
    return answer.finally(() => took.push(clock.now().getTime() - at));
  };
  const sight = await timed(lookForKnown((emails) => gateway.findPeople(emails, patience), people));
  const projects = sight.kind === "trouble" ? null : await timed(gateway.requireProjects(patience));
  const identity = projects === "read" ? await timed(gateway.identify(patience)) : null;
  const isShortOfCalls = (await gateway.budget?.isShort()) ?? false;
  return { sight, projects, identity, isShortOfCalls, fastestMs: Math.min(...took), ...found };
}
