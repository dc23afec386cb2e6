import { type Picture, type PictureType, pictureEndings } from "../domain/picture.ts";
import { isUuid } from "../lib/uuid.ts";
import type { AppContext } from "./env.ts";

/** The picture that the end of an address names, `{id}.webp` for example, or null when it can name none. */
export function pictureNamed(file: string): { id: string; type: PictureType } | null {
  const [id = "", ending, ...rest] = file.split(".");
  const type = (Object.keys(pictureEndings) as PictureType[]).find((one) => pictureEndings[one] === ending);
  return type && isUuid(id) && rest.length === 0 ? { id, type } : null;
}

/**
 * How long a browser keeps it. `public` and `private`: for ever, because a picture never changes and another one has another id;
 * `private` is for this visitor's browser alone. `never`: what may be withdrawn is gone at once, from this browser too.
 */
type Keeping = "public" | "private" | "never";

const cacheControl: Record<Keeping, string> = {
  public: "public, max-age=31536000, immutable",
  private: "private, max-age=31536000, immutable",
  never: "private, no-store",
};

/** Answers with a kept picture. Whoever calls it has settled that this visitor may see it. */
export function sendPicture(c: AppContext, { type, content }: Picture, keeping: Keeping): Response {
  return c.body(new Uint8Array(content), 200, {
    "Content-Type": type,
    "Cache-Control": cacheControl[keeping],
    "Content-Disposition": "inline",
    "X-Content-Type-Options": "nosniff",
  });
}
