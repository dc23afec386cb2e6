import { withTemplate } from "../../access/newly-exposed.ts";
import { setPortalDefaults } from "../../commands/set-portal-defaults.ts";
import { inFirmRead } from "../../data/database.ts";
import { readContentSettings } from "../../data/queries/content-settings.ts";
import { readPortalDefaults } from "../../data/queries/portal-defaults.ts";
import { listPortals } from "../../data/queries/portals.ts";
import { readTemplateShapes } from "../../data/queries/template-shapes.ts";
import { isTemplate } from "../../domain/firm.ts";
import { isPulseEvery, type PortalDefaults } from "../../domain/portal-defaults.ts";
import { BROWSER } from "../../domain/portal-language.ts";
import { blocksOf } from "../../domain/template-shape.ts";
import type { App } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { languages } from "../../lib/locale.ts";
import { canChange, doerOf, enterOffice } from "../enter.tsx";
import { DEFAULTS_PATH } from "../frame.ts";
import type { OfficeServices } from "../services.ts";
import { goOnTelling, takeTold } from "../told.ts";
import { askFirst } from "../visibility/confirm/ask-first.tsx";
import { presentDefaults } from "./present.ts";
import { DefaultsPage } from "./view.tsx";

/** Settings → Client Portals → Defaults. Everybody of the team may look; an admin saves. */
export function addDefaults(app: App, services: OfficeServices): void {
  const { db, assets } = services;
  app.get(DEFAULTS_PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const read = await inFirmRead(db, work.firm.id, async (tx) => ({
      defaults: await readPortalDefaults(tx),
      templates: blocksOf(await readTemplateShapes(tx)),
      portals: await listPortals(tx),
    }));
    const told = {
      canChange: canChange(work),
      isSaved: takeTold(c, services, ["saved"]) !== null,
      locale: work.locale,
    };
    // Whoever goes back from the question finds the form as they had filled it in.
    const model = presentDefaults({ ...read, ...told, defaults: defaultsIn(c.req.query()) ?? read.defaults });
    return renderPage(c, <DefaultsPage assets={assets} frame={work.frame} model={model} />);
  });
  app.post(DEFAULTS_PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const sent = await readForm(c);
    const defaults = defaultsIn(sent);
    if (!defaults) throw nothingHere();
    const { template } = defaults;
    const before = await inFirmRead(db, work.firm.id, readContentSettings);
    const fields = { template, locale: defaults.locale ?? BROWSER, pulse: defaults.pulseEvery };
    const question = await askFirst(c, services, work, {
      ...{ change: { kind: "default", template }, before },
      after: withTemplate(before, ({ isTemplateInherited }) => isTemplateInherited, template),
      target: { action: DEFAULTS_PATH, fields },
      ...{ back: `${DEFAULTS_PATH}?${new URLSearchParams(fields)}`, sent },
    });
    if (question) return question;
    await setPortalDefaults(db, doerOf(work), defaults);
    return goOnTelling(c, services, DEFAULTS_PATH, "saved");
  });
}

/** Null for what the page's own form cannot send. */
function defaultsIn(form: Partial<Record<string, string>>): PortalDefaults | null {
  const { template = "", locale = "", pulse = "" } = form;
  if (!isTemplate(template) || !isPulseEvery(pulse)) return null;
  if (locale === BROWSER) return { template, locale: null, pulseEvery: pulse };
  return languages.some((language) => language === locale) ? { template, locale, pulseEvery: pulse } : null;
}
