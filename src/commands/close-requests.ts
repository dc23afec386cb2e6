import { and, eq, isNull, sql } from "drizzle-orm";
import { type Database, inFirmWrite, type Tx } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { gotInAt } from "../data/queries/requests.ts";
import { accessRequest } from "../data/schema/rescue-tables.ts";
import type { Email } from "../domain/email.ts";

const GOT_IN = "got in";

/** An admin has dealt with a request. False when no open one has this id. */
export async function closeRequest(db: Database, doer: Doer, id: string): Promise<boolean> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const [closed] = await tx
      .update(accessRequest)
      .set({ closedAt: doer.now, closedBy: doer.actor })
      .where(and(eq(accessRequest.id, id), isNull(accessRequest.closedAt)))
      .returning({ email: accessRequest.email });
    if (!closed) return false;
    await insertAudit(tx, doer, "access.request_done", { email: closed.email });
    return true;
  });
}

/**
 * Writes down that requests have ended by themselves: their people got in since. Done when somebody looks or asks again, so
 * that a page load of a client carries nothing of it.
 */
export async function closeOutlived(tx: Tx, email: Email | null = null): Promise<void> {
  await tx
    .update(accessRequest)
    .set({ closedAt: gotInAt(), closedBy: GOT_IN })
    .where(
      and(
        isNull(accessRequest.closedAt),
        sql`${gotInAt()} is not null`,
        email === null ? undefined : eq(accessRequest.email, email),
      ),
    );
}
