import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { noteAnswer } from "../data/queries/connections.ts";

/**
 * What somebody of the firm asked a PSA for: what its token may see, before it is stored, or everything once. `goodId`: the
 * connection over which everything could be read.
 */
export type ConnectionCheck = {
  action: "connection.try_token" | "connection.test";
  kind: string;
  outcome: string;
  goodId?: string | null;
};

/** Writes down that a PSA was asked, and how that ended. Never with what. */
export async function recordConnectionCheck(db: Database, doer: Doer, check: ConnectionCheck): Promise<void> {
  const { action, kind, outcome, goodId } = check;
  await inFirmWrite(db, doer.firmId, async (tx) => {
    await insertAudit(tx, doer, action, { kind, outcome });
    if (goodId) await noteAnswer(tx, doer, goodId, null);
  });
}
