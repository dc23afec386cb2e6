import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Branding, noBranding } from "../../domain/branding.ts";
import type { Tx } from "../database.ts";
import { firm } from "../schema/columns.ts";
import { branding, image } from "../schema/content-tables.ts";

/** How the firm looks and speaks right now. */
export async function readBranding(tx: Tx): Promise<Branding> {
  const [row] = await tx.select({ branding: brandingOfFirm(tx) }).from(firm);
  return toBranding(row?.branding);
}

/** The branding of the joined firm as one JSON value; null where nothing was ever settled. */
export function brandingOfFirm(tx: Tx) {
  const logo = alias(image, "logo");
  const favicon = alias(image, "favicon");
  const named = ({ id, type, width, height }: typeof logo | typeof favicon) =>
    sql`case when ${id} is not null then json_build_object('id', ${id}, 'type', ${type}, 'width', ${width}, 'height', ${height}) end`;
  const rows = tx
    .select({
      json: sql`json_build_object('logo', ${named(logo)}, 'favicon', ${named(favicon)}, 'accent', ${branding.accent},
        'welcome', ${branding.welcome}, 'supportEmail', ${branding.supportEmail}, 'supportPhone', ${branding.supportPhone})`,
    })
    .from(branding)
    .leftJoin(logo, and(eq(logo.firmId, branding.firmId), eq(logo.id, branding.logoId)))
    .leftJoin(favicon, and(eq(favicon.firmId, branding.firmId), eq(favicon.id, branding.faviconId)))
    .where(eq(branding.firmId, firm.id));
  return sql<Branding | null>`(${rows})`;
}

/** The program's own where the firm has settled nothing. */
export function toBranding(found: Branding | null | undefined): Branding {
  return found ?? noBranding;
}
