import { endDrift } from "../../commands/end-drift.ts";
import { inFirmRead } from "../../data/database.ts";
import { findConnection } from "../../data/queries/connections.ts";
import { listPortals } from "../../data/queries/portals.ts";
import { findWatchRun, listEndedDrift, listOpenDrift } from "../../data/queries/watch.ts";
import type { App } from "../../http/env.ts";
import { renderPage } from "../../http/render-page.ts";
import { canChange, doerOf, enterOffice } from "../enter.tsx";
import { WATCH_PATH } from "../frame.ts";
import { idIn } from "../portal-id.ts";
import type { OfficeServices } from "../services.ts";
import { presentWatch } from "./present.ts";
import { WatchPage } from "./view.tsx";

const ENDED_MAX = 50;

/** What changed in the PSA and took access away. Everybody of the team may look; an admin looks again or says it is meant. */
export function addWatch(app: App, services: OfficeServices): void {
  const { db, assets } = services;
  app.get(WATCH_PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const read = await inFirmRead(db, work.firm.id, async (tx) => ({
      run: await findWatchRun(tx),
      open: await listOpenDrift(tx),
      ended: await listEndedDrift(tx, ENDED_MAX),
      portals: await listPortals(tx),
      isConnected: (await findConnection(tx)) !== null,
    }));
    const model = presentWatch({ ...read, canChange: canChange(work), now: work.now, locale: work.locale });
    return renderPage(c, <WatchPage assets={assets} frame={work.frame} model={model} />);
  });
  app.post(`${WATCH_PATH}/look`, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    await services.lookNow(work.firm);
    return c.redirect(WATCH_PATH, 303);
  });
  app.post(`${WATCH_PATH}/:id/end`, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    await endDrift(db, doerOf(work), idIn(c.req.param("id")));
    return c.redirect(WATCH_PATH, 303);
  });
}
