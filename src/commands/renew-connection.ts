import { and, eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { changedAt, noteAnswer } from "../data/queries/connections.ts";
import { type ConnectionState, connection } from "../data/schema/tables.ts";
import type { Verified } from "./connect-psa.ts";

const actions = { live: "connection.rotate_token", disconnected: "connection.reconnect" } as const;

/**
 * A token that was tried, in place of the one before (`live`) or of the one that was taken away (`disconnected`); everything
 * else stays as it is. False when the connection is in that state no more.
 */
export async function renewConnection(
  db: Database,
  doer: Doer,
  { id, credential, identity }: Verified,
  from: Exclude<ConnectionState, "pending">,
): Promise<boolean> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const [renewed] = await tx
      .update(connection)
      .set({ state: "live", credential, updatedAt: changedAt(doer.now) })
      .where(and(eq(connection.id, id), eq(connection.state, from)))
      .returning({ kind: connection.kind });
    if (!renewed) return false;
    await noteAnswer(tx, doer, id, identity);
    await insertAudit(tx, doer, actions[from], { kind: renewed.kind });
    return true;
  });
}
