import { parseEmail } from "../../../domain/email.ts";
import { parseReference } from "../../../domain/reference.ts";
import type { App } from "../../../http/env.ts";
import { renderPage } from "../../../http/render-page.ts";
import { enterOffice } from "../../enter.tsx";
import { DIAGNOSE_PATH } from "../../frame.ts";
import type { OfficeServices } from "../../services.ts";
import { typedText } from "../door-asked.ts";
import { referencePath } from "../paths.ts";
import { loadPeople } from "./load.ts";
import { presentSearch } from "./present.ts";
import { SearchPage } from "./view.tsx";

/** The search across all portals. A reference leads straight to its page. */
export function addSearch(app: App, services: OfficeServices): void {
  app.get(DIAGNOSE_PATH, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const query = typedText(c.req.query("q"));
    const reference = parseReference(query);
    if (reference) return c.redirect(referencePath(reference), 302);
    const people = await loadPeople(services, work.firm, query, work.now);
    const model = presentSearch({ ...people, query, email: parseEmail(query), now: work.now, locale: work.locale });
    return renderPage(c, <SearchPage assets={services.assets} frame={work.frame} model={model} />);
  });
}
