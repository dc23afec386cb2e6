/** A picture as we keep and serve it: always one that we have written ourselves, never the file that was sent. */
export type Picture = {
  type: PictureType;
  width: number;
  height: number;
  content: Buffer;
};

export type PictureType = "image/png" | "image/webp";

/** How the address of a kept picture ends. */
export const pictureEndings: Record<PictureType, string> = { "image/png": "png", "image/webp": "webp" };
