import { withTemplate } from "../../access/newly-exposed.ts";
import { recordComparison } from "../../commands/record-comparison.ts";
import { setTemplate } from "../../commands/set-template.ts";
import { inFirmRead } from "../../data/database.ts";
import { readContentSettings } from "../../data/queries/content-settings.ts";
import { readPortalDefaults } from "../../data/queries/portal-defaults.ts";
import { findPortal } from "../../data/queries/portals.ts";
import { readTemplateShapes } from "../../data/queries/template-shapes.ts";
import { readVisibilityAt } from "../../data/queries/visibility.ts";
import { isTemplate, type Template, templates } from "../../domain/firm.ts";
import { blocksOf } from "../../domain/template-shape.ts";
import type { App, AppContext } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { localPath } from "../../http/local-path.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { canPreview, doerOf, enterOffice } from "../enter.tsx";
import { PORTALS_PATH } from "../frame.ts";
import { portalIdOf } from "../portal-id.ts";
import type { OfficeServices } from "../services.ts";
import { askFirst } from "../visibility/confirm/ask-first.tsx";
import { loadSides } from "./load-sides.ts";
import { INHERITED, presentTemplate, templatePath } from "./present.ts";
import { presentSides } from "./present-sides.ts";
import { TemplatePage } from "./view.tsx";

const PATH = `${PORTALS_PATH}/:id/template`;

/** One portal's template: everybody of the team may look, members compare, an admin chooses. `next`: where they came from. */
export function addTemplate(app: App, services: OfficeServices): void {
  const { db } = services;
  app.get(PATH, (c) => showTemplate(c, services));
  app.post(PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const sent = await readForm(c);
    const { template = "", next } = sent;
    if (!isTemplate(template) && template !== INHERITED) throw nothingHere();
    const own = template === INHERITED ? null : template;
    const { portal, inherited, before } = await inFirmRead(db, work.firm.id, async (tx) => ({
      portal: await findPortal(tx, portalIdOf(c)),
      inherited: (await readPortalDefaults(tx)).template,
      before: await readContentSettings(tx),
    }));
    if (!portal) throw nothingHere();
    const change = { kind: "template", template: own ?? inherited, portal } as const;
    const question = await askFirst(c, services, work, {
      ...{ change, before, after: withTemplate(before, ({ id }) => id === portal.id, change.template) },
      target: { action: templatePath(portal.id), fields: { template, ...(next !== undefined && { next }) } },
      ...{ back: backTo(next), sent },
    });
    if (question) return question;
    if (!(await setTemplate(db, doerOf(work), portalIdOf(c), own))) throw nothingHere();
    return c.redirect(backTo(next), 303);
  });
}

async function showTemplate(c: AppContext, services: OfficeServices): Promise<Response> {
  const work = await enterOffice(c, services, isComparison(c) ? "member" : "viewer");
  if (work instanceof Response) return work;
  const { portal, defaults, switches, carried } = await inFirmRead(services.db, work.firm.id, async (tx) => ({
    portal: await findPortal(tx, portalIdOf(c)),
    defaults: await readPortalDefaults(tx),
    carried: blocksOf(await readTemplateShapes(tx)),
    ...(await readVisibilityAt(tx, portalIdOf(c))),
  }));
  if (!portal) throw nothingHere();
  const next = backTo(c.req.query("next"));
  const asked = askedSides(c);
  if (asked) await recordComparison(services.db, doerOf(work), { portalId: portal.id, templates: asked });
  const sides = asked && (await loadSides(services, work, { portal, templates: asked, switches, carried }));
  const model = presentTemplate({ portal, inherited: defaults.template, switches, carried, next, locale: work.locale });
  const compared = canPreview(work)
    ? presentSides({
        ...{ companyName: portal.companyName, action: model.action, next, sides, now: work.now, locale: work.locale },
        chosen: asked ?? [portal.template, otherThan(portal.template)],
      })
    : null;
  return renderPage(c, <TemplatePage assets={services.assets} frame={work.frame} model={model} sides={compared} />);
}

/** Whether the form of the comparison is sent, well or not: its answer carries what clients see. */
function isComparison(c: AppContext): boolean {
  const { left, right } = c.req.query();
  return left !== undefined || right !== undefined;
}

/** The two that the form asks to compare; null where it was not sent. */
function askedSides(c: AppContext): [Template, Template] | null {
  if (!isComparison(c)) return null;
  const { left, right } = c.req.query();
  if (left === undefined || right === undefined || !isTemplate(left) || !isTemplate(right)) throw nothingHere();
  return [left, right];
}

function otherThan(template: Template): Template {
  return templates.find((one) => one !== template) ?? template;
}

function backTo(next: string | undefined): string {
  return next === undefined ? PORTALS_PATH : localPath(next);
}
