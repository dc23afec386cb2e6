import { closeRequest } from "../../commands/close-requests.ts";
import type { App } from "../../http/env.ts";
import { renderPage } from "../../http/render-page.ts";
import { canChange, doerOf, enterOffice } from "../enter.tsx";
import { REQUESTS_PATH } from "../frame.ts";
import { idIn } from "../portal-id.ts";
import type { OfficeServices } from "../services.ts";
import { loadRequests } from "./load.ts";
import { presentRequests } from "./present.ts";
import { RequestsPage } from "./view.tsx";

/** Whoever asked for help at a closed door. Everybody of the team may look, an admin puts it right. */
export function addRequests(app: App, services: OfficeServices): void {
  app.get(REQUESTS_PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const load = await loadRequests(services, work);
    const model = presentRequests({ ...load, canChange: canChange(work), now: work.now, locale: work.locale });
    return renderPage(c, <RequestsPage assets={services.assets} frame={work.frame} model={model} />);
  });
  app.post(`${REQUESTS_PATH}/:id/done`, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    await closeRequest(services.db, doerOf(work), idIn(c.req.param("id")));
    return c.redirect(REQUESTS_PATH, 303);
  });
}
