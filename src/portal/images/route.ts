import { inFirmRead } from "../../data/database.ts";
import { findBrandingImage } from "../../data/queries/images.ts";
import type { App } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { pictureNamed, sendPicture } from "../../http/send-picture.ts";
import { firmOf } from "../frame.ts";
import type { PortalServices } from "../services.ts";

/** `/images/{id}.webp`: the firm's logo and favicon, for everybody who finds its host. No other picture is public. */
export function addImages(app: App, { db }: PortalServices): void {
  app.get("/images/:file", async (c) => {
    const named = pictureNamed(c.req.param("file"));
    const picture = named && (await inFirmRead(db, firmOf(c).id, (tx) => findBrandingImage(tx, named.id)));
    if (picture?.type !== named?.type || !picture) throw nothingHere();
    return sendPicture(c, picture, "public");
  });
}
