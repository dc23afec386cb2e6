import { eq } from "drizzle-orm";
import type { PortalId } from "../../domain/ids.ts";
import {
  type OwnSwitch,
  type PortalSwitches,
  switchesAt,
  type TouchedSwitch,
  type VisibilitySwitches,
  withDefaults,
} from "../../domain/visibility.ts";
import type { Tx } from "../database.ts";
import { portalSwitch } from "../schema/content-tables.ts";
import { visibilitySwitch } from "../schema/tables.ts";

/** How the switches for all portals stand right now. */
export async function readVisibility(tx: Tx): Promise<VisibilitySwitches> {
  return withDefaults(await listTouched(tx));
}

/** How the switches stand at one portal. */
export async function readVisibilityAt(tx: Tx, portalId: PortalId): Promise<PortalSwitches> {
  const own = await selectOwn(tx).where(eq(portalSwitch.portalId, portalId));
  return switchesAt(await listTouched(tx), own);
}

/** The switches that the firm has touched, for all its portals. */
export function listTouched(tx: Tx): Promise<TouchedSwitch[]> {
  return tx.select({ name: visibilitySwitch.name, isOn: visibilitySwitch.isOn }).from(visibilitySwitch);
}

/** Every switch that is set for one portal alone. */
export async function listOwnSwitches(tx: Tx): Promise<OwnSwitch[]> {
  return selectOwn(tx);
}

function selectOwn(tx: Tx) {
  return tx
    .select({ portalId: portalSwitch.portalId, name: portalSwitch.name, isOn: portalSwitch.isOn })
    .from(portalSwitch)
    .orderBy(portalSwitch.portalId, portalSwitch.name)
    .$dynamic();
}
