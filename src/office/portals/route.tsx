import { sensitiveAt } from "../../access/newly-exposed.ts";
import { createPortals, type PortalWish } from "../../commands/create-portals.ts";
import { rotateAddress } from "../../commands/rotate-address.ts";
import { setPortalState } from "../../commands/set-portal-state.ts";
import type { App, AppContext } from "../../http/env.ts";
import { localPath } from "../../http/local-path.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { nowOnly } from "../../psa/patient-listing.ts";
import { parsePage } from "../../ui/pages.ts";
import { type AtWork, doerOf, enterOffice } from "../enter.tsx";
import { PORTALS_PATH } from "../frame.ts";
import { portalIdOf } from "../portal-id.ts";
import { presentListing } from "../present-listed.ts";
import { reloadSoon } from "../reload.ts";
import type { OfficeServices } from "../services.ts";
import { countContacts, loadPortals } from "./load.ts";
import { presentPortals, registerHref } from "./present.ts";
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
    }),
  );
  app.post(`${PORTALS_PATH}/:id/pause`, (c) => change(c, services, (work) => setState(c, services, work, "paused")));
  app.post(`${PORTALS_PATH}/:id/resume`, (c) => change(c, services, (work) => setState(c, services, work, "open")));
}

async function showPortals(c: AppContext, services: OfficeServices): Promise<Response> {
  const work = await enterOffice(c, services, "viewer");
  if (work instanceof Response) return work;
  const { settings, lastVisits, reading } = await loadPortals(services, work.firm);
  const portals = [...settings.portals];
  const isRead = !("kind" in reading);
  const companies = isRead
    ? reading.value.companies
    : portals.map(({ companyId, companyName }) => ({
        id: companyId,
        name: companyName,
        isArchived: false,
        domains: [],
      }));
  const [query, page] = [(c.req.query("q") ?? "").slice(0, 200), parsePage(c.req.query("page"))];
  const model = presentPortals({
    companies,
    portals,
    shownByNew: sensitiveAt(settings, null),
    contactCounts: isRead ? countContacts(reading.value) : null,
    trouble: isRead ? null : reading,
    listed: presentListing(reading, { ...work, href: registerHref(query.trim(), page), reloads: true }),
    gaps: isRead ? reading.gaps : [],
    lastVisits,
    baseUrl: await services.linkOrigin(work.firm),
    query,
    page,
    now: work.now,
    locale: work.locale,
  });
  if (model.isWaiting) reloadSoon(c);
  return renderPage(c, <PortalsPage assets={services.assets} frame={work.frame} model={model} />);
}

/** Does something as an admin and shows the change in the register, or on the page that asked for it (`next`). */
async function change(
  c: AppContext,
  services: OfficeServices,
  act: (work: AtWork) => Promise<void>,
): Promise<Response> {
  const work = await enterOffice(c, services, "admin");
  if (work instanceof Response) return work;
  await act(work);
  const { next } = await readForm(c);
  return c.redirect(next === undefined ? PORTALS_PATH : localPath(next), 303);
}

/** Makes portals for active companies without one: all of them, or the one that was asked for. */
async function createMissing(services: OfficeServices, work: AtWork, onlyCompany: string | null): Promise<void> {
  const reading = nowOnly((await loadPortals(services, work.firm)).reading);
  if ("kind" in reading) return;
  const wishes: PortalWish[] = reading.value.companies
    .filter((company) => !company.isArchived && (onlyCompany === null || company.id === onlyCompany))
    .map((company) => ({ company, template: null }));
  await createPortals(services.db, doerOf(work), wishes);
}

async function setState(c: AppContext, { db }: OfficeServices, work: AtWork, state: "open" | "paused"): Promise<void> {
  await setPortalState(db, doerOf(work), portalIdOf(c), state);
}
