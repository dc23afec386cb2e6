// What is done with a picture in the process of its own (see drawing-program.ts): it is taken apart and written anew.
import type { Metadata, Sharp } from "sharp";
import type { Picture } from "../domain/picture.ts";
import { openPicture, PIXELS_MAX, writePicture } from "./open-picture.ts";

export type PictureKind = "logo" | "favicon" | "photo";

/** A file as it was sent, and what it is to become. */
export type PictureOrder = { bytes: Uint8Array; kind: PictureKind };

export type DrawnPicture =
  | ({ kind: "encoded" } & Picture)
  | { kind: "refused"; why: "not_a_picture" | "too_many_pixels" | "too_intricate" | "invisible" };

type Format = Metadata["format"];

/** A logo that is larger than this without loss is written with some, so that a first visit stays light. */
const LOSSLESS_BYTES_MAX = 15_000;

const TRANSPARENT = { r: 0, g: 0, b: 0, alpha: 0 };

const formats: Record<PictureKind, readonly Format[]> = {
  logo: ["png", "jpeg", "webp", "svg"],
  favicon: ["png", "jpeg", "webp", "svg"],
  photo: ["png", "jpeg", "webp"],
};

const encoders: Record<PictureKind, (bytes: Uint8Array, format: Format) => Promise<Picture>> = {
  logo: async (bytes, format) => {
    const fitted = () => shrink(bytes, { width: 600, height: 200, format });
    const lossless = await writePicture(fitted().webp({ lossless: true }), "image/webp");
    if (lossless.content.byteLength <= LOSSLESS_BYTES_MAX) return lossless;
    return writePicture(fitted().webp({ quality: 86, smartSubsample: true }), "image/webp");
  },
  favicon: (bytes) => {
    const square = openPicture(bytes).autoOrient().resize(96, 96, { fit: "contain", background: TRANSPARENT });
    return writePicture(square.png({ compressionLevel: 9 }), "image/png");
  },
  photo: (bytes, format) =>
    writePicture(shrink(bytes, { width: 1600, height: 1600, format }).webp({ quality: 80 }), "image/webp"),
};

/** Writes a picture anew, however long that takes. Throws nothing that a file can bring about. */
export async function drawPicture({ bytes, kind }: PictureOrder): Promise<DrawnPicture> {
  try {
    const { format, width, height } = await openPicture(bytes).metadata();
    if (!formats[kind].includes(format)) return { kind: "refused", why: "not_a_picture" };
    if (width * height > PIXELS_MAX) return { kind: "refused", why: "too_many_pixels" };
    const picture = await encoders[kind](bytes, format);
    return (await isInvisible(picture)) ? { kind: "refused", why: "invisible" } : { kind: "encoded", ...picture };
  } catch (err) {
    // The library has no codes for what it finds wrong with a file, only words.
    const isTooMany = err instanceof Error && /pixel limit/i.test(err.message);
    return { kind: "refused", why: isTooMany ? "too_many_pixels" : "not_a_picture" };
  }
}

/** Whether nothing of it can be seen on any ground: an empty drawing, or one whose layers were all hidden when it was saved. */
async function isInvisible({ content }: Picture): Promise<boolean> {
  const { channels, isOpaque } = await openPicture(content).stats();
  return !isOpaque && channels[3]?.max === 0;
}

/** A drawing is sharp at any size; anything else is only ever made smaller. */
function shrink(bytes: Uint8Array, box: { width: number; height: number; format: Format }): Sharp {
  const { width, height, format } = box;
  return openPicture(bytes)
    .autoOrient()
    .resize({ width, height, fit: "inside", withoutEnlargement: format !== "svg" });
}
