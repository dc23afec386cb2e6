import { randomUUID } from "node:crypto";
import { type Database, inFirmWrite, type Tx } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { listPortals, listSlugs, lockAddresses } from "../data/queries/portals.ts";
import { portal, portalAddress } from "../data/schema/tables.ts";
import type { Company } from "../domain/contact.ts";
import type { Portal, Template } from "../domain/firm.ts";
import type { CompanyId, PortalId } from "../domain/ids.ts";
import { slugFor } from "../domain/slug.ts";

export type PortalWish = { company: Pick<Company, "id" | "name">; template: Template; slug?: string };

/** The wished slug is in use, or was: an address is never given to a second portal. */
export type PortalsCreated = { kind: "created"; portals: Portal[] } | { kind: "slug_taken"; slug: string };

/** Makes a portal for each company that has none yet; companies that have one are passed over. */
export async function createPortals(db: Database, doer: Doer, wishes: PortalWish[]): Promise<PortalsCreated> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    await lockAddresses(tx);
    const taken = await listSlugs(tx);
    const existing = new Set<CompanyId>((await listPortals(tx)).map(({ companyId }) => companyId));
    const portals: Portal[] = [];
    for (const wish of wishes) {
      if (existing.has(wish.company.id)) continue;
      if (wish.slug !== undefined && taken.has(wish.slug)) return { kind: "slug_taken", slug: wish.slug };
      const made = await insertPortal(tx, doer, { ...wish, slug: wish.slug ?? slugFor(wish.company.name, taken) });
      taken.add(made.slug);
      existing.add(made.companyId);
      portals.push(made);
    }
    return { kind: "created", portals };
  });
}

async function insertPortal(tx: Tx, doer: Doer, wish: Required<PortalWish>): Promise<Portal> {
  const { firmId, now } = doer;
  const { company, template, slug } = wish;
  const made = {
    firmId,
    id: randomUUID() as PortalId,
    companyId: company.id,
    companyName: company.name,
    template,
    state: "open" as const,
  };
  await tx.insert(portal).values({ ...made, createdAt: now });
  await tx.insert(portalAddress).values({ firmId, slug, portalId: made.id, isCurrent: true, createdAt: now });
  await insertAudit(tx, doer, "portal.create", { portal: made.id, company: company.id, slug });
  return { ...made, slug };
}
