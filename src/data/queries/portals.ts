import { and, eq, inArray, max, sql } from "drizzle-orm";
import { FIRST_TEMPLATE, type Portal, type Template } from "../../domain/firm.ts";
import type { CompanyId, PortalId } from "../../domain/ids.ts";
import type { Tx } from "../database.ts";
import { firm } from "../schema/columns.ts";
import { portalDefaults } from "../schema/content-tables.ts";
import { decision, portal, portalAddress } from "../schema/tables.ts";

/** Every portal of the firm at its current address, by company name. */
export async function listPortals(tx: Tx): Promise<Portal[]> {
  const rows = await selectPortals(tx).orderBy(portal.companyName, portal.id);
  return rows.map(toPortal);
}

/** The portals of these companies; companies without one are simply absent. */
export async function listPortalsOfCompanies(tx: Tx, companyIds: CompanyId[]): Promise<Portal[]> {
  if (companyIds.length === 0) return [];
  const rows = await selectPortals(tx)
    .where(inArray(portal.companyId, companyIds))
    .orderBy(portal.companyName, portal.id);
  return rows.map(toPortal);
}

/** The portal of this id at its current address, or null. */
export async function findPortal(tx: Tx, id: PortalId): Promise<Portal | null> {
  const [row] = await selectPortals(tx).where(eq(portal.id, id));
  return row ? toPortal(row) : null;
}

/** The portal at this address, be it the current one or an earlier one; null where none stands. */
export async function findPortalAt(tx: Tx, slug: string): Promise<Portal | null> {
  const [row] = await tx
    .select({ portalId: portalAddress.portalId })
    .from(portalAddress)
    .where(eq(portalAddress.slug, slug));
  return row ? findPortal(tx, row.portalId) : null;
}

/** Every slug that this firm ever used, current or retired: none of them may be given to another portal. */
export async function listSlugs(tx: Tx): Promise<Set<string>> {
  const rows = await tx.select({ slug: portalAddress.slug }).from(portalAddress);
  return new Set(rows.map((row) => row.slug));
}

/** Lets one transaction at a time give out addresses in this firm, so that two admins never reach for the same one. */
export async function lockAddresses(tx: Tx): Promise<void> {
  await tx.select({ id: firm.id }).from(firm).for("no key update");
}

/** When each of these portals was last seen by a client who got in: one look into an index for each, however many visits there were. */
export async function readLastVisits(tx: Tx, ids: PortalId[]): Promise<Map<PortalId, Date>> {
  const latest = tx
    .select({ at: max(decision.at).as("at") })
    .from(decision)
    .where(
      and(
        eq(decision.firmId, portal.firmId),
        eq(decision.portalId, portal.id),
        sql`source = 'visit' and outcome = 'granted'`,
      ),
    )
    .as("latest");
  const rows = await tx
    .select({ id: portal.id, at: latest.at })
    .from(portal)
    .leftJoinLateral(latest, sql`true`)
    .where(inArray(portal.id, ids));
  return new Map(rows.flatMap(({ id, at }) => (at ? [[id, at] as const] : [])));
}

function selectPortals(tx: Tx) {
  return tx
    .select({ portal, slug: portalAddress.slug, defaultTemplate: portalDefaults.template })
    .from(portal)
    .leftJoin(portalDefaults, eq(portalDefaults.firmId, portal.firmId))
    .innerJoin(
      portalAddress,
      and(
        eq(portalAddress.firmId, portal.firmId),
        eq(portalAddress.portalId, portal.id),
        eq(portalAddress.isCurrent, true),
      ),
    )
    .$dynamic();
}

type PortalRow = { portal: typeof portal.$inferSelect; slug: string; defaultTemplate: Template | null };

/** A portal with the template that holds for it: its own, the firm's default, or the first of all. */
export function toPortal({ portal, slug, defaultTemplate }: PortalRow): Portal {
  const { id, firmId, companyId, companyName, template, language: ownLanguage, state } = portal;
  const effective = { template: template ?? defaultTemplate ?? FIRST_TEMPLATE, isTemplateInherited: template === null };
  return { id, firmId, slug, companyId, companyName, ...effective, ownLanguage, state };
}
