import { preflightCsv } from "../../diagnosis/preflight-csv.ts";
import { listRows } from "../../diagnosis/preflight-findings.ts";
import { type PreflightRun, runPreflight } from "../../diagnosis/run-preflight.ts";
import type { App, AppContext } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { renderPage } from "../../http/render-page.ts";
import { diagnosisPartsOf } from "../diagnosis-parts.ts";
import { type AtWork, enterOffice } from "../enter.tsx";
import { PREFLIGHT_PATH } from "../frame.ts";
import { reloadSoon } from "../reload.ts";
import type { OfficeServices } from "../services.ts";
import { takeTold } from "../told.ts";
import { presentPreflight } from "./present.ts";
import { PreflightPage } from "./view.tsx";

/** Before an address is shared: who would get in, who would see an empty page, who is stopped and why. */
export function addPreflight(app: App, services: OfficeServices): void {
  app.get(PREFLIGHT_PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const slug = slugOf(c);
    const run = await runAt(services, work, slug);
    const done = takeTold(c, services, ["switched"]);
    const model = presentPreflight({ run, slug, done, now: work.now, locale: work.locale });
    if (model.isWaiting) reloadSoon(c);
    return renderPage(c, <PreflightPage assets={services.assets} frame={work.frame} model={model} />);
  });
  app.get(`${PREFLIGHT_PATH}.csv`, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const slug = slugOf(c);
    const run = await runAt(services, work, slug);
    // A file without rows would say that nobody is stopped.
    if (run.trouble) return c.redirect(PREFLIGHT_PATH, 302);
    const name = `who-gets-in-${slug ?? work.firm.slug}-${work.now.toISOString().slice(0, 10)}.csv`;
    return c.body(preflightCsv(listRows(run.portals, work.locale)), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    });
  });
}

/** The portal that is asked about; null for all of them. */
function slugOf(c: AppContext): string | null {
  return c.req.query("portal")?.slice(0, 100) || null;
}

/** Everybody at all portals, or at the one with this slug, as the PSA is now. */
async function runAt(services: OfficeServices, work: AtWork, slug: string | null): Promise<PreflightRun> {
  const run = await runPreflight(await diagnosisPartsOf(services, work), {
    ...{ slug, locale: work.locale },
    waiting: "forPage",
  });
  if (slug !== null && !run.all.some((portal) => portal.slug === slug)) throw nothingHere();
  return run;
}
