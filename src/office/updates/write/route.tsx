import { changeUpdate, createUpdate } from "../../../commands/write-update.ts";
import { isUpdateAction, type UpdateAction } from "../../../domain/project-update.ts";
import type { App, AppContext } from "../../../http/env.ts";
import { nothingHere } from "../../../http/errors.ts";
import { readUpload, type Upload } from "../../../http/read-form.ts";
import { renderPage } from "../../../http/render-page.ts";
import { type AtWork, doerOf, enterOffice } from "../../enter.tsx";
import { UPDATES_PATH } from "../../frame.ts";
import { idIn } from "../../portal-id.ts";
import type { OfficeServices } from "../../services.ts";
import { parseDraft, typedIn } from "../parse-draft.ts";
import { lockedNotice, noRoomNotice } from "../photos/present.ts";
import { noPhoto, readPhoto, refusedPhoto } from "../photos/read-photo.ts";
import { draftWords } from "../words.ts";
import { editPage } from "./edit-page.tsx";
import { loadChoices } from "./load.ts";
import { emptyTyped, mayDo, presentNew } from "./present.ts";
import { WritePage } from "./view.tsx";

/** Writing an update and moving it on. Everybody of the team may read it, members write, an admin publishes. */
export function addWriteUpdate(app: App, services: OfficeServices): void {
  const { assets } = services;
  app.get(`${UPDATES_PATH}/new`, async (c) => {
    const work = await enterOffice(c, services, "member");
    if (work instanceof Response) return work;
    const { choices, authorName } = await loadChoices(services, work);
    const asked = choices?.find(({ project }) => project.id === c.req.query("project"));
    const typed = { ...emptyTyped(authorName, work.now), project: asked?.project.id ?? "" };
    const model = presentNew({ choices, typed, problems: {}, role: work.member.role, locale: work.locale });
    return renderPage(c, <WritePage assets={assets} frame={work.frame} model={model} />);
  });
  app.post(`${UPDATES_PATH}/new`, async (c) => {
    const sent = await enterToDo(c, services);
    return sent instanceof Response ? sent : create(c, services, sent);
  });
  app.get(`${UPDATES_PATH}/:id`, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    return editPage(c, services, { work, kept: null, photo: null });
  });
  app.post(`${UPDATES_PATH}/:id`, async (c) => {
    const sent = await enterToDo(c, services);
    return sent instanceof Response ? sent : change(c, services, sent);
  });
}

type Sent = { work: AtWork; action: UpdateAction; upload: Upload };

/** Lets somebody in who may do what the form asks for. INVARIANT: who sends it is known before any of it is read. */
async function enterToDo(c: AppContext, services: OfficeServices): Promise<Sent | Response> {
  const entered = await enterOffice(c, services, "member");
  if (entered instanceof Response) return entered;
  const upload = await readUpload(c);
  const action = actionIn(upload.fields);
  if (!isUpdateAction(action)) throw nothingHere();
  const work = mayDo(action, entered.member.role) ? entered : await enterOffice(c, services, "admin");
  return work instanceof Response ? work : { work, action, upload };
}

/** The buttons for photos save the text as well. */
function actionIn(fields: Upload["fields"]): string {
  return isAboutPhotos(fields) ? "save" : (fields.do ?? "");
}

function isAboutPhotos({ add_photo, remove_photo }: Upload["fields"]): boolean {
  return add_photo !== undefined || remove_photo !== undefined;
}

async function create(c: AppContext, services: OfficeServices, { work, action, upload }: Sent) {
  const { locale } = work;
  const typed = typedIn(upload.fields);
  const { choices } = await loadChoices(services, work);
  const chosen = choices?.find(({ project }) => project.id === typed.project);
  const parsed = parseDraft(typed, locale);
  if (chosen && "draft" in parsed) {
    const made = { project: chosen.project, draft: parsed.draft, action };
    const id = await createUpdate(services.db, doerOf(work), made);
    if (id === null) throw nothingHere();
    return c.redirect(`${UPDATES_PATH}/${id}`, 303);
  }
  const problems = {
    ...("problems" in parsed ? parsed.problems : {}),
    ...(choices !== null && !chosen && { project: draftWords(locale)("no_project") }),
  };
  const model = presentNew({ choices, typed, problems, role: work.member.role, locale });
  return renderPage(c, <WritePage assets={services.assets} frame={work.frame} model={model} />, 422);
}

/** INVARIANT: all of the form is kept, or none of it; then all of it is shown again: the text, the caption, and why. */
async function change(c: AppContext, services: OfficeServices, { work, action, upload }: Sent) {
  const { locale } = work;
  const { fields } = upload;
  const version = Number(fields.version);
  // What can only be read has no fields: it is moved on as it is.
  const typed = fields.body === undefined ? null : typedIn(fields);
  const parsed = typed ? parseDraft(typed, locale) : { draft: null };
  const problems = "problems" in parsed ? parsed.problems : {};
  const isOfForm = (typed !== null && action !== "withdraw") || isAboutPhotos(fields);
  const photo = isOfForm ? await readPhoto(upload, locale) : noPhoto;
  const showAgain = (isConflict: boolean, notice: string | null) =>
    editPage(c, services, {
      work,
      kept: { typed, version, problems, isConflict },
      photo: refusedPhoto(photo, notice, locale),
    });
  if ("problems" in parsed || photo.kind === "refused") return showAgain(false, null);
  const id = idIn(c.req.param("id"));
  const { remove_photo: removed } = fields;
  const photos = { added: photo.kind === "photo" ? photo.photo : null, removedId: removed ? idIn(removed) : null };
  const asked = { id, version, action, draft: parsed.draft, photos };
  const changed = await changeUpdate(services.db, doerOf(work), asked);
  if (changed.kind === "gone") throw nothingHere();
  if (changed.kind === "full") return showAgain(false, noRoomNotice(locale));
  if (changed.kind === "conflict") {
    const isAboutPhoto = photo.kind === "photo" || isAboutPhotos(fields);
    return showAgain(true, isAboutPhoto ? lockedNotice(changed.current.state, locale) : null);
  }
  return c.redirect(`${UPDATES_PATH}/${id}${isAboutPhotos(fields) ? "#photos" : ""}`, 303);
}
