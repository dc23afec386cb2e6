import { checkAccess } from "../../access/check-access.ts";
import { inFirmRead } from "../../data/database.ts";
import { findConnection } from "../../data/queries/connections.ts";
import type { App } from "../../http/env.ts";
import { renderPage } from "../../http/render-page.ts";
import { openReading } from "../../psa/gateway.ts";
import { LOCALE } from "../../ui/locale.ts";
import { closedPage, listOwnPortals } from "../enter.tsx";
import { firmOf, portalFrame } from "../frame.ts";
import type { PortalServices } from "../services.ts";
import { signInPage } from "../sign-in/route.tsx";
import { presentChooser } from "./present.ts";
import { ChooserPage } from "./view.tsx";

/** `/` of a firm's host: the portals of the signed-in person. A single one opens at once. */
export function addChooser(app: App, services: PortalServices): void {
  app.get("/", async (c) => {
    const firm = firmOf(c);
    const now = services.clock.now();
    const session = await services.sessions.find(c, firm.id);
    if (!session) return signInPage(c, services);
    const connection = await inFirmRead(services.db, firm.id, findConnection);
    const reading = openReading(services.psa.gatewayFor(firm.id, connection));
    const identity = { kind: "signed_in", email: session.email } as const;
    const question = {
      now,
      firm,
      askedSlug: "",
      askedProjectId: null,
      address: { kind: "not_asked" } as const,
      identity,
    };
    const checked = await checkAccess(question, reading.facts);
    const portals = await listOwnPortals(services, firm.id, checked.facts);
    const [only, ...others] = portals;
    if (!only) return closedPage(c, services, checked);
    if (others.length === 0) return c.redirect(only.href, 303);
    const frame = portalFrame({ firm, email: session.email, companyName: null, path: "/" });
    return renderPage(
      c,
      <ChooserPage
        assets={services.assets}
        frame={frame}
        model={presentChooser({ firmName: firm.name, portals, locale: LOCALE })}
      />,
    );
  });
}
