import { setVisibility } from "../../commands/set-visibility.ts";
import { inFirmRead } from "../../data/database.ts";
import { listPortals } from "../../data/queries/portals.ts";
import { readTemplateShapes } from "../../data/queries/template-shapes.ts";
import { listOwnSwitches, readVisibility } from "../../data/queries/visibility.ts";
import { blocksOf } from "../../domain/template-shape.ts";
import { isVisibilitySwitch, sensitiveSwitches } from "../../domain/visibility.ts";
import type { App } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { diagnosisPartsOf } from "../diagnosis-parts.ts";
import { type AtWork, canChange, doerOf, enterOffice } from "../enter.tsx";
import { VISIBILITY_PATH } from "../frame.ts";
import type { OfficeServices } from "../services.ts";
import { presentConfirm } from "./confirm/present.ts";
import { ConfirmPage } from "./confirm/view.tsx";
import { countPeople } from "./count-people.ts";
import { portalsFelt, presentVisibility } from "./present.ts";
import { VisibilityPage } from "./view.tsx";

/** Settings → Data Visibility. Everybody of the team may look; an admin switches, and confirms what is sensitive. */
export function addVisibility(app: App, services: OfficeServices): void {
  const { db, assets } = services;
  app.get(VISIBILITY_PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const model = presentVisibility({ ...(await load(work)), canChange: canChange(work), locale: work.locale });
    return renderPage(c, <VisibilityPage assets={assets} frame={work.frame} model={model} />);
  });
  app.get(`${VISIBILITY_PATH}/:name`, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const name = c.req.param("name");
    if (!isVisibilitySwitch(name)) throw nothingHere();
    const felt = portalsFelt(name, await load(work));
    const people = felt.length === 0 ? null : await countPeople(await diagnosisPartsOf(services, work), felt);
    const back = `${VISIBILITY_PATH}#${name}`;
    const target = { action: VISIBILITY_PATH, fields: { name, to: "on" } };
    const model = presentConfirm({ name, portal: null, felt, people, target, back, locale: work.locale });
    return renderPage(c, <ConfirmPage assets={assets} frame={work.frame} model={model} />);
  });
  app.post(VISIBILITY_PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const { name = "", to, agreed } = await readForm(c);
    if (!isVisibilitySwitch(name) || (to !== "on" && to !== "off")) throw nothingHere();
    if (to === "on" && sensitiveSwitches.has(name) && agreed !== "yes")
      return c.redirect(`${VISIBILITY_PATH}/${name}`, 303);
    await setVisibility(db, doerOf(work), { name, isOn: to === "on" });
    return c.redirect(`${VISIBILITY_PATH}#${name}`, 303);
  });

  function load({ firm }: AtWork) {
    return inFirmRead(db, firm.id, async (tx) => ({
      switches: await readVisibility(tx),
      ownSwitches: await listOwnSwitches(tx),
      templates: blocksOf(await readTemplateShapes(tx)),
      portals: await listPortals(tx),
    }));
  }
}
