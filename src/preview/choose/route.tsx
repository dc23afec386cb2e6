import { startPreview } from "../../commands/start-preview.ts";
import { parseEmail } from "../../domain/email.ts";
import type { App, AppContext } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { type AtWork, enterOffice } from "../../office/enter.tsx";
import { PORTALS_PATH } from "../../office/frame.ts";
import { portalIdOf } from "../../office/portal-id.ts";
import { PREVIEW_PATH } from "../../office/preview-paths.ts";
import type { OfficeServices } from "../../office/services.ts";
import { loadChoose } from "./load.ts";
import { presentChoose, TO_COME } from "./present.ts";
import { ChoosePage } from "./view.tsx";

const TYPED_MAX = 200;

/** Settings → Client Portals → Preview: as whom. Members and admins may look; starting is a POST, for it is written down. */
export function addChoosePreview(app: App, services: OfficeServices): void {
  app.get(`${PORTALS_PATH}/:id/preview`, async (c) => {
    const work = await enterOffice(c, services, "member");
    return work instanceof Response ? work : showChoose(c, services, { work, refused: null });
  });
  app.post(`${PORTALS_PATH}/:id/preview`, async (c) => {
    const work = await enterOffice(c, services, "member");
    return work instanceof Response ? work : start(c, services, work);
  });
}

type Shown = { work: AtWork; refused: string | null };

async function showChoose(c: AppContext, services: OfficeServices, { work, refused }: Shown): Promise<Response> {
  const loaded = await loadChoose(services, work, portalIdOf(c));
  if (!loaded) throw nothingHere();
  const model = presentChoose(loaded, { refused, now: work.now, locale: work.locale });
  const page = <ChoosePage assets={services.assets} frame={work.frame} model={model} />;
  return renderPage(c, page, refused === null ? 200 : 422);
}

async function start(c: AppContext, services: OfficeServices, work: AtWork): Promise<Response> {
  const form = await readForm(c);
  const email = parseEmail(form.email ?? "");
  if (!email && form.as !== TO_COME)
    return showChoose(c, services, { work, refused: (form.email ?? "").slice(0, TYPED_MAX) });
  const starting = { firmId: work.firm.id, now: work.now, member: work.member.email };
  const id = await startPreview(services.db, starting, { portalId: portalIdOf(c), email });
  if (id === null) throw nothingHere();
  return c.redirect(`${PREVIEW_PATH}/${id}`, 303);
}
