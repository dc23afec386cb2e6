import { inFirmRead } from "../../data/database.ts";
import { findBrandingImage } from "../../data/queries/images.ts";
import { pictureEndings } from "../../domain/picture.ts";
import type { App } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { sendPicture } from "../../http/send-picture.ts";
import { isUuid } from "../../lib/uuid.ts";
import { firmOf } from "../frame.ts";
import type { PortalServices } from "../services.ts";

/** `/images/{id}.webp`: the firm's logo and favicon, for everybody who finds its host. No other picture is public. */
export function addImages(app: App, { db }: PortalServices): void {
  app.get("/images/:file", async (c) => {
    const [id = "", ending, ...rest] = c.req.param("file").split(".");
    if (!isUuid(id) || rest.length > 0) throw nothingHere();
    const picture = await inFirmRead(db, firmOf(c).id, (tx) => findBrandingImage(tx, id));
    if (!picture || pictureEndings[picture.type] !== ending) throw nothingHere();
    return sendPicture(c, picture, "public");
  });
}
