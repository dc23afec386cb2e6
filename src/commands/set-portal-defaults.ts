import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { portalDefaults } from "../data/schema/content-tables.ts";
import type { PortalDefaults } from "../domain/portal-defaults.ts";

/** Settles what every portal inherits; it counts on the next page load. */
export async function setPortalDefaults(db: Database, doer: Doer, defaults: PortalDefaults): Promise<void> {
  const changed = { ...defaults, changedAt: doer.now, changedBy: doer.actor };
  await inFirmWrite(db, doer.firmId, async (tx) => {
    await tx
      .insert(portalDefaults)
      .values({ firmId: doer.firmId, ...changed })
      .onConflictDoUpdate({ target: [portalDefaults.firmId], set: changed });
    await insertAudit(tx, doer, "portal_defaults.set", { ...defaults });
  });
}
