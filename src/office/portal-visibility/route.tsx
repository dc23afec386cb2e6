import { setPortalSwitch } from "../../commands/set-portal-switch.ts";
import { inFirmRead } from "../../data/database.ts";
import { findPortal } from "../../data/queries/portals.ts";
import { readTemplateShapes } from "../../data/queries/template-shapes.ts";
import { readVisibility, readVisibilityAt } from "../../data/queries/visibility.ts";
import { blocksOf } from "../../domain/template-shape.ts";
import { isSwitchSetting, isVisibilitySwitch, sensitiveSwitches } from "../../domain/visibility.ts";
import type { App, AppContext } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { diagnosisPartsOf } from "../diagnosis-parts.ts";
import { type AtWork, canChange, doerOf, enterOffice } from "../enter.tsx";
import { PORTALS_PATH, portalVisibilityPath } from "../frame.ts";
import { portalIdOf } from "../portal-id.ts";
import type { OfficeServices } from "../services.ts";
import { presentConfirm } from "../visibility/confirm/present.ts";
import { ConfirmPage } from "../visibility/confirm/view.tsx";
import { countPeople } from "../visibility/count-people.ts";
import { isShownAt } from "../visibility/is-shown-at.ts";
import { beginsToShow, presentPortalVisibility } from "./present.ts";
import { PortalVisibilityPage } from "./view.tsx";

const PATH = `${PORTALS_PATH}/:id/visibility`;

/** The switches of one portal. Everybody of the team may look; an admin switches, and confirms what is sensitive. */
export function addPortalVisibility(app: App, services: OfficeServices): void {
  const { db, assets } = services;
  app.get(PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const model = presentPortalVisibility({ ...(await load(c, work)), canChange: canChange(work) });
    return renderPage(c, <PortalVisibilityPage assets={assets} frame={work.frame} model={model} />);
  });
  app.get(`${PATH}/:name`, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const { portal, templates } = await load(c, work);
    const name = c.req.param("name");
    if (!isVisibilitySwitch(name)) throw nothingHere();
    const to = c.req.query("to") === "inherit" ? "inherit" : "on";
    const felt = [portal].filter(isShownAt(name, templates));
    const people = felt.length === 0 ? null : await countPeople(await diagnosisPartsOf(services, work), felt);
    const path = portalVisibilityPath(portal.id);
    const target = { action: path, fields: { name, to } };
    const model = presentConfirm({ name, portal, felt, people, target, back: `${path}#${name}`, locale: work.locale });
    return renderPage(c, <ConfirmPage assets={assets} frame={work.frame} model={model} />);
  });
  app.post(PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const { name = "", to = "", agreed } = await readForm(c);
    if (!isVisibilitySwitch(name) || !isSwitchSetting(to)) throw nothingHere();
    const { portal, ...state } = await load(c, work);
    const path = portalVisibilityPath(portal.id);
    if (sensitiveSwitches.has(name) && beginsToShow(name, to, state) && agreed !== "yes")
      return c.redirect(`${path}/${name}?to=${to}`, 303);
    await setPortalSwitch(db, doerOf(work), { portalId: portal.id, name, to });
    return c.redirect(`${path}#${name}`, 303);
  });

  async function load(c: AppContext, { firm, locale }: AtWork) {
    const { portal, ...state } = await inFirmRead(db, firm.id, async (tx) => ({
      portal: await findPortal(tx, portalIdOf(c)),
      templates: blocksOf(await readTemplateShapes(tx)),
      firmWide: await readVisibility(tx),
      ...(await readVisibilityAt(tx, portalIdOf(c))),
    }));
    if (!portal) throw nothingHere();
    return { portal, locale, ...state };
  }
}
