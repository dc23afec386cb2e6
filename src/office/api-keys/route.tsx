import { apiKeyName, createApiKey } from "../../commands/create-api-key.ts";
import { revokeApiKey } from "../../commands/revoke-api-key.ts";
import { inFirmRead } from "../../data/database.ts";
import { listApiKeys } from "../../data/queries/api-keys.ts";
import type { App, AppContext } from "../../http/env.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { drawApiKey } from "../../identity/api-key.ts";
import { type AtWork, doerOf, enterOffice } from "../enter.tsx";
import { API_KEYS_PATH } from "../frame.ts";
import type { OfficeServices } from "../services.ts";
import { presentApiKeys, presentNewKey } from "./present.ts";
import { ApiKeysPage, NewKeyPage } from "./view.tsx";

/** Settings → API keys. Admins only: a key reads what an admin can diagnose. */
export function addApiKeys(app: App, services: OfficeServices): void {
  app.get(API_KEYS_PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    return work instanceof Response ? work : showKeys(c, services, work, null);
  });
  app.post(API_KEYS_PATH, async (c) => {
    const work = await enterOffice(c, services, "admin");
    return work instanceof Response ? work : createKey(c, services, work);
  });
  app.post(`${API_KEYS_PATH}/:id/revoke`, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    await revokeApiKey(services.db, doerOf(work), c.req.param("id"));
    return c.redirect(API_KEYS_PATH, 303);
  });
}

async function showKeys(c: AppContext, { db, assets }: OfficeServices, work: AtWork, refusedName: string | null) {
  const keys = await inFirmRead(db, work.firm.id, listApiKeys);
  const model = presentApiKeys({ keys, refusedName, now: work.now, locale: work.locale });
  const page = <ApiKeysPage assets={assets} frame={work.frame} model={model} />;
  return renderPage(c, page, refusedName === null ? 200 : 422);
}

/** Answers with the key itself instead of leading on: it is nowhere else to be read. */
async function createKey(c: AppContext, services: OfficeServices, work: AtWork): Promise<Response> {
  const { name: typed = "" } = await readForm(c);
  const name = apiKeyName(typed);
  if (name === null) return showKeys(c, services, work, typed.slice(0, 80));
  const { key, keyHash } = drawApiKey(work.firm.id);
  await createApiKey(services.db, doerOf(work), { name, keyHash });
  const model = presentNewKey({ name, apiKey: key, locale: work.locale });
  return renderPage(c, <NewKeyPage assets={services.assets} frame={work.frame} model={model} />);
}
