import { and, eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { findPortal } from "../data/queries/portals.ts";
import { portalSwitch } from "../data/schema/content-tables.ts";
import type { PortalId } from "../domain/ids.ts";
import type { SwitchSetting, VisibilitySwitchName } from "../domain/visibility.ts";

type Wish = { portalId: PortalId; name: VisibilitySwitchName; to: SwitchSetting };

/** Sets a switch for one portal alone, or has it inherit what holds for all; it counts on the next page load. False: no such portal. */
export async function setPortalSwitch(db: Database, doer: Doer, { portalId, name, to }: Wish): Promise<boolean> {
  const { firmId } = doer;
  return inFirmWrite(db, firmId, async (tx) => {
    if (!(await findPortal(tx, portalId))) return false;
    if (to === "inherit") {
      await tx.delete(portalSwitch).where(and(eq(portalSwitch.portalId, portalId), eq(portalSwitch.name, name)));
    } else {
      const changed = { isOn: to === "on", changedAt: doer.now, changedBy: doer.actor };
      await tx
        .insert(portalSwitch)
        .values({ firmId, portalId, name, ...changed })
        .onConflictDoUpdate({ target: [portalSwitch.firmId, portalSwitch.portalId, portalSwitch.name], set: changed });
    }
    await insertAudit(tx, doer, "portal.visibility", { portal: portalId, name, to });
    return true;
  });
}
