import { inFirmRead } from "../../../data/database.ts";
import { countInReview, listUpdates } from "../../../data/queries/updates.ts";
import type { App } from "../../../http/env.ts";
import { renderPage } from "../../../http/render-page.ts";
import { enterOffice } from "../../enter.tsx";
import { UPDATES_PATH } from "../../frame.ts";
import type { OfficeServices } from "../../services.ts";
import { parseFilter, presentUpdates } from "./present.ts";
import { UpdatesPage } from "./view.tsx";

const SHOWN_MAX = 500;

/** The firm's updates, the newest first. Everybody of the team may read them. */
export function addUpdates(app: App, services: OfficeServices): void {
  app.get(UPDATES_PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const { firm, member, now, locale, frame } = work;
    const filter = parseFilter((name) => c.req.query(name));
    const found = await inFirmRead(services.db, firm.id, async (tx) => ({
      updates: await listUpdates(tx, filter, SHOWN_MAX),
      inReview: await countInReview(tx),
    }));
    const model = presentUpdates({ ...found, filter, canWrite: member.role !== "viewer", now, locale });
    return renderPage(c, <UpdatesPage assets={services.assets} frame={frame} model={model} />);
  });
}
