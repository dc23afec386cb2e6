import { randomUUID } from "node:crypto";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import type { LookResult } from "../data/queries/watch.ts";
import { drift, watchedAccess, watchRun } from "../data/schema/rescue-tables.ts";
import type { FirmId } from "../domain/ids.ts";

const ROWS_AT_ONCE = 500;

/**
 * Stores what the look begun at `startedAt` found, all of it or nothing. False when another look has begun since: then that
 * one's findings count, and these are let go.
 */
export async function recordLook(
  db: Database,
  firmId: FirmId,
  { startedAt, now }: { startedAt: Date; now: Date },
  { found, endedIds, watched, run }: LookResult,
): Promise<boolean> {
  return inFirmWrite(db, firmId, async (tx) => {
    const [mine] = await tx.select().from(watchRun).where(eq(watchRun.startedAt, startedAt)).for("update");
    if (!mine) return false;
    for (let at = 0; at < watched.length; at += ROWS_AT_ONCE) {
      const rows = watched.slice(at, at + ROWS_AT_ONCE).map((row) => ({ ...row, firmId, seenAt: now }));
      const { outcome, cause, projects, seenAt } = watchedAccess;
      const set = Object.fromEntries(
        Object.entries({ outcome, cause, projects, seenAt }).map(([key, column]) => [
          key,
          sql.raw(`excluded.${column.name}`),
        ]),
      );
      const target = [watchedAccess.firmId, watchedAccess.email, watchedAccess.portalId];
      await tx.insert(watchedAccess).values(rows).onConflictDoUpdate({ target, set });
    }
    if (found.length > 0)
      await tx
        .insert(drift)
        .values(found.map(({ remedy: _, ...row }) => ({ ...row, firmId, id: randomUUID(), foundAt: now })));
    if (endedIds.length > 0)
      await tx
        .update(drift)
        .set({ endedAt: now })
        .where(and(inArray(drift.id, endedIds), isNull(drift.endedAt)));
    if (run) await tx.update(watchRun).set({ ...run, finishedAt: now });
    return true;
  });
}
