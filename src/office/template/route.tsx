import { setTemplate } from "../../commands/set-template.ts";
import { inFirmRead } from "../../data/database.ts";
import { readPortalDefaults } from "../../data/queries/portal-defaults.ts";
import { findPortal } from "../../data/queries/portals.ts";
import { readTemplateShapes } from "../../data/queries/template-shapes.ts";
import { readVisibilityAt } from "../../data/queries/visibility.ts";
import { isTemplate } from "../../domain/firm.ts";
import { blocksOf } from "../../domain/template.ts";
import type { App } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { localPath } from "../../http/local-path.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { doerOf, enterOffice } from "../enter.tsx";
import { PORTALS_PATH } from "../frame.ts";
import { portalIdOf } from "../portal-id.ts";
import type { OfficeServices } from "../services.ts";
import { INHERITED, presentTemplate } from "./present.ts";
import { TemplatePage } from "./view.tsx";

const PATH = `${PORTALS_PATH}/:id/template`;

/** One portal's template: everybody of the team may compare, an admin chooses. `next`: where they came from. */
export function addTemplate(app: App, services: OfficeServices): void {
  const { db, assets } = services;
  app.get(PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const { portal, defaults, switches, carried } = await inFirmRead(db, work.firm.id, async (tx) => ({
      portal: await findPortal(tx, portalIdOf(c)),
      defaults: await readPortalDefaults(tx),
      carried: blocksOf(await readTemplateShapes(tx)),
      ...(await readVisibilityAt(tx, portalIdOf(c))),
    }));
    if (!portal) throw nothingHere();
    const model = presentTemplate({
      portal,
      inherited: defaults.template,
      switches,
      carried,
      next: backTo(c.req.query("next")),
    });
    return renderPage(c, <TemplatePage assets={assets} frame={work.frame} model={model} />);
  });
  app.post(PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const { template = "", next } = await readForm(c);
    if (!isTemplate(template) && template !== INHERITED) throw nothingHere();
    const own = template === INHERITED ? null : template;
    if (!(await setTemplate(db, doerOf(work), portalIdOf(c), own))) throw nothingHere();
    return c.redirect(backTo(next), 303);
  });
}

function backTo(next: string | undefined): string {
  return next === undefined ? PORTALS_PATH : localPath(next);
}
