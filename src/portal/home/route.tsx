import { calendarDateOf } from "../../domain/calendar-date.ts";
import type { App } from "../../http/env.ts";
import { renderPage } from "../../http/render-page.ts";
import { LOCALE } from "../../ui/locale.ts";
import { brandingOf } from "../branding.ts";
import { enterPortal } from "../enter.tsx";
import type { PortalServices } from "../services.ts";
import { presentHome } from "./present.ts";
import { HomePage } from "./view.tsx";

/** `/{portal}`: the company's projects. */
export function addHome(app: App, services: PortalServices): void {
  app.get("/:portal", async (c) => {
    const inside = await enterPortal(c, services, { slug: c.req.param("portal"), projectId: null });
    if (inside instanceof Response) return inside;
    const { slug, firm, companyName, work, readAt, now, frame } = inside;
    const model = presentHome({
      portalSlug: slug,
      firmName: firm.name,
      companyName,
      work,
      readAt,
      now,
      today: calendarDateOf(now),
      locale: LOCALE,
    });
    return renderPage(
      c,
      <HomePage assets={services.assets} frame={frame} model={model} welcome={brandingOf(c).welcome} />,
    );
  });
}
