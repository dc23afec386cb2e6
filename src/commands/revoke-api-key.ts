import { and, eq, isNull } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { apiKey } from "../data/schema/rescue-tables.ts";
import { isUuid } from "../lib/uuid.ts";

/** Ends a key; the next request with it is refused. Returns its name, or null when the firm has no such key in force. */
export async function revokeApiKey(db: Database, doer: Doer, id: string): Promise<string | null> {
  if (!isUuid(id)) return null;
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const [row] = await tx
      .update(apiKey)
      .set({ revokedAt: doer.now })
      .where(and(eq(apiKey.id, id), isNull(apiKey.revokedAt)))
      .returning({ name: apiKey.name });
    if (!row) return null;
    await insertAudit(tx, doer, "api_key.revoke", { key: id, name: row.name });
    return row.name;
  });
}
