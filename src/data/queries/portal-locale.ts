import type { Tx } from "../database.ts";
import { portalDefaults } from "../schema/content-tables.ts";

/** The language that the firm has set for its portals, as a BCP 47 tag; null when it has set none. */
export async function readPortalLocale(tx: Tx): Promise<string | null> {
  const [row] = await tx.select({ locale: portalDefaults.locale }).from(portalDefaults);
  return row?.locale ?? null;
}
