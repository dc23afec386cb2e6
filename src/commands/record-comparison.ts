import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import type { Template } from "../domain/firm.ts";
import type { PortalId } from "../domain/ids.ts";

/** Writes down that somebody of the team looked at a client's work by two templates. */
export async function recordComparison(
  db: Database,
  doer: Doer,
  { portalId, templates: [left, right] }: { portalId: PortalId; templates: [Template, Template] },
): Promise<void> {
  await inFirmWrite(db, doer.firmId, (tx) =>
    insertAudit(tx, doer, "template.compare", { portal: portalId, left, right }),
  );
}
