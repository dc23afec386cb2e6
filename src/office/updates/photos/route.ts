import { inFirmRead } from "../../../data/database.ts";
import { findPhoto } from "../../../data/queries/updates.ts";
import type { App } from "../../../http/env.ts";
import { nothingHere } from "../../../http/errors.ts";
import { pictureNamed, sendPicture } from "../../../http/send-picture.ts";
import { enterOffice } from "../../enter.tsx";
import { UPDATES_PATH } from "../../frame.ts";
import { idIn } from "../../portal-id.ts";
import type { OfficeServices } from "../../services.ts";

/** The photos of an update, for everybody of the team. The form of the update adds and removes them. */
export function addUpdatePhotos(app: App, services: OfficeServices): void {
  app.get(`${UPDATES_PATH}/:id/photos/:file`, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const [updateId, named] = [idIn(c.req.param("id")), pictureNamed(c.req.param("file"))];
    const picture =
      named && (await inFirmRead(services.db, work.firm.id, (tx) => findPhoto(tx, { updateId, imageId: named.id })));
    if (!picture || picture.type !== named.type) throw nothingHere();
    return sendPicture(c, picture, "private");
  });
}
