// Uploaded pictures are taken apart and written anew. What lives here trusts neither a file's name nor what the browser says of it;
// no byte of what was sent is ever served.
import { BulkheadRejectedError, bulkhead } from "cockatiel";
import { drawApart } from "./draw-apart.ts";
import type { DrawnPicture, PictureKind } from "./draw-picture.ts";
import { beginsAsPixels, whyNotDrawn } from "./drawing-bounds.ts";

export type EncodedPicture = DrawnPicture | { kind: "refused"; why: "too_large" | "busy" };

const MEGABYTE = 1024 * 1024;

/** How large a file may be that is sent for each kind. */
const uploadBytesMax: Record<PictureKind, number> = {
  logo: 5 * MEGABYTE,
  favicon: 5 * MEGABYTE,
  photo: 8 * MEGABYTE,
};

/** How many pictures wait for their turn, of all firms. */
export const WAITING_MAX = 6;

/** When whoever was refused because others wait may try again. */
export const BUSY_SECONDS = 60;

/** One at a time in the whole process: what a picture takes while it is drawn, others do not have. */
const line = bulkhead(1, WAITING_MAX);

/**
 * Writes a picture anew at the size in which it is shown, the right way up and without anything that it carried along: no place,
 * no camera, no script, nothing from elsewhere. Of a moving picture the first frame is left. A photo is never a drawing (SVG).
 */
export async function encodePicture(bytes: Uint8Array, { kind }: { kind: PictureKind }): Promise<EncodedPicture> {
  if (bytes.byteLength > uploadBytesMax[kind]) return { kind: "refused", why: "too_large" };
  if (!beginsAsPixels(bytes)) {
    const why = kind === "photo" ? "not_a_picture" : whyNotDrawn(bytes);
    if (why) return { kind: "refused", why };
  }
  try {
    return await line.execute(() => drawApart({ bytes, kind }));
  } catch (err) {
    if (err instanceof BulkheadRejectedError) return { kind: "refused", why: "busy" };
    throw err;
  }
}
