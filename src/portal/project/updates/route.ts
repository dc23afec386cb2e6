import { inFirmRead } from "../../../data/database.ts";
import { findPublishedPhoto } from "../../../data/queries/updates.ts";
import type { App, AppContext } from "../../../http/env.ts";
import { nothingHere } from "../../../http/errors.ts";
import { sendPicture } from "../../../http/send-picture.ts";
import { isUuid } from "../../../lib/uuid.ts";
import type { PortalServices } from "../../services.ts";
import { enterProject, type InProject } from "../route.tsx";
import { hasUpdates } from "./load.ts";

/** `/{portal}/projects/{id}/photos/{photo}.webp`: a photo of a published update, for whoever may see the project. */
export function addUpdatePhotos(app: App, services: PortalServices): void {
  app.get("/:portal/projects/:id/photos/:file", async (c) => {
    const entered = await enterProject(c, services);
    return entered instanceof Response ? entered : showPhoto(c, services, entered);
  });
}

/** The photo in the address, for whoever was let in to the project; for the firm, in a preview of it. */
export async function showPhoto(
  c: AppContext,
  { db }: Pick<PortalServices, "db">,
  { inside, project }: InProject,
): Promise<Response> {
  const [imageId = "", ...ending] = (c.req.param("file") ?? "").split(".");
  if (!isUuid(imageId) || ending.join(".") !== "webp" || !hasUpdates(inside)) throw nothingHere();
  const { companyId } = inside.granted;
  const picture = await inFirmRead(db, inside.firm.id, (tx) =>
    findPublishedPhoto(tx, { companyId, projectId: project.id, imageId }),
  );
  if (!picture) throw nothingHere();
  return sendPicture(c, picture, "never");
}
