import type { App, AppContext } from "../../../http/env.ts";
import { renderPage } from "../../../http/render-page.ts";
import { LOCALE } from "../../../lib/locale.ts";
import { type AtWork, canChange, enterOffice } from "../../enter.tsx";
import { DIAGNOSE_PATH } from "../../frame.ts";
import { noticePage } from "../../notice-page.tsx";
import type { OfficeServices } from "../../services.ts";
import { typedText } from "../door-asked.ts";
import { REFERENCES_PATH } from "../paths.ts";
import { loadReference } from "./load.ts";
import { presentReference } from "./present.ts";
import { ReferencePage } from "./view.tsx";

/** The decision behind a reference, as it was and as it would be now. */
export function addReference(app: App, services: OfficeServices): void {
  app.get(`${REFERENCES_PATH}/:code`, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const reference = typedText(c.req.param("code"));
    const loaded = await loadReference(services, work, reference);
    if (!loaded) return nothingStored(c, services, work, reference);
    const told = { canChange: canChange(work), now: work.now, locale: LOCALE };
    const model = presentReference({ ...loaded, ...told, reference });
    return renderPage(c, <ReferencePage assets={services.assets} frame={work.frame} model={model} />);
  });
}

/** The same words whether it was never given out, is older than 90 days, or is another firm's. */
function nothingStored(c: AppContext, { assets }: OfficeServices, { frame }: AtWork, reference: string) {
  return noticePage(
    c,
    { assets, frame, status: 404 },
    {
      heading: `Nothing is stored under ${reference}`,
      text: "A reference is kept for 90 days. Ask for the letters again, one by one; or look for the person by email or name.",
      actions: [{ label: "Look for the person", href: DIAGNOSE_PATH }],
    },
  );
}
