import { and, eq } from "drizzle-orm";
import type { Email } from "../../domain/email.ts";
import type { Portal } from "../../domain/firm.ts";
import type { Tx } from "../database.ts";
import { preview } from "../schema/content-tables.ts";
import { teamUser } from "../schema/tables.ts";
import { findPortal } from "./portals.ts";

/** `email`: as whom the firm looks at the portal; null for a contact who does not exist yet. */
export type Preview = { id: string; portal: Portal; email: Email | null; expiresAt: Date };

/** The preview of this id, over or not, when this very team member has started it; null when not. */
export async function findPreview(tx: Tx, id: string, startedBy: Email): Promise<Preview | null> {
  const [row] = await tx
    .select({ portalId: preview.portalId, email: preview.email, expiresAt: preview.expiresAt })
    .from(preview)
    .innerJoin(teamUser, and(eq(teamUser.firmId, preview.firmId), eq(teamUser.id, preview.teamUserId)))
    .where(and(eq(preview.id, id), eq(teamUser.email, startedBy)));
  const portal = row && (await findPortal(tx, row.portalId));
  return portal ? { id, portal, email: row.email, expiresAt: row.expiresAt } : null;
}
