import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { findCustomHost } from "../data/queries/custom-hosts.ts";
import { customHost } from "../data/schema/rescue-tables.ts";

/**
 * Makes this the host under which the firm's portals are to stand, in place of the one before; it is pending until it is set
 * live. The host it has already stays as it is. "taken": it is another firm's.
 */
export async function setCustomHost(db: Database, doer: Doer, host: string): Promise<"set" | "taken"> {
  const { firmId, now } = doer;
  try {
    await inFirmWrite(db, firmId, async (tx) => {
      if ((await findCustomHost(tx))?.host === host) return;
      await tx.delete(customHost);
      await tx.insert(customHost).values({ firmId, host, state: "pending", createdAt: now });
      await insertAudit(tx, doer, "host.set", { host });
    });
    return "set";
  } catch (err) {
    if (isUniqueViolation(err)) return "taken";
    throw err;
  }
}

/** The row policy hides whose it is; the index still knows that it is somebody's. */
function isUniqueViolation(err: unknown): boolean {
  const cause = err instanceof Error ? err.cause : null;
  return typeof cause === "object" && cause !== null && "code" in cause && cause.code === "23505";
}
