import { endPreview } from "../../commands/end-preview.ts";
import { inFirmRead } from "../../data/database.ts";
import { findPreview, type Preview } from "../../data/queries/previews.ts";
import type { ProjectId } from "../../domain/ids.ts";
import type { App, AppContext } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { type AtWork, doerOf, enterOffice } from "../../office/enter.tsx";
import { PORTALS_PATH } from "../../office/frame.ts";
import { noticePage, type OfficeNotice } from "../../office/notice-page.tsx";
import { idIn } from "../../office/portal-id.ts";
import { choosePreviewPath, PREVIEW_PATH } from "../../office/preview-paths.ts";
import type { OfficeServices } from "../../office/services.ts";
import { homeFileFor, homeFiles, showHome } from "../../portal/home/route.tsx";
import { csvFor } from "../../portal/project/answer-csv.ts";
import { projectOf } from "../../portal/project/load.ts";
import { keptProjectId, projectPage } from "../../portal/project/route.tsx";
import { showPhoto } from "../../portal/project/updates/route.ts";
import { TO_COME } from "../choose/present.ts";
import { enterPreview } from "./enter-preview.tsx";
import { previewPath } from "./present-preview.ts";
import { previewWords } from "./words.ts";

/**
 * `/preview/{id}` and below: the client's pages, for the one team member who started the preview. Nothing but its end can be
 * posted there, whatever forms the client's pages have.
 */
export function addPreviewPages(app: App, services: OfficeServices): void {
  const at = `${PREVIEW_PATH}/:id`;
  app.get(at, (c) => showPage(c, services, null));
  for (const name of homeFiles)
    app.get(`${at}/${name}.csv`, async (c) => {
      const entered = await enter(c, services, null);
      if (entered instanceof Response) return entered;
      return homeFileFor(c, entered.inside, name) ?? notice(c, services, { ...entered.opened, ...noPage });
    });
  app.get(`${at}/projects`, (c) => c.redirect(previewPath(idIn(c.req.param("id"))), 302));
  app.get(`${at}/projects/:project`, (c) => showPage(c, services, keptProjectId(c.req.param("project"))));
  app.get(`${at}/projects/:project/photos/:file`, async (c) => {
    const entered = await enterProject(c, services);
    return entered instanceof Response ? entered : showPhoto(c, services, entered);
  });
  app.get(`${at}/projects/:project/:file`, async (c) => {
    const entered = await enterProject(c, services);
    if (entered instanceof Response) return entered;
    const { inside, project, opened } = entered;
    const file = csvFor(c, inside, { projectId: project.id, file: c.req.param("file") });
    return file ?? notice(c, services, { ...opened, ...noPage });
  });
  app.post(`${at}/end`, async (c) => {
    const opened = await findOwn(c, services);
    if (opened instanceof Response) return opened;
    await endPreview(services.db, doerOf(opened.work), opened.preview);
    return c.redirect(choosePreviewPath(opened.preview.portal.id), 303);
  });
  app.post(`${at}/*`, async (c) => {
    const opened = await findOwn(c, services);
    return opened instanceof Response ? opened : notice(c, services, { ...opened, ...readOnly });
  });
  app.get(`${at}/*`, async (c) => {
    const opened = await findOwn(c, services);
    return opened instanceof Response ? opened : notice(c, services, { ...opened, ...noPage });
  });
}

const readOnly = { status: 403, words: "read_only" } as const;
const noPage = { status: 404, words: "no_page" } as const;

async function showPage(c: AppContext, services: OfficeServices, projectId: ProjectId | null): Promise<Response> {
  const entered = await enter(c, services, projectId);
  if (entered instanceof Response) return entered;
  const { inside } = entered;
  if (projectId === null) return showHome(c, services, inside);
  return projectPage(c, services, { inside, project: projectOf(inside, projectId), typedComment: null });
}

/** What the person of the preview may see, asked for anew; else the page that says why there is nothing. */
async function enter(c: AppContext, services: OfficeServices, projectId: ProjectId | null) {
  const opened = await findOwn(c, services);
  if (opened instanceof Response) return opened;
  if (opened.preview.expiresAt <= opened.work.now) return over(c, services, opened);
  const inside = await enterPreview(c, services, { ...opened, projectId });
  return inside instanceof Response ? inside : { opened, inside };
}

/** The same for the project in the address. */
async function enterProject(c: AppContext, services: OfficeServices) {
  const projectId = keptProjectId(c.req.param("project") ?? "");
  const entered = await enter(c, services, projectId);
  return entered instanceof Response ? entered : { ...entered, project: projectOf(entered.inside, projectId) };
}

type Opened = { work: AtWork; preview: Preview };

/** The preview in the address. One that somebody else has started is not there, like one of another firm. */
async function findOwn(c: AppContext, services: OfficeServices): Promise<Opened | Response> {
  const work = await enterOffice(c, services, "member");
  if (work instanceof Response) return work;
  const id = idIn(c.req.param("id"));
  const preview = await inFirmRead(services.db, work.firm.id, (tx) => findPreview(tx, id, work.member.email));
  if (!preview) throw nothingHere();
  return { work, preview };
}

function over(c: AppContext, { assets }: OfficeServices, { work, preview }: Opened): Response | Promise<Response> {
  const { portal, email } = preview;
  const again = { action: choosePreviewPath(portal.id), fields: email === null ? { as: TO_COME } : { email } };
  const say = previewWords(work.locale);
  const told: OfficeNotice = {
    heading: say("over"),
    text: say("over_text", { company: portal.companyName }),
    actions: [
      { label: say("again"), formAction: again },
      { label: say("back_to_portals"), href: PORTALS_PATH },
    ],
  };
  return noticePage(c, { assets, frame: work.frame, status: 403 }, told);
}

type Told = Opened & { status: 403 | 404; words: "read_only" | "no_page" };

function notice(c: AppContext, { assets }: OfficeServices, { work, preview, status, words }: Told) {
  const say = previewWords(work.locale);
  const actions = [{ label: say("back"), href: previewPath(preview.id) }];
  const told: OfficeNotice = { heading: say(words), text: say(`${words}_text`), actions };
  return noticePage(c, { assets, frame: work.frame, status }, told);
}
