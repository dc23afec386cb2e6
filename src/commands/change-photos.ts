import { and, eq } from "drizzle-orm";
import type { Tx } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { insertImage } from "../data/queries/images.ts";
import { listPhotos, type UpdateRow } from "../data/queries/updates.ts";
import { image, updatePhoto } from "../data/schema/content-tables.ts";
import type { Picture } from "../domain/picture.ts";
import { PHOTOS_MAX } from "../domain/project-update.ts";

export type NewPhoto = { picture: Picture; caption: string };

/** `added`: put below the others. `removedId`: the photo of this id, taken off. */
export type PhotoChanges = { added: NewPhoto | null; removedId: string | null };

/**
 * Changes the photos of an update that the caller has locked, and keeps its next version in the same transaction. Where the photo to
 * remove is gone, or there is no room for one more, nothing is changed.
 */
export async function changePhotos(
  tx: Tx,
  doer: Doer,
  { update, photos: { added, removedId } }: { update: UpdateRow; photos: PhotoChanges },
): Promise<"changed" | "gone" | "full"> {
  const about = { update: update.id, project: update.projectId, version: update.version };
  const before = await listPhotos(tx, update.id);
  const removed = before.find(({ imageId }) => imageId === removedId);
  if (removedId !== null && !removed) return "gone";
  if (added && before.length - (removed ? 1 : 0) >= PHOTOS_MAX) return "full";
  if (removed) {
    const { imageId, caption } = removed;
    await tx.delete(updatePhoto).where(and(eq(updatePhoto.updateId, update.id), eq(updatePhoto.imageId, imageId)));
    await tx.delete(image).where(eq(image.id, imageId));
    await insertAudit(tx, doer, "update.photo_remove", { ...about, image: imageId, caption });
  }
  if (added) {
    const { picture, caption } = added;
    const imageId = await insertImage(tx, doer, picture);
    const position = Math.max(0, ...before.map((photo) => photo.position)) + 1;
    await tx.insert(updatePhoto).values({ firmId: doer.firmId, updateId: update.id, imageId, position, caption });
    const { width, height } = picture;
    await insertAudit(tx, doer, "update.photo_add", { ...about, image: imageId, caption, width, height });
  }
  return "changed";
}
