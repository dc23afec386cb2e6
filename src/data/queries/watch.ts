// What the drift watch keeps: how everybody who had access stood at the last look, and what it has found.
import { and, desc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import type { Email } from "../../domain/email.ts";
import type { PortalId } from "../../domain/ids.ts";
import type { Language } from "../../lib/locale.ts";
import type { Tx } from "../database.ts";
import { drift, watchedAccess, watchRun } from "../schema/rescue-tables.ts";
import { decision } from "../schema/tables.ts";

export type WatchRun = Omit<typeof watchRun.$inferSelect, "firmId">;
export type WatchedAccess = Omit<typeof watchedAccess.$inferSelect, "firmId">;
export type Drift = Omit<typeof drift.$inferSelect, "firmId">;
/** When somebody last got in at a portal, and how many projects they saw then. */
export type LastAccess = { email: Email; portalId: PortalId; at: Date; projects: number };

/** `remedy` is told when it is found; later it is asked of the PSA anew. */
export type NewDrift = Omit<Drift, "id" | "foundAt" | "endedAt" | "reasons"> & {
  reasons: Record<Language, string>;
  remedy: string;
};

/** What a look came to. `run` null: the PSA gave no answer, and what was known stays as it was. */
export type LookResult = {
  found: NewDrift[];
  endedIds: string[];
  watched: Omit<WatchedAccess, "seenAt">[];
  run: Pick<WatchRun, "contacts" | "companies" | "contactsBefore"> | null;
};

/** The firm's last look, or null before the first. */
export async function findWatchRun(tx: Tx): Promise<WatchRun | null> {
  const [run] = await tx.select().from(watchRun);
  return run ?? null;
}

/** Everybody whose access the drift watch holds against the next look. */
export function listWatched(tx: Tx): Promise<WatchedAccess[]> {
  return tx.select().from(watchedAccess);
}

/** The newest visit of everybody who got in since then, at each portal. What a decision held is read for these alone. */
export async function listLastAccess(tx: Tx, since: Date): Promise<LastAccess[]> {
  const isSince = and(
    gt(decision.at, since),
    isNotNull(decision.email),
    isNotNull(decision.portalId),
    sql`source = 'visit' and outcome = 'granted'`,
  );
  const latest = tx
    .selectDistinctOn([decision.email, decision.portalId], { firmId: decision.firmId, id: decision.id })
    .from(decision)
    .where(isSince)
    .orderBy(decision.email, decision.portalId, desc(decision.at))
    .as("latest");
  const rows = await tx
    .select({
      email: decision.email,
      portalId: decision.portalId,
      at: decision.at,
      projects: sql<number>`coalesce((${decision.body} -> 'projects' ->> 'visible')::integer, 0)`,
    })
    .from(decision)
    .innerJoin(latest, and(eq(latest.firmId, decision.firmId), eq(latest.id, decision.id)));
  return rows.flatMap(({ email, portalId, ...row }) =>
    email && portalId ? [{ ...row, email: email as Email, portalId }] : [],
  );
}

/** What was found and is not mended yet, the newest first. */
export function listOpenDrift(tx: Tx): Promise<Drift[]> {
  return tx.select().from(drift).where(isNull(drift.endedAt)).orderBy(desc(drift.foundAt), drift.email);
}

/** The newest of what has ended. */
export function listEndedDrift(tx: Tx, limit: number): Promise<Drift[]> {
  return tx.select().from(drift).where(isNotNull(drift.endedAt)).orderBy(desc(drift.endedAt)).limit(limit);
}
