import { calendarDateOf } from "../../domain/calendar-date.ts";
import type { App, AppContext } from "../../http/env.ts";
import { renderPage } from "../../http/render-page.ts";
import { brandingOf } from "../branding.ts";
import { enterPortal, type Inside } from "../enter.tsx";
import { sendCsv } from "../project/answer-csv.ts";
import type { PortalServices } from "../services.ts";
import { onlyProject, projectHref } from "../shown-projects.ts";
import { presentHome } from "./present.ts";
import { presentHomeInvoicesCsv } from "./present-invoices.ts";
import { presentProjectsCsv } from "./present-projects-csv.ts";
import { parseTableQuery } from "./table-query.ts";
import { HomePage } from "./view.tsx";

/** `/{portal}`: the company's projects; where somebody sees one only, that one opens directly. */
export function addHome(app: App, services: PortalServices): void {
  app.get("/:portal", async (c) => {
    const inside = await enterPortal(c, services, { slug: c.req.param("portal"), projectId: null });
    return inside instanceof Response ? inside : showHome(c, services, inside);
  });
  for (const name of homeFiles)
    app.get(`/:portal/${name}.csv`, async (c) => {
      const inside = await enterPortal(c, services, { slug: c.req.param("portal"), projectId: null });
      return inside instanceof Response ? inside : (homeFileFor(c, inside, name) ?? c.notFound());
    });
}

/** What the home page offers as files. */
export const homeFiles = ["invoices", "projects"] as const;

/** One of them, for whoever was let in, and for the firm in a preview; null where the page has no such table. */
export function homeFileFor(c: AppContext, inside: Inside, name: (typeof homeFiles)[number]): Response | null {
  const { work, now, locale } = inside;
  const input = { work, today: calendarDateOf(now), query: queryOf(c), locale };
  const file = { invoices: presentHomeInvoicesCsv, projects: presentProjectsCsv }[name](input);
  return file && sendCsv(c, file);
}

function queryOf(c: AppContext) {
  return parseTableQuery((name) => c.req.query(name));
}

/** The page for whoever was let in; for the firm, in a preview of it. */
export function showHome(c: AppContext, { assets }: Pick<PortalServices, "assets">, inside: Inside) {
  const { granted, slug, firm, companyName, work, readAt, now, frame, locale, lastVisitAt } = inside;
  const only = onlyProject(work);
  if (only) return c.redirect(projectHref(slug, only), 302);
  const model = presentHome({
    portalSlug: slug,
    firmName: firm.name,
    companyName,
    work,
    query: queryOf(c),
    readAt,
    now,
    today: calendarDateOf(now),
    lastVisitOn: lastVisitAt && calendarDateOf(lastVisitAt),
    news: granted.fields.updates?.visible === true ? inside.news : [],
    locale,
  });
  return renderPage(c, <HomePage assets={assets} frame={frame} model={model} welcome={brandingOf(c).welcome} />);
}
