import type { App, AppContext } from "../../../http/env.ts";
import { renderPage } from "../../../http/render-page.ts";
import { type AtWork, canChange, enterOffice } from "../../enter.tsx";
import { DIAGNOSE_PATH } from "../../frame.ts";
import { noticePage } from "../../notice-page.tsx";
import type { OfficeServices } from "../../services.ts";
import { typedText } from "../door-asked.ts";
import { REFERENCES_PATH } from "../paths.ts";
import { loadReference } from "./load.ts";
import { presentReference } from "./present.ts";
import { ReferencePage } from "./view.tsx";
import { referenceWords } from "./words.ts";

/** The decision behind a reference, as it was and as it would be now. */
export function addReference(app: App, services: OfficeServices): void {
  app.get(`${REFERENCES_PATH}/:code`, async (c) => {
    const work = await enterOffice(c, services, "viewer");
    if (work instanceof Response) return work;
    const reference = typedText(c.req.param("code"));
    const loaded = await loadReference(services, work, reference);
    if (!loaded) return nothingStored(c, services, work, reference);
    const told = { canChange: canChange(work), now: work.now, locale: work.locale };
    const model = presentReference({ ...loaded, ...told, reference });
    return renderPage(c, <ReferencePage assets={services.assets} frame={work.frame} model={model} />);
  });
}

/** The same words whether it was never given out, is older than 90 days, or is another firm's. */
function nothingStored(c: AppContext, { assets }: OfficeServices, { frame, locale }: AtWork, reference: string) {
  const say = referenceWords(locale);
  return noticePage(
    c,
    { assets, frame, status: 404 },
    {
      heading: say("nothing", { reference }),
      text: say("nothing_text"),
      actions: [{ label: say("look"), href: DIAGNOSE_PATH }],
    },
  );
}
