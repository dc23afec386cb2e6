import { randomUUID } from "node:crypto";
import { type Database, inFirmWrite } from "../data/database.ts";
import { insertAudit } from "../data/queries/audit.ts";
import { type AccessRequest, findAskedDoor } from "../data/queries/requests.ts";
import { accessRequest } from "../data/schema/rescue-tables.ts";
import type { Email } from "../domain/email.ts";
import type { FirmId } from "../domain/ids.ts";
import { closeOutlived } from "./close-requests.ts";

/** `reference`: from the page that refused; one that is not this person's own counts as none. */
type Asking = { firmId: FirmId; email: Email; reference: string | null; now: Date };

export type Requested = { kind: "asked"; request: AccessRequest } | { kind: "already" };

/** Somebody at a closed door asks the firm for help. One open request for a person, however often they ask. */
export async function requestAccess(db: Database, { firmId, email, reference, now }: Asking): Promise<Requested> {
  return inFirmWrite(db, firmId, async (tx) => {
    await closeOutlived(tx, email);
    const door = reference === null ? null : await findAskedDoor(tx, reference, email);
    const asked = door ?? { reference: "", portalId: null, askedSlug: "" };
    const [made] = await tx
      .insert(accessRequest)
      .values({ firmId, id: randomUUID(), email, ...asked, createdAt: now })
      .onConflictDoNothing()
      .returning();
    if (!made) return { kind: "already" };
    await insertAudit(tx, { firmId, actor: email, now }, "access.request", { reference: asked.reference });
    return { kind: "asked", request: made };
  });
}
