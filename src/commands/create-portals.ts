import { randomUUID } from "node:crypto";
import { type Database, inFirmWrite, type Tx } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { findPortal, listPortals, listSlugs, lockAddresses } from "../data/queries/portals.ts";
import { portal, portalAddress } from "../data/schema/tables.ts";
import type { Company } from "../domain/contact.ts";
import type { Portal, Template } from "../domain/firm.ts";
import type { CompanyId, PortalId } from "../domain/ids.ts";
import { slugFor } from "../domain/slug.ts";
import { invariant } from "../lib/invariant.ts";

/** `template` null: the portal follows the firm's default. */
export type PortalWish = { company: Pick<Company, "id" | "name">; template: Template | null; slug?: string };

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
  const id = randomUUID() as PortalId;
  const of = { companyId: company.id, companyName: company.name };
  await tx.insert(portal).values({ firmId, id, ...of, template, state: "open", createdAt: now });
  await tx.insert(portalAddress).values({ firmId, slug, portalId: id, isCurrent: true, createdAt: now });
  await insertAudit(tx, doer, "portal.create", { portal: id, company: company.id, slug });
  const made = await findPortal(tx, id);
  invariant(made, "a portal that was just made is there");
  return made;
}
