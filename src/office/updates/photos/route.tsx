import { addUpdatePhoto, removeUpdatePhoto } from "../../../commands/update-photos.ts";
import { inFirmRead } from "../../../data/database.ts";
import { findPhoto } from "../../../data/queries/updates.ts";
import { PHOTOS_MAX } from "../../../domain/project-update.ts";
import type { App, AppContext } from "../../../http/env.ts";
import { nothingHere } from "../../../http/errors.ts";
import { readUpload } from "../../../http/read-form.ts";
import { pictureNamed, sendPicture } from "../../../http/send-picture.ts";
import { type EncodedPicture, encodePicture } from "../../../pictures/encode-picture.ts";
import { type AtWork, doerOf, enterOffice } from "../../enter.tsx";
import { UPDATES_PATH } from "../../frame.ts";
import { idIn } from "../../portal-id.ts";
import type { OfficeServices } from "../../services.ts";
import { editPage } from "../write/edit-page.tsx";
import { captionProblem, lockedNotice, type PhotoRefusal } from "./present.ts";

/** The photos of an update. Everybody of the team sees them, members add and remove while it can be written on. */
export function addUpdatePhotos(app: App, services: OfficeServices): void {
  const { db } = services;
  app.post(`${UPDATES_PATH}/:id/photos`, (c) => takePhoto(c, services));
  app.get(`${UPDATES_PATH}/:id/photos/:file`, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const [updateId, named] = [idIn(c.req.param("id")), pictureNamed(c.req.param("file"))];
    const picture =
      named && (await inFirmRead(db, work.firm.id, (tx) => findPhoto(tx, { updateId, imageId: named.id })));
    if (!picture || picture.type !== named.type) throw nothingHere();
    return sendPicture(c, picture, "private");
  });
  app.post(`${UPDATES_PATH}/:id/photos/:photo/remove`, async (c) => {
    const work = await enterOffice(c, services, "member");
    if (work instanceof Response) return work;
    const [updateId, imageId] = [idIn(c.req.param("id")), idIn(c.req.param("photo"))];
    const removed = await removeUpdatePhoto(db, doerOf(work), { updateId, imageId });
    if (removed.kind === "gone") throw nothingHere();
    if (removed.kind === "removed") return c.redirect(`${UPDATES_PATH}/${updateId}#photos`, 303);
    const photo = { caption: "", problems: {}, notice: lockedNotice(removed.state) };
    return refuse(c, services, { work, photo });
  });
}

const refusedWords: Record<Extract<EncodedPicture, { kind: "refused" }>["why"], string> = {
  too_large: "That file is larger than 8 MB. Save the photo smaller and add it again.",
  too_many_pixels:
    "That photo has too many pixels. Save it with at most 8000 pixels in width and height and add it again.",
  not_a_picture: "That file cannot be read as a picture. Save it as PNG, JPEG, WebP or SVG and add it again.",
};

/** INVARIANT: who sends it is known before any of it is read. */
async function takePhoto(c: AppContext, services: OfficeServices): Promise<Response> {
  const work = await enterOffice(c, services, "member");
  if (work instanceof Response) return work;
  const updateId = idIn(c.req.param("id"));
  const { fields, filesOf } = await readUpload(c);
  const caption = (fields.caption ?? "").replaceAll("\0", "").replace(/\s+/g, " ").trim();
  const [bytes] = await filesOf("photo");
  const missing = problemsOf(caption, bytes);
  const refuseFor = (problems: PhotoRefusal["problems"], notice: string | null = null) =>
    refuse(c, services, { work, photo: { caption, problems, notice } });
  if (!bytes || missing.caption !== undefined) return refuseFor(missing);
  const picture = await encodePicture(bytes, { kind: "photo" });
  if (picture.kind === "refused") return refuseFor({ file: refusedWords[picture.why] });
  const added = await addUpdatePhoto(services.db, doerOf(work), { updateId, picture, caption });
  if (added.kind === "gone") throw nothingHere();
  if (added.kind === "locked") return refuseFor({}, lockedNotice(added.state));
  if (added.kind === "full") {
    return refuseFor({}, `An update has room for ${PHOTOS_MAX} photos. Remove one first, then add this one again.`);
  }
  return c.redirect(`${UPDATES_PATH}/${updateId}#photos`, 303);
}

function problemsOf(caption: string, bytes: Uint8Array | undefined): PhotoRefusal["problems"] {
  const problem = captionProblem(caption);
  return {
    ...(problem !== null && { caption: problem }),
    ...(!bytes && { file: "Choose a file first, then add the photo." }),
  };
}

/** The page of the update as it stands, with why the photo was not taken. */
function refuse(c: AppContext, services: OfficeServices, refused: { work: AtWork; photo: PhotoRefusal }) {
  return editPage(c, services, { ...refused, typed: null, problems: {}, isConflict: false });
}
