import { inFirmRead } from "../../../data/database.ts";
import { findUpdate, listVersions } from "../../../data/queries/updates.ts";
import type { App } from "../../../http/env.ts";
import { nothingHere } from "../../../http/errors.ts";
import { renderPage } from "../../../http/render-page.ts";
import { enterOffice } from "../../enter.tsx";
import { UPDATES_PATH } from "../../frame.ts";
import { idIn } from "../../portal-id.ts";
import type { OfficeServices } from "../../services.ts";
import { presentHistory } from "./present.ts";
import { HistoryPage } from "./view.tsx";

/** Everything that one update was. Everybody of the team may read it. */
export function addUpdateHistory(app: App, services: OfficeServices): void {
  app.get(`${UPDATES_PATH}/:id/history`, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const id = idIn(c.req.param("id"));
    const { update, versions } = await inFirmRead(services.db, work.firm.id, async (tx) => ({
      update: await findUpdate(tx, id),
      versions: await listVersions(tx, id),
    }));
    if (!update) throw nothingHere();
    const model = presentHistory({ update, versions, now: work.now, locale: work.locale });
    return renderPage(c, <HistoryPage assets={services.assets} frame={work.frame} model={model} />);
  });
}
