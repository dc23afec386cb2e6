import { eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { isSameLinks, lockPsaLinks, type PsaLinks, readPsaLinks } from "../data/queries/psa-links.ts";
import { contactLimit } from "../data/schema/rescue-tables.ts";
import { portal } from "../data/schema/tables.ts";
import type { Portal } from "../domain/firm.ts";
import type { PsaSwitch } from "../domain/psa-switch.ts";
import { moveWriting } from "./move-writing.ts";

/** What linking a portal writes: its company, the limits at it, and the projects that were written about. */
export type PortalLinking = Pick<PsaSwitch, "portals" | "limits" | "updates" | "answers">;

/** `changed`: our records are not what it was planned from any more, and nothing was done. */
export type PortalLinked = { kind: "linked" } | { kind: "changed" };

/** Gives a portal that a switch has left without a company one of the PSA that is read now, exactly as it was planned. */
export async function linkPortal(
  db: Database,
  doer: Doer,
  { portal: before, change, seen }: { portal: Portal; change: PortalLinking; seen: PsaLinks },
): Promise<PortalLinked> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    await lockPsaLinks(tx);
    if (!isSameLinks(await readPsaLinks(tx), seen)) return { kind: "changed" };
    for (const { portalId, companyId, companyName } of change.portals) {
      await tx.update(portal).set({ companyId, companyName }).where(eq(portal.id, portalId));
      await insertAudit(tx, doer, "portal.link", { portal: portalId, from: before.companyId, to: companyId });
    }
    await tx.delete(contactLimit).where(eq(contactLimit.portalId, before.id));
    const limits = change.limits.map((limit) => ({ ...limit, firmId: doer.firmId }));
    if (limits.length > 0) await tx.insert(contactLimit).values(limits);
    await moveWriting(tx, change, before);
    return { kind: "linked" };
  });
}
