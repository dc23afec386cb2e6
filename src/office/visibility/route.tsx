import { type Exposure, newlyExposed } from "../../access/newly-exposed.ts";
import { setVisibility } from "../../commands/set-visibility.ts";
import { inFirmRead } from "../../data/database.ts";
import { readContentSettings } from "../../data/queries/content-settings.ts";
import { listPortals } from "../../data/queries/portals.ts";
import { readTemplateShapes } from "../../data/queries/template-shapes.ts";
import { listOwnSwitches, readVisibility } from "../../data/queries/visibility.ts";
import { blocksOf } from "../../domain/template-shape.ts";
import {
  isVisibilitySwitch,
  type VisibilitySwitchName,
  visibilitySwitchNames,
  withDefaults,
} from "../../domain/visibility.ts";
import type { App } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { type AtWork, canChange, doerOf, enterOffice } from "../enter.tsx";
import { VISIBILITY_PATH } from "../frame.ts";
import type { OfficeServices } from "../services.ts";
import { goOnTelling, takeTold } from "../told.ts";
import { isAgreed, isQuestion } from "./confirm/agreement.ts";
import { showConfirm } from "./confirm/ask-first.tsx";
import { presentVisibility } from "./present.ts";
import { VisibilityPage } from "./view.tsx";

/** Settings → Data Visibility. Everybody of the team may look; an admin switches, and confirms what is sensitive. */
export function addVisibility(app: App, services: OfficeServices): void {
  const { db, assets } = services;
  app.get(VISIBILITY_PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const told = {
      asked: takeTold(c, services, visibilitySwitchNames),
      canChange: canChange(work),
      locale: work.locale,
    };
    const model = presentVisibility({ ...(await load(work)), ...told });
    return renderPage(c, <VisibilityPage assets={assets} frame={work.frame} model={model} />);
  });
  app.get(`${VISIBILITY_PATH}/:name`, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const name = c.req.param("name");
    if (!isVisibilitySwitch(name)) throw nothingHere();
    const exposure = await findQuestion(work, name);
    const back = `${VISIBILITY_PATH}#${name}`;
    if (!exposure) return goOnTelling(c, services, back, name);
    const target = { action: VISIBILITY_PATH, fields: { name, to: "on" } };
    return showConfirm(c, services, work, { change: { kind: "switch", name, portal: null }, exposure, target, back });
  });
  app.post(VISIBILITY_PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const { name = "", to, ...sent } = await readForm(c);
    if (!isVisibilitySwitch(name) || (to !== "on" && to !== "off")) throw nothingHere();
    const exposure = to === "on" ? await findQuestion(work, name) : null;
    if (exposure && !isAgreed(sent, exposure)) return c.redirect(`${VISIBILITY_PATH}/${name}`, 303);
    await setVisibility(db, doerOf(work), { name, isOn: to === "on" });
    return c.redirect(`${VISIBILITY_PATH}#${name}`, 303);
  });

  /** What would be exposed by switching this on; null where that is not asked about. */
  async function findQuestion({ firm }: AtWork, name: VisibilitySwitchName): Promise<Exposure | null> {
    const before = await inFirmRead(db, firm.id, readContentSettings);
    const exposure = newlyExposed(before, { ...before, firmWide: [...before.firmWide, { name, isOn: true }] });
    const begins = !withDefaults([...before.firmWide])[name];
    return isQuestion(name, { begins, exposure }) ? exposure : null;
  }

  function load({ firm }: AtWork) {
    return inFirmRead(db, firm.id, async (tx) => ({
      switches: await readVisibility(tx),
      ownSwitches: await listOwnSwitches(tx),
      templates: blocksOf(await readTemplateShapes(tx)),
      portals: await listPortals(tx),
    }));
  }
}
