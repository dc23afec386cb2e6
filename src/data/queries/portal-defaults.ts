import { type PortalDefaults, programDefaults } from "../../domain/portal-defaults.ts";
import type { Tx } from "../database.ts";
import { portalDefaults } from "../schema/content-tables.ts";

/** What holds at the firm's portals that settle nothing of their own; the program's defaults until the firm changes them. */
export async function readPortalDefaults(tx: Tx): Promise<PortalDefaults> {
  const { template, locale, pulseEvery } = portalDefaults;
  const [row] = await tx.select({ template, locale, pulseEvery }).from(portalDefaults);
  return row ?? programDefaults;
}
