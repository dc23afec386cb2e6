import sharp, { type Sharp } from "sharp";
import type { Picture } from "../domain/picture.ts";

export const PIXELS_MAX = 64_000_000;

/** INVARIANT: every picture is opened here, so that nothing is ever drawn without these bounds. */
export function openPicture(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: "error", pages: 1 });
}

/** Draws a picture and writes it in the form that was chosen for it. */
export async function writePicture(picture: Sharp, type: Picture["type"]): Promise<Picture> {
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return { type, width: info.width, height: info.height, content: data };
}
