import { lt } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { connectionHealth } from "../data/schema/tables.ts";
import type { FirmId } from "../domain/ids.ts";

/**
 * Takes the next check of this connection, unless one has begun since `checkedBefore`. One statement: of several nodes that
 * ask at once, one gets it.
 */
export async function claimCheck(
  db: Database,
  firmId: FirmId,
  check: { connectionId: string; now: Date; checkedBefore: Date },
): Promise<boolean> {
  const { connectionId, now, checkedBefore } = check;
  const first = { state: "green", mailedState: "green", since: now, checkedAt: now } as const;
  return inFirmWrite(db, firmId, async (tx) => {
    const rows = await tx
      .insert(connectionHealth)
      .values({ firmId, connectionId, ...first })
      .onConflictDoUpdate({
        target: [connectionHealth.firmId, connectionHealth.connectionId],
        set: { checkedAt: now },
        setWhere: lt(connectionHealth.checkedAt, checkedBefore),
      })
      .returning({ firmId: connectionHealth.firmId });
    return rows.length === 1;
  });
}
