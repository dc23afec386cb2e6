import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { customHost } from "../data/schema/rescue-tables.ts";

/** Nothing of the firm stands at its own host any more; the built-in one goes on. Null when it had none. */
export async function removeCustomHost(db: Database, doer: Doer): Promise<string | null> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const [row] = await tx.delete(customHost).returning({ host: customHost.host });
    if (!row) return null;
    await insertAudit(tx, doer, "host.remove", { host: row.host });
    return row.host;
  });
}
