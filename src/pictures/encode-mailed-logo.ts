import sharp from "sharp";
import type { Picture } from "../domain/picture.ts";
import { openPicture, writePicture } from "./open-picture.ts";

/** What a logo may add to each mail; written in fewer and fewer colours until it does not add more. */
const MAILED_BYTES_MAX = 24_000;
const MAILED_COLOURS = [256, 64, 16];

/**
 * A kept logo as a mail carries it: a PNG, which every mail program draws, on white, since it was drawn for a light ground, and
 * no larger than it is shown on the sharpest screen. Null where it cannot be small or cannot be read: a mail goes without.
 *
 * INVARIANT: only for what encode-picture.ts has written. That is small, so that it is read within this process.
 */
export async function encodeMailedLogo({ content }: Pick<Picture, "content">): Promise<Picture | null> {
  try {
    const { data, info } = await openPicture(content)
      .flatten({ background: "#ffffff" })
      .resize({ width: 480, height: 96, fit: "inside", withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    for (const colours of MAILED_COLOURS) {
      const drawn = sharp(data, { raw: { width, height, channels } }).png({ palette: true, colours });
      const logo = await writePicture(drawn, "image/png");
      if (logo.content.byteLength <= MAILED_BYTES_MAX) return logo;
    }
  } catch {
    return null;
  }
  return null;
}
