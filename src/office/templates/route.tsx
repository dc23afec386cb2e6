import { resetTemplate, shapeTemplate } from "../../commands/shape-template.ts";
import { inFirmRead } from "../../data/database.ts";
import { readContentSettings } from "../../data/queries/content-settings.ts";
import { listPortals } from "../../data/queries/portals.ts";
import { readTemplateShapes } from "../../data/queries/template-shapes.ts";
import { readVisibility } from "../../data/queries/visibility.ts";
import { FIRST_TEMPLATE, isTemplate, type Template } from "../../domain/firm.ts";
import { blockOfField, canHideField, isBlockName, isFieldName } from "../../domain/template.ts";
import {
  changeShape,
  isBlockChange,
  isFieldChange,
  type ShapeChange,
  shapeOf,
  type TemplateShape,
} from "../../domain/template-shape.ts";
import type { App, AppContext } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { type AtWork, canChange, doerOf, enterOffice } from "../enter.tsx";
import { TEMPLATES_PATH } from "../frame.ts";
import type { OfficeServices } from "../services.ts";
import { askFirst, type Door } from "../visibility/confirm/ask-first.tsx";
import { presentShape, resetPath, shapePath } from "./present.ts";
import { ShapePage } from "./view.tsx";

const PATH = `${TEMPLATES_PATH}/:template`;

/** Settings → Client Portals → Templates: the firm's own shape of each. Everybody of the team may look; an admin changes. */
export function addTemplates(app: App, services: OfficeServices): void {
  const { db } = services;
  app.get(TEMPLATES_PATH, (c) => c.redirect(shapePath(FIRST_TEMPLATE), 302));
  app.get(PATH, (c) => showShape(c, services));
  app.post(PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const template = templateOf(c);
    const sent = await readForm(c);
    const asked = changeIn(sent);
    if (!asked) throw nothingHere();
    const back = `${shapePath(template)}#${"field" in asked ? blockOfField(asked.field) : asked.block}`;
    const { change: to, ...what } = asked;
    const target = { action: shapePath(template), fields: { ...what, to } };
    const door = { kind: "shape", template, target, back, sent } as const;
    const question = await askAbout(c, work, door, (shape) => changeShape(shape, asked));
    if (question) return question;
    await shapeTemplate(db, doerOf(work), { template, ...asked });
    return c.redirect(back, 303);
  });
  app.post(`${PATH}/reset`, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const template = templateOf(c);
    const back = shapePath(template);
    const target = { action: resetPath(template), fields: {} };
    const door = { kind: "reset", template, target, back, sent: await readForm(c) } as const;
    const question = await askAbout(c, work, door, () => shapeOf(template, null));
    if (question) return question;
    await resetTemplate(db, doerOf(work), template);
    return c.redirect(back, 303);
  });

  async function askAbout(
    c: AppContext,
    work: AtWork,
    door: ShapeDoor,
    change: (shape: TemplateShape) => TemplateShape,
  ) {
    const { kind, template, ...asked } = door;
    const before = await inFirmRead(db, work.firm.id, readContentSettings);
    const after = { ...before, shapes: { ...before.shapes, [template]: change(before.shapes[template]) } };
    return askFirst(c, services, work, { ...asked, change: { kind, template }, before, after });
  }
}

type ShapeDoor = Pick<Door, "target" | "back" | "sent"> & { kind: "shape" | "reset"; template: Template };

/** What a form of the page asks for: a change of one field, or of one block. */
function changeIn({ block = "", field = "", to = "" }: Partial<Record<string, string>>): ShapeChange | null {
  if (isFieldName(field) && canHideField(field) && isFieldChange(to)) return { field, change: to };
  return isBlockName(block) && isBlockChange(to) ? { block, change: to } : null;
}

async function showShape(c: AppContext, services: OfficeServices): Promise<Response> {
  const work = await enterOffice(c, services, "viewer");
  if (work instanceof Response) return work;
  const template = templateOf(c);
  const { shapes, ...read } = await inFirmRead(services.db, work.firm.id, async (tx) => ({
    shapes: await readTemplateShapes(tx),
    switches: await readVisibility(tx),
    portals: await listPortals(tx),
  }));
  const told = { template, shape: shapes[template], canChange: canChange(work), locale: work.locale };
  const model = presentShape({ ...read, ...told });
  return renderPage(c, <ShapePage assets={services.assets} frame={work.frame} model={model} />);
}

function templateOf(c: AppContext): Template {
  const template = c.req.param("template") ?? "";
  if (!isTemplate(template)) throw nothingHere();
  return template;
}
