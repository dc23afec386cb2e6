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
import { showHome } from "../../portal/home/route.tsx";
import { keptProjectId, projectOf, projectPage } from "../../portal/project/route.tsx";
import { TO_COME } from "../choose/present.ts";
import { enterPreview } from "./enter-preview.tsx";
import { previewPath } from "./present-preview.ts";

/**
 * `/preview/{id}` and below: the client's pages, for the one team member who started the preview. Nothing but its end can be
 * posted there, whatever forms the client's pages have.
 */
export function addPreviewPages(app: App, services: OfficeServices): void {
  const at = `${PREVIEW_PATH}/:id`;
  app.get(at, (c) => showPage(c, services, null));
  app.get(`${at}/projects`, (c) => c.redirect(previewPath(idIn(c.req.param("id"))), 302));
  app.get(`${at}/projects/:project`, (c) => showPage(c, services, keptProjectId(c.req.param("project"))));
  app.post(`${at}/end`, async (c) => {
    const opened = await findOwn(c, services);
    if (opened instanceof Response) return opened;
    await endPreview(services.db, doerOf(opened.work), opened.preview);
    return c.redirect(choosePreviewPath(opened.preview.portal.id), 303);
  });
  app.post(`${at}/*`, async (c) => {
    const opened = await findOwn(c, services);
    return opened instanceof Response ? opened : notice(c, services, { ...opened, text: readOnly });
  });
  app.get(`${at}/*`, async (c) => {
    const opened = await findOwn(c, services);
    return opened instanceof Response ? opened : notice(c, services, { ...opened, text: pagesOnly });
  });
}

const readOnly = {
  status: 403,
  heading: "A preview changes nothing",
  text: "You look at this page as somebody else. What they can do here is theirs to do.",
} as const;

const pagesOnly = {
  status: 404,
  heading: "This is not part of the preview",
  text: "A preview shows the pages of the portal, without what can be downloaded from them.",
} as const;

async function showPage(c: AppContext, services: OfficeServices, projectId: ProjectId | null): Promise<Response> {
  const opened = await findOwn(c, services);
  if (opened instanceof Response) return opened;
  const { work, preview } = opened;
  if (preview.expiresAt <= work.now) return over(c, services, opened);
  const inside = await enterPreview(c, services, { ...opened, projectId });
  if (inside instanceof Response) return inside;
  if (projectId === null) return showHome(c, services, inside);
  return projectPage(c, services, { inside, project: projectOf(inside, projectId), typedComment: null });
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
  const told: OfficeNotice = {
    heading: "This preview is over",
    text: `A preview lasts 15 minutes at most, so that no client’s page stays open. It was of the portal of ${portal.companyName}.`,
    actions: [
      { label: "Start it again", formAction: again },
      { label: "Back to the portals", href: PORTALS_PATH },
    ],
  };
  return noticePage(c, { assets, frame: work.frame, status: 403 }, told);
}

type Told = Opened & { text: { status: 403 | 404; heading: string; text: string } };

function notice(c: AppContext, { assets }: OfficeServices, { work, preview, text }: Told) {
  const actions = [{ label: "Back to the preview", href: previewPath(preview.id) }];
  return noticePage(c, { assets, frame: work.frame, status: text.status }, { ...text, actions });
}
