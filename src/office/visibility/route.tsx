import { setVisibility } from "../../commands/set-visibility.ts";
import { inFirmRead } from "../../data/database.ts";
import { listPortals } from "../../data/queries/portals.ts";
import { readTemplateShapes } from "../../data/queries/template-shapes.ts";
import { readVisibility } from "../../data/queries/visibility.ts";
import { blocksOf } from "../../domain/template.ts";
import { isVisibilitySwitch } from "../../domain/visibility.ts";
import type { App } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { LOCALE } from "../../ui/locale.ts";
import { canChange, doerOf, enterOffice } from "../enter.tsx";
import { VISIBILITY_PATH } from "../frame.ts";
import type { OfficeServices } from "../services.ts";
import { presentVisibility } from "./present.ts";
import { VisibilityPage } from "./view.tsx";

/** Settings → Data Visibility. Everybody of the team may look; an admin switches. */
export function addVisibility(app: App, services: OfficeServices): void {
  const { db, assets } = services;
  app.get(VISIBILITY_PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const read = await inFirmRead(db, work.firm.id, async (tx) => ({
      switches: await readVisibility(tx),
      templates: blocksOf(await readTemplateShapes(tx)),
      portals: await listPortals(tx),
    }));
    const model = presentVisibility({ ...read, canChange: canChange(work), locale: LOCALE });
    return renderPage(c, <VisibilityPage assets={assets} frame={work.frame} model={model} />);
  });
  app.post(VISIBILITY_PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const { name = "", to } = await readForm(c);
    if (!isVisibilitySwitch(name) || (to !== "on" && to !== "off")) throw nothingHere();
    await setVisibility(db, doerOf(work), { name, isOn: to === "on" });
    return c.redirect(`${VISIBILITY_PATH}#${name}`, 303);
  });
}
