// Before clients are shown something sensitive, the one page that asks. Every door through which that can happen ends here.
import { type ContentSettings, newlyExposed } from "../../../access/newly-exposed.ts";
import type { AppContext } from "../../../http/env.ts";
import { renderPage } from "../../../http/render-page.ts";
import { diagnosisPartsOf } from "../../diagnosis-parts.ts";
import type { AtWork } from "../../enter.tsx";
import type { OfficeServices } from "../../services.ts";
import { countPeople } from "../count-people.ts";
import { isAgreed } from "./agreement.ts";
import { type ConfirmInput, presentConfirm } from "./present.ts";
import { ConfirmPage } from "./view.tsx";

/** `target`: the form that makes the change, with all that was chosen in it. `sent`: that form as it came now. */
export type Door = Pick<ConfirmInput, "change" | "target" | "back"> & {
  before: ContentSettings;
  after: ContentSettings;
  sent: Partial<Record<string, string>>;
};

/** The question, where the change newly shows something sensitive and nobody has agreed to that yet; null: it can be made. */
export async function askFirst(
  c: AppContext,
  services: OfficeServices,
  work: AtWork,
  { before, after, sent, ...asked }: Door,
): Promise<Response | null> {
  const exposure = newlyExposed(before, after);
  if (exposure.fields.length === 0 || isAgreed(sent, exposure)) return null;
  return showConfirm(c, services, work, { ...asked, exposure });
}

/** The question, with the people counted as the PSA is now. */
export async function showConfirm(
  c: AppContext,
  services: OfficeServices,
  work: AtWork,
  asked: Omit<ConfirmInput, "people" | "locale">,
): Promise<Response> {
  const portals = [...asked.exposure.portals];
  const people = portals.length === 0 ? null : await countPeople(await diagnosisPartsOf(services, work), portals);
  const model = presentConfirm({ ...asked, people, locale: work.locale });
  return renderPage(c, <ConfirmPage assets={services.assets} frame={work.frame} model={model} />);
}
