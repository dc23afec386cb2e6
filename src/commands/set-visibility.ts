import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { visibilitySwitch } from "../data/schema/tables.ts";
import type { VisibilitySwitchName } from "../domain/visibility.ts";

/** Switches something on or off for all clients of the firm; it counts on the next page load. */
export async function setVisibility(
  db: Database,
  doer: Doer,
  { name, isOn }: { name: VisibilitySwitchName; isOn: boolean },
): Promise<void> {
  const changed = { isOn, changedAt: doer.now, changedBy: doer.actor };
  await inFirmWrite(db, doer.firmId, async (tx) => {
    await tx
      .insert(visibilitySwitch)
      .values({ firmId: doer.firmId, name, ...changed })
      .onConflictDoUpdate({ target: [visibilitySwitch.firmId, visibilitySwitch.name], set: changed });
    await insertAudit(tx, doer, "visibility.set", { name, to: isOn ? "on" : "off" });
  });
}
