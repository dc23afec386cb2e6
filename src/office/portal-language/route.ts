import { setPortalLanguage } from "../../commands/set-portal-language.ts";
import { isPortalLanguage } from "../../domain/portal-language.ts";
import type { App } from "../../http/env.ts";
import { nothingHere } from "../../http/errors.ts";
import { readForm } from "../../http/read-form.ts";
import { doerOf, enterOffice } from "../enter.tsx";
import { PORTALS_PATH, portalVisibilityPath } from "../frame.ts";
import { portalIdOf } from "../portal-id.ts";
import type { OfficeServices } from "../services.ts";
import { INHERIT, LANGUAGE_ID } from "./present.ts";

/** The language of one portal, set by an admin on the page of what it shows. */
export function addPortalLanguage(app: App, services: OfficeServices): void {
  app.post(`${PORTALS_PATH}/:id/language`, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const { language = "" } = await readForm(c);
    if (!isPortalLanguage(language) && language !== INHERIT) throw nothingHere();
    const wish = { portalId: portalIdOf(c), language: language === INHERIT ? null : language };
    if (!(await setPortalLanguage(services.db, doerOf(work), wish))) throw nothingHere();
    return c.redirect(`${portalVisibilityPath(wish.portalId)}#${LANGUAGE_ID}`, 303);
  });
}
