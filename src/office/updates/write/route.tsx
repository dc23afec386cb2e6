import { changeUpdate, createUpdate } from "../../../commands/write-update.ts";
import { isUpdateAction, type UpdateAction } from "../../../domain/project-update.ts";
import type { App, AppContext } from "../../../http/env.ts";
import { nothingHere } from "../../../http/errors.ts";
import { readForm } from "../../../http/read-form.ts";
import { renderPage } from "../../../http/render-page.ts";
import { type AtWork, doerOf, enterOffice } from "../../enter.tsx";
import { UPDATES_PATH } from "../../frame.ts";
import { idIn } from "../../portal-id.ts";
import type { OfficeServices } from "../../services.ts";
import { parseDraft, typedIn } from "../parse-draft.ts";
import { editPage } from "./edit-page.tsx";
import { loadChoices } from "./load.ts";
import { emptyTyped, mayDo, presentNew } from "./present.ts";
import { WritePage } from "./view.tsx";

type Form = Partial<Record<string, string>>;

/** Writing an update and moving it on. Everybody of the team may read it, members write, an admin publishes. */
export function addWriteUpdate(app: App, services: OfficeServices): void {
  const { assets } = services;
  app.get(`${UPDATES_PATH}/new`, async (c) => {
    const work = await enterOffice(c, services, "member");
    if (work instanceof Response) return work;
    const { choices, authorName } = await loadChoices(services, work);
    const typed = emptyTyped(authorName, work.now);
    const model = presentNew({ choices, typed, problems: {}, role: work.member.role });
    return renderPage(c, <WritePage assets={assets} frame={work.frame} model={model} />);
  });
  app.post(`${UPDATES_PATH}/new`, async (c) => {
    const form = await readForm(c);
    const work = await enterToDo(c, services, form);
    return work instanceof Response ? work : create(c, services, { ...work, form });
  });
  app.get(`${UPDATES_PATH}/:id`, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    return editPage(c, services, { work, typed: null, problems: {}, isConflict: false, photo: null });
  });
  app.post(`${UPDATES_PATH}/:id`, async (c) => {
    const form = await readForm(c);
    const work = await enterToDo(c, services, form);
    return work instanceof Response ? work : change(c, services, { ...work, form });
  });
}

type Doing = { work: AtWork; action: UpdateAction };

/** Lets somebody in who may do what the form asks for. */
async function enterToDo(c: AppContext, services: OfficeServices, form: Form): Promise<Doing | Response> {
  const action = form.do ?? "";
  const work = await enterOffice(c, services, action === "publish" ? "admin" : "member");
  if (work instanceof Response) return work;
  if (!isUpdateAction(action) || !mayDo(action, work.member.role)) throw nothingHere();
  return { work, action };
}

async function create(c: AppContext, services: OfficeServices, { work, action, form }: Doing & { form: Form }) {
  const typed = typedIn(form);
  const { choices } = await loadChoices(services, work);
  const chosen = choices?.find(({ project }) => project.id === typed.project);
  const parsed = parseDraft(typed);
  if (chosen && "draft" in parsed) {
    const made = { project: chosen.project, draft: parsed.draft, action };
    return c.redirect(`${UPDATES_PATH}/${await createUpdate(services.db, doerOf(work), made)}`, 303);
  }
  const problems = {
    ...("problems" in parsed ? parsed.problems : {}),
    ...(choices !== null && !chosen && { project: "Choose the project that it is about." }),
  };
  const model = presentNew({ choices, typed, problems, role: work.member.role });
  return renderPage(c, <WritePage assets={services.assets} frame={work.frame} model={model} />, 422);
}

async function change(c: AppContext, services: OfficeServices, { work, action, form }: Doing & { form: Form }) {
  const id = idIn(c.req.param("id"));
  // What can only be read has no fields: it is moved on as it is.
  const hasText = form.body !== undefined;
  const typed = hasText ? typedIn(form) : null;
  const parsed = typed && parseDraft(typed);
  if (parsed && "problems" in parsed) {
    return editPage(c, services, { work, typed, problems: parsed.problems, isConflict: false, photo: null });
  }
  const version = Number(form.version);
  const changed = await changeUpdate(services.db, doerOf(work), { id, version, action, draft: parsed?.draft ?? null });
  if (changed.kind === "gone") throw nothingHere();
  if (changed.kind === "changed") return c.redirect(`${UPDATES_PATH}/${id}`, 303);
  return editPage(c, services, { work, typed, problems: {}, isConflict: true, photo: null });
}
