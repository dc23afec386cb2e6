// Uploaded pictures are taken apart and written anew. What lives here trusts neither a file's name nor what the browser says of it;
// no byte of what was sent is ever served.
import sharp, { type Metadata, type Sharp } from "sharp";
import type { Picture } from "../domain/picture.ts";

export type PictureKind = "logo" | "favicon" | "photo";

export type EncodedPicture =
  | ({ kind: "encoded" } & Picture)
  | { kind: "refused"; why: "too_large" | "not_a_picture" | "too_many_pixels" };

const MEGABYTE = 1024 * 1024;

/** How large a file may be that is sent for each kind. */
const uploadBytesMax: Record<PictureKind, number> = {
  logo: 5 * MEGABYTE,
  favicon: 5 * MEGABYTE,
  photo: 8 * MEGABYTE,
};

const PIXELS_MAX = 64_000_000;
/** An SVG can be small and take very long to draw. */
const DRAWING_SECONDS_MAX = 10;
/** A logo that is larger than this without loss is written with some, so that a first visit stays light. */
const LOSSLESS_BYTES_MAX = 15_000;

/** What a logo may add to each mail; written in fewer and fewer colours until it does not add more. */
const MAILED_BYTES_MAX = 24_000;
const MAILED_COLOURS = [256, 64, 16];

const FORMATS: ReadonlySet<string> = new Set(["png", "jpeg", "webp", "svg"]);
const TRANSPARENT = { r: 0, g: 0, b: 0, alpha: 0 };

/**
 * Writes a picture anew at the size in which it is shown, the right way up and without anything that it carried along: no place,
 * no camera, no script, nothing from elsewhere. Of a moving picture the first frame is left.
 */
export async function encodePicture(bytes: Uint8Array, { kind }: { kind: PictureKind }): Promise<EncodedPicture> {
  if (bytes.byteLength > uploadBytesMax[kind]) return { kind: "refused", why: "too_large" };
  try {
    const { format, width, height } = await open(bytes).metadata();
    if (!FORMATS.has(format)) return { kind: "refused", why: "not_a_picture" };
    if (width * height > PIXELS_MAX) return { kind: "refused", why: "too_many_pixels" };
    return { kind: "encoded", ...(await encoders[kind](bytes, format)) };
  } catch (err) {
    // The library has no codes for what it finds wrong with a file, only words.
    const isTooMany = err instanceof Error && /pixel limit|timeout/i.test(err.message);
    return { kind: "refused", why: isTooMany ? "too_many_pixels" : "not_a_picture" };
  }
}

/**
 * A kept logo as a mail carries it: a PNG, which every mail program draws, on white, since it was drawn for a light ground, and
 * no larger than it is shown on the sharpest screen. Null where it cannot be small or cannot be read: a mail goes without.
 */
export async function encodeMailedLogo({ content }: Pick<Picture, "content">): Promise<Picture | null> {
  try {
    const { data, info } = await open(content)
      .flatten({ background: "#ffffff" })
      .resize({ width: 480, height: 96, fit: "inside", withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    for (const colours of MAILED_COLOURS) {
      const drawn = sharp(data, { raw: { width, height, channels } }).png({ palette: true, colours });
      const logo = await write(drawn, "image/png");
      if (logo.content.byteLength <= MAILED_BYTES_MAX) return logo;
    }
  } catch {
    return null;
  }
  return null;
}

type Format = Metadata["format"];

const encoders: Record<PictureKind, (bytes: Uint8Array, format: Format) => Promise<Picture>> = {
  logo: async (bytes, format) => {
    const fitted = () => shrink(bytes, { width: 600, height: 200, format });
    const lossless = await write(fitted().webp({ lossless: true }), "image/webp");
    if (lossless.content.byteLength <= LOSSLESS_BYTES_MAX) return lossless;
    return write(fitted().webp({ quality: 86, smartSubsample: true }), "image/webp");
  },
  favicon: (bytes) => {
    const square = open(bytes).autoOrient().resize(96, 96, { fit: "contain", background: TRANSPARENT });
    return write(square.png({ compressionLevel: 9 }), "image/png");
  },
  photo: (bytes, format) =>
    write(shrink(bytes, { width: 1600, height: 1600, format }).webp({ quality: 80 }), "image/webp"),
};

/** INVARIANT: every picture is opened here, so that nothing is ever drawn without these bounds. */
function open(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: "error", pages: 1 }).timeout({
    seconds: DRAWING_SECONDS_MAX,
  });
}

/** A drawing is sharp at any size; anything else is only ever made smaller. */
function shrink(bytes: Uint8Array, box: { width: number; height: number; format: Format }): Sharp {
  const { width, height, format } = box;
  return open(bytes)
    .autoOrient()
    .resize({ width, height, fit: "inside", withoutEnlargement: format !== "svg" });
}

async function write(picture: Sharp, type: Picture["type"]): Promise<Picture> {
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return { type, width: info.width, height: info.height, content: data };
}
