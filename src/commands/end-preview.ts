import { and, eq, gt } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import type { Preview } from "../data/queries/previews.ts";
import { preview } from "../data/schema/content-tables.ts";

/** Ends a preview before its time; one that is over already stays as it is. */
export async function endPreview(db: Database, doer: Doer, { id, portal, email }: Preview): Promise<void> {
  await inFirmWrite(db, doer.firmId, async (tx) => {
    const ended = await tx
      .update(preview)
      .set({ expiresAt: doer.now })
      .where(and(eq(preview.id, id), gt(preview.expiresAt, doer.now)))
      .returning({ id: preview.id });
    if (ended.length > 0) await insertAudit(tx, doer, "preview.end", { portal: portal.id, email });
  });
}
