import { issueRescueCode, RESCUE_CODE_LIFE_MS } from "../../commands/issue-rescue-code.ts";
import { diagnosePerson } from "../../diagnosis/diagnose-person.ts";
import { type Email, parseEmail } from "../../domain/email.ts";
import type { App, AppContext } from "../../http/env.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { drawPhoneCode, phoneCodeHash } from "../../identity/secrets.ts";
import { diagnosisPartsOf } from "../diagnosis-parts.ts";
import { type AtWork, doerOf, enterOffice } from "../enter.tsx";
import { DIAGNOSE_PATH } from "../frame.ts";
import type { OfficeServices } from "../services.ts";
import { presentCode, presentNoCode, presentNoEmail, type RescueCodeModel, stepAgainstCode } from "./present.ts";
import { RescueCodePage } from "./view.tsx";

type Shown = { model: RescueCodeModel; status: 200 | 422 | 503 };

/** Settings → Client Portals → Diagnose: a code to be read out to a contact on the phone. Shown once, in this very answer. */
export function addRescueCode(app: App, services: OfficeServices): void {
  app.post(`${DIAGNOSE_PATH}/code`, async (c: AppContext) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const email = parseEmail((await readForm(c)).email ?? "");
    const { model, status } = email ? await giveCode(services, work, email) : noEmail(work);
    return renderPage(c, <RescueCodePage assets={services.assets} frame={work.frame} model={model} />, status);
  });
}

function noEmail({ locale }: AtWork): Shown {
  return { model: presentNoEmail(locale), status: 422 };
}

/** Only for whom the PSA confirms at this moment; what it cannot tell is no yes. */
async function giveCode(services: OfficeServices, work: AtWork, email: Email): Promise<Shown> {
  const { decision } = await diagnosePerson(await diagnosisPartsOf(services, work), email, { kind: "own" });
  const against = stepAgainstCode(decision);
  if (against) {
    const model = presentNoCode({ email, decision, step: against, locale: work.locale });
    return { model, status: against.verdict === "unknown" ? 503 : 422 };
  }
  const code = drawPhoneCode();
  const codeHash = phoneCodeHash(services.phoneCodeKey, { firmId: work.firm.id, email }, code);
  await issueRescueCode(services.db, doerOf(work), { email, codeHash });
  const minutes = RESCUE_CODE_LIFE_MS / 60_000;
  return { model: presentCode({ email, code, minutes, locale: work.locale }), status: 200 };
}
