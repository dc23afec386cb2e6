import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { customHost } from "../data/schema/rescue-tables.ts";

/** From now on links that are handed out name the firm's own host. Null when it has none. */
export async function setCustomHostLive(db: Database, doer: Doer): Promise<string | null> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const [row] = await tx.update(customHost).set({ state: "live" }).returning({ host: customHost.host });
    if (!row) return null;
    await insertAudit(tx, doer, "host.live", { host: row.host });
    return row.host;
  });
}
