import { randomUUID } from "node:crypto";
import { eq, lt } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { insertAudit } from "../data/queries/audit.ts";
import { findPortal } from "../data/queries/portals.ts";
import { preview } from "../data/schema/content-tables.ts";
import { teamUser } from "../data/schema/tables.ts";
import type { Email } from "../domain/email.ts";
import type { FirmId, PortalId } from "../domain/ids.ts";

/** Long enough to look around, short enough that no client's page stays open on a screen over lunch. */
const LASTS_MS = 15 * 60_000;
/** So long a page that is over can still offer to start again. */
const KEPT_MS = 86_400_000;

type Starting = { firmId: FirmId; now: Date; member: Email };

/**
 * Lets this team member look at a portal as somebody would see it (`email`; null: a contact who does not exist yet). Returns
 * the preview's id, or null when the firm has no such portal.
 */
export async function startPreview(
  db: Database,
  { firmId, now, member }: Starting,
  { portalId, email }: { portalId: PortalId; email: Email | null },
): Promise<string | null> {
  return inFirmWrite(db, firmId, async (tx) => {
    const [user] = await tx.select({ id: teamUser.id }).from(teamUser).where(eq(teamUser.email, member));
    if (!user || !(await findPortal(tx, portalId))) return null;
    const id = randomUUID();
    await tx.delete(preview).where(lt(preview.expiresAt, new Date(now.getTime() - KEPT_MS)));
    const expiresAt = new Date(now.getTime() + LASTS_MS);
    await tx.insert(preview).values({ firmId, id, teamUserId: user.id, portalId, email, createdAt: now, expiresAt });
    await insertAudit(tx, { firmId, actor: member, now }, "preview.start", { portal: portalId, email });
    return id;
  });
}
