import { calendarDateOf } from "../../domain/calendar-date.ts";
import type { App, AppContext } from "../../http/env.ts";
import { renderPage } from "../../http/render-page.ts";
import { brandingOf } from "../branding.ts";
import { enterPortal, type Inside } from "../enter.tsx";
import type { PortalServices } from "../services.ts";
import { projectHref, shownProjects } from "../shown-projects.ts";
import { presentHome } from "./present.ts";
import { parseTableQuery } from "./table-query.ts";
import { HomePage } from "./view.tsx";

/** `/{portal}`: the company's projects; where somebody sees one only, that one opens directly. */
export function addHome(app: App, services: PortalServices): void {
  app.get("/:portal", async (c) => {
    const inside = await enterPortal(c, services, { slug: c.req.param("portal"), projectId: null });
    return inside instanceof Response ? inside : showHome(c, services, inside);
  });
}

/** The page for whoever was let in; for the firm, in a preview of it. */
export function showHome(c: AppContext, { assets }: Pick<PortalServices, "assets">, inside: Inside) {
  const { slug, firm, companyName, work, readAt, now, frame, locale, lastVisitAt, news } = inside;
  const [only, ...others] = shownProjects(work);
  if (only && others.length === 0) return c.redirect(projectHref(slug, only), 302);
  const model = presentHome({
    portalSlug: slug,
    firmName: firm.name,
    companyName,
    work,
    query: parseTableQuery((name) => c.req.query(name)),
    readAt,
    now,
    today: calendarDateOf(now),
    lastVisitOn: lastVisitAt && calendarDateOf(lastVisitAt),
    news,
    locale,
  });
  return renderPage(c, <HomePage assets={assets} frame={frame} model={model} welcome={brandingOf(c).welcome} />);
}
