import { inFirmRead } from "../../data/database.ts";
import { readPortalDefaults } from "../../data/queries/portal-defaults.ts";
import { listPortals } from "../../data/queries/portals.ts";
import { listAnswersByPortal, listScores } from "../../data/queries/pulse.ts";
import { trendBegin } from "../../domain/pulse.ts";
import type { App } from "../../http/env.ts";
import { renderPage } from "../../http/render-page.ts";
import { parsePage } from "../../ui/pages.ts";
import { enterOffice } from "../enter.tsx";
import { PULSE_PATH } from "../frame.ts";
import type { OfficeServices } from "../services.ts";
import { presentPulse } from "./present.ts";
import { PulsePage } from "./view.tsx";

/** Of each portal. Whoever follows up needs the newest; the trend tells the rest. */
const ANSWERS_MAX = 20;

/** What the clients' people answered to the pulse. Everybody of the team may read it. */
export function addPulse(app: App, services: OfficeServices): void {
  app.get(PULSE_PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const { firm, now, frame, locale } = work;
    const read = await inFirmRead(services.db, firm.id, async (tx) => ({
      portals: await listPortals(tx),
      scores: await listScores(tx, trendBegin(now)),
      answers: await listAnswersByPortal(tx, ANSWERS_MAX),
      every: (await readPortalDefaults(tx)).pulseEvery,
    }));
    const model = presentPulse({ ...read, page: parsePage(c.req.query("page")), now, locale });
    return renderPage(c, <PulsePage assets={services.assets} frame={frame} model={model} />);
  });
}
