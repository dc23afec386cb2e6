import { inFirmRead } from "../../../data/database.ts";
import { findPublishedPhoto } from "../../../data/queries/updates.ts";
import type { App } from "../../../http/env.ts";
import { nothingHere } from "../../../http/errors.ts";
import { sendPicture } from "../../../http/send-picture.ts";
import { isUuid } from "../../../lib/uuid.ts";
import type { PortalServices } from "../../services.ts";
import { enterProject } from "../route.tsx";

/** `/{portal}/projects/{id}/photos/{photo}.webp`: a photo of a published update, for whoever may see the project. */
export function addUpdatePhotos(app: App, services: PortalServices): void {
  app.get("/:portal/projects/:id/photos/:file", async (c) => {
    const entered = await enterProject(c, services);
    if (entered instanceof Response) return entered;
    const { inside, project } = entered;
    const [imageId = "", ...ending] = c.req.param("file").split(".");
    if (!isUuid(imageId) || ending.join(".") !== "webp") throw nothingHere();
    const { companyId } = inside.granted;
    const picture = await inFirmRead(services.db, inside.firm.id, (tx) =>
      findPublishedPhoto(tx, { companyId, projectId: project.id, imageId }),
    );
    if (!picture) throw nothingHere();
    const answer = sendPicture(c, picture, "private");
    // A withdrawn update is gone at once, from this browser too.
    answer.headers.set("Cache-Control", "private, no-store");
    return answer;
  });
}
