import { type ContentSettings, newlyExposed } from "../../access/newly-exposed.ts";
import { setPortalSwitch } from "../../commands/set-portal-switch.ts";
import { type Database, inFirmRead } from "../../data/database.ts";
import { readContentSettings } from "../../data/queries/content-settings.ts";
import { readPortalLocale } from "../../data/queries/portal-locale.ts";
import { findPortal } from "../../data/queries/portals.ts";
import { readTemplateShapes } from "../../data/queries/template-shapes.ts";
import { readVisibility, readVisibilityAt } from "../../data/queries/visibility.ts";
import type { PortalId } from "../../domain/ids.ts";
import { blocksOf } from "../../domain/template-shape.ts";
import {
  isSwitchSetting,
  isVisibilitySwitch,
  type SwitchSetting,
  switchesAt,
  type VisibilitySwitchName,
  visibilitySwitchNames,
} from "../../domain/visibility.ts";
import type { App, AppContext } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { type AtWork, canChange, doerOf, enterOffice } from "../enter.tsx";
import { PORTALS_PATH, portalVisibilityPath } from "../frame.ts";
import { portalIdOf } from "../portal-id.ts";
import type { OfficeServices } from "../services.ts";
import { goOnTelling, takeTold } from "../told.ts";
import { isAgreed, isQuestion } from "../visibility/confirm/agreement.ts";
import { showConfirm } from "../visibility/confirm/ask-first.tsx";
import { presentPortalVisibility } from "./present.ts";
import { PortalVisibilityPage } from "./view.tsx";

const PATH = `${PORTALS_PATH}/:id/visibility`;

/** The switches of one portal. Everybody of the team may look; an admin switches, and confirms what is sensitive. */
export function addPortalVisibility(app: App, services: OfficeServices): void {
  const { db, assets } = services;
  app.get(PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const told = { asked: takeTold(c, services, visibilitySwitchNames), canChange: canChange(work) };
    const model = presentPortalVisibility({ ...(await load(c, work)), ...told });
    return renderPage(c, <PortalVisibilityPage assets={assets} frame={work.frame} model={model} />);
  });
  app.get(`${PATH}/:name`, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const name = c.req.param("name");
    if (!isVisibilitySwitch(name)) throw nothingHere();
    const to = c.req.query("to") === "inherit" ? "inherit" : "on";
    const { portal, exposure } = await findQuestion(c, db, work, { name, to });
    const path = portalVisibilityPath(portal.id);
    if (!exposure) return goOnTelling(c, services, `${path}#${name}`, name);
    const target = { action: path, fields: { name, to } };
    const asked = { change: { kind: "switch", name, portal }, exposure, target, back: `${path}#${name}` } as const;
    return showConfirm(c, services, work, asked);
  });
  app.post(PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const { name = "", to = "", ...sent } = await readForm(c);
    if (!isVisibilitySwitch(name) || !isSwitchSetting(to)) throw nothingHere();
    const { portal, exposure } = await findQuestion(c, db, work, { name, to });
    const path = portalVisibilityPath(portal.id);
    if (exposure && !isAgreed(sent, exposure)) return c.redirect(`${path}/${name}?to=${to}`, 303);
    await setPortalSwitch(db, doerOf(work), { portalId: portal.id, name, to });
    return c.redirect(`${path}#${name}`, 303);
  });

  async function load(c: AppContext, { firm, locale }: AtWork) {
    const { portal, ...state } = await inFirmRead(db, firm.id, async (tx) => ({
      portal: await findPortal(tx, portalIdOf(c)),
      templates: blocksOf(await readTemplateShapes(tx)),
      firmWide: await readVisibility(tx),
      ofFirm: await readPortalLocale(tx),
      ...(await readVisibilityAt(tx, portalIdOf(c))),
    }));
    if (!portal) throw nothingHere();
    return { portal, locale, ...state };
  }
}

/** `exposure`: what would be exposed at this portal by this setting; null where that is not asked about. */
async function findQuestion(c: AppContext, db: Database, { firm }: AtWork, { name, to }: Setting) {
  const before = await inFirmRead(db, firm.id, readContentSettings);
  const portal = before.portals.find(({ id }) => id === portalIdOf(c));
  if (!portal) throw nothingHere();
  const after = withSetting(before, portal.id, { name, to });
  const exposure = newlyExposed(before, after);
  const begins = !isOnAt(before, portal.id, name) && isOnAt(after, portal.id, name);
  return { portal, exposure: isQuestion(name, { begins, exposure }) ? exposure : null };
}

type Setting = { name: VisibilitySwitchName; to: SwitchSetting };

function withSetting(settings: ContentSettings, portalId: PortalId, { name, to }: Setting): ContentSettings {
  const others = settings.ownSwitches.filter((own) => own.portalId !== portalId || own.name !== name);
  const own = to === "inherit" ? [] : [{ portalId, name, isOn: to === "on" }];
  return { ...settings, ownSwitches: [...others, ...own] };
}

function isOnAt({ firmWide, ownSwitches }: ContentSettings, portalId: PortalId, name: VisibilitySwitchName): boolean {
  const own = ownSwitches.filter((one) => one.portalId === portalId);
  return switchesAt([...firmWide], own).switches[name];
}
