import type { Picture } from "../domain/picture.ts";
import type { AppContext } from "./env.ts";

/** For ever: a picture never changes, another one has another id. `private`: for this visitor's browser alone. */
type Keeping = "public" | "private";

/** Answers with a kept picture. Whoever calls it has settled that this visitor may see it. */
export function sendPicture(c: AppContext, { type, content }: Picture, keeping: Keeping): Response {
  return c.body(new Uint8Array(content), 200, {
    "Content-Type": type,
    "Cache-Control": `${keeping}, max-age=31536000, immutable`,
    "Content-Disposition": "inline",
    "X-Content-Type-Options": "nosniff",
  });
}
