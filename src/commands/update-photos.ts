import { and, eq } from "drizzle-orm";
import { type Database, inFirmWrite, type Tx } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { insertImage } from "../data/queries/images.ts";
import { image, projectUpdate, updatePhoto } from "../data/schema/content-tables.ts";
import type { Picture } from "../domain/picture.ts";
import { isWritable, PHOTOS_MAX, type UpdateState } from "../domain/project-update.ts";

/** Why nothing was done: there is no such update or photo, or it cannot be written on as it stands. */
type NotDone = { kind: "gone" } | { kind: "locked"; state: UpdateState };

/** Puts a photo below the others of an update that can be written on. */
export async function addUpdatePhoto(
  db: Database,
  doer: Doer,
  { updateId, picture, caption }: { updateId: string; picture: Picture; caption: string },
): Promise<NotDone | { kind: "full" } | { kind: "added" }> {
  const { firmId } = doer;
  return inFirmWrite(db, firmId, async (tx) => {
    const update = await lockWritable(tx, updateId);
    if ("kind" in update) return update;
    const rows = await tx
      .select({ position: updatePhoto.position })
      .from(updatePhoto)
      .where(eq(updatePhoto.updateId, updateId));
    if (rows.length >= PHOTOS_MAX) return { kind: "full" };
    const imageId = await insertImage(tx, doer, picture);
    const position = Math.max(0, ...rows.map((row) => row.position)) + 1;
    await tx.insert(updatePhoto).values({ firmId, updateId, imageId, position, caption });
    const { width, height } = picture;
    await insertAudit(tx, doer, "update.photo_add", { ...update, image: imageId, caption, width, height });
    return { kind: "added" };
  });
}

/** Takes a photo off an update that can be written on; the picture is then gone. */
export async function removeUpdatePhoto(
  db: Database,
  doer: Doer,
  { updateId, imageId }: { updateId: string; imageId: string },
): Promise<NotDone | { kind: "removed" }> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const update = await lockWritable(tx, updateId);
    if ("kind" in update) return update;
    const isThisPhoto = and(eq(updatePhoto.updateId, updateId), eq(updatePhoto.imageId, imageId));
    const [removed] = await tx.delete(updatePhoto).where(isThisPhoto).returning({ caption: updatePhoto.caption });
    if (!removed) return { kind: "gone" };
    await tx.delete(image).where(eq(image.id, imageId));
    await insertAudit(tx, doer, "update.photo_remove", { ...update, image: imageId, ...removed });
    return { kind: "removed" };
  });
}

/** INVARIANT: the update stays locked, so that it is not published meanwhile and two photos never take the last place. */
async function lockWritable(
  tx: Tx,
  id: string,
): Promise<NotDone | { update: string; project: string; version: number }> {
  const [update] = await tx.select().from(projectUpdate).where(eq(projectUpdate.id, id)).for("update");
  if (!update) return { kind: "gone" };
  if (!isWritable(update.state)) return { kind: "locked", state: update.state };
  return { update: id, project: update.projectId, version: update.version };
}
