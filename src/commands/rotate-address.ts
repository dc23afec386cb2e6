import { and, eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { findPortal, listSlugs, lockAddresses } from "../data/queries/portals.ts";
import { portalAddress } from "../data/schema/tables.ts";
import type { Portal } from "../domain/firm.ts";
import type { PortalId } from "../domain/ids.ts";
import { slugFor } from "../domain/slug.ts";

export type Rotated =
  | { kind: "rotated"; portal: Portal }
  | { kind: "no_such_portal" }
  | { kind: "slug_taken"; slug: string };

/**
 * Gives the portal a new address: the wished one, or the next free one made from the company's name. The address so far
 * stays the portal's own and leads on. Wishing for one of the portal's earlier addresses makes that one current again.
 */
export async function rotateAddress(db: Database, doer: Doer, id: PortalId, wished?: string): Promise<Rotated> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    await lockAddresses(tx);
    const portal = await findPortal(tx, id);
    if (!portal) return { kind: "no_such_portal" };
    const [known] = wished ? await tx.select().from(portalAddress).where(eq(portalAddress.slug, wished)) : [];
    if (wished && known && known.portalId !== id) return { kind: "slug_taken", slug: wished };
    const slug = wished ?? slugFor(portal.companyName, await listSlugs(tx));
    const { firmId, now } = doer;
    await tx
      .update(portalAddress)
      .set({ isCurrent: false })
      .where(and(eq(portalAddress.portalId, id), eq(portalAddress.isCurrent, true)));
    await tx
      .insert(portalAddress)
      .values({ firmId, slug, portalId: id, isCurrent: true, createdAt: now })
      .onConflictDoUpdate({ target: [portalAddress.firmId, portalAddress.slug], set: { isCurrent: true } });
    await insertAudit(tx, doer, "portal.rotate", { portal: id, from: portal.slug, to: slug });
    return { kind: "rotated", portal: { ...portal, slug } };
  });
}
