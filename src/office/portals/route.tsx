import { sensitiveAt } from "../../access/newly-exposed.ts";
import { createPortals, type PortalWish } from "../../commands/create-portals.ts";
import { rotateAddress } from "../../commands/rotate-address.ts";
import { setPortalState } from "../../commands/set-portal-state.ts";
import type { Company } from "../../domain/contact.ts";
import type { Portal } from "../../domain/firm.ts";
import type { App, AppContext } from "../../http/env.ts";
import { localPath } from "../../http/local-path.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { parsePage } from "../../ui/pages.ts";
import { type AtWork, doerOf, enterOffice } from "../enter.tsx";
import { PORTALS_PATH } from "../frame.ts";
import { portalIdOf } from "../portal-id.ts";
import { presentListing } from "../present-listed.ts";
import type { OfficeServices } from "../services.ts";
import { goOnTelling, takeTold } from "../told.ts";
import { chooseRows } from "./choose-rows.ts";
import { loadPortals, loadRowFacts, readCompaniesNow } from "./load.ts";
import { isSheet, presentPortals, registerHref } from "./present.ts";
import { PortalsPage } from "./view.tsx";

/** Settings → Client Portals: the register of every client's portal address, and what can be done with each. */
export function addPortals(app: App, services: OfficeServices): void {
  app.get("/", (c) => c.redirect(PORTALS_PATH, 302));
  app.get(PORTALS_PATH, (c) => showPortals(c, services));
  app.post(`${PORTALS_PATH}/create-missing`, (c) => change(c, services, (work) => createMissing(services, work, null)));
  app.post(`${PORTALS_PATH}/create`, async (c) => {
    const { company = "" } = await readForm(c);
    return change(c, services, (work) => createMissing(services, work, company));
  });
  app.post(`${PORTALS_PATH}/:id/rotate`, (c) =>
    change(c, services, async (work) => {
      await rotateAddress(services.db, doerOf(work), portalIdOf(c));
      return null;
    }),
  );
  app.post(`${PORTALS_PATH}/:id/pause`, (c) => change(c, services, (work) => setState(c, services, work, "paused")));
  app.post(`${PORTALS_PATH}/:id/resume`, (c) => change(c, services, (work) => setState(c, services, work, "open")));
}

async function showPortals(c: AppContext, services: OfficeServices): Promise<Response> {
  const work = await enterOffice(c, services, "viewer");
  if (work instanceof Response) return work;
  const { settings, reading } = await loadPortals(services, work.firm);
  const portals = [...settings.portals];
  const read = "kind" in reading ? null : reading;
  const query = (c.req.query("q") ?? "").slice(0, 200).trim();
  const page = parsePage(c.req.query("page"));
  const companies = read?.value.companies ?? portals.map(companyOf);
  const chosen = chooseRows({ companies, portals, query, page, locale: work.locale });
  const { entries } = chosen;
  const facts = await loadRowFacts(services, work.firm, {
    entries: isSheet(chosen.page) ? [] : entries,
    reading: read,
  });
  const href = registerHref(query, page);
  const model = presentPortals({
    ...facts,
    chosen,
    shownByNew: sensitiveAt(settings, null),
    trouble: "kind" in reading ? reading : null,
    listed: presentListing(reading, { ...work, href, reloads: entries.length === 0 }),
    gaps: read?.gaps ?? [],
    baseUrl: await services.linkOrigin(work.firm),
    query,
    page,
    isNotCreated: takeTold(c, services, ["not_created"]) !== null,
    now: work.now,
    locale: work.locale,
  });
  return renderPage(c, <PortalsPage assets={services.assets} frame={work.frame} model={model} />);
}

/** Of a portal whose company nobody can ask about now. */
function companyOf({ companyId, companyName }: Portal): Company {
  return { id: companyId, name: companyName, isArchived: false, domains: [] };
}

/**
 * Does something as an admin and shows the change in the register, or on the page that asked for it (`next`). What is not done
 * is told there.
 */
async function change(
  c: AppContext,
  services: OfficeServices,
  act: (work: AtWork) => Promise<"not_created" | null>,
): Promise<Response> {
  const work = await enterOffice(c, services, "admin");
  if (work instanceof Response) return work;
  const told = await act(work);
  const { next } = await readForm(c);
  const path = next === undefined ? PORTALS_PATH : localPath(next);
  return told ? goOnTelling(c, services, path, told) : c.redirect(path, 303);
}

/** Makes portals for active companies without one: all of them, or the one that was asked for. None where they cannot be read now. */
async function createMissing(services: OfficeServices, work: AtWork, onlyCompany: string | null) {
  const reading = await readCompaniesNow(services, work.firm);
  if ("kind" in reading) return "not_created";
  const wishes: PortalWish[] = reading.value.companies
    .filter((company) => !company.isArchived && (onlyCompany === null || company.id === onlyCompany))
    .map((company) => ({ company, template: null }));
  await createPortals(services.db, doerOf(work), wishes);
  return null;
}

async function setState(c: AppContext, { db }: OfficeServices, work: AtWork, state: "open" | "paused"): Promise<null> {
  await setPortalState(db, doerOf(work), portalIdOf(c), state);
  return null;
}
