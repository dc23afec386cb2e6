import { checkAccess } from "../../access/check-access.ts";
import { inFirmRead } from "../../data/database.ts";
import { readDoor } from "../../data/queries/read-door.ts";
import type { App } from "../../http/env.ts";
import { renderPage } from "../../http/render-page.ts";
import { openReading } from "../../psa/gateway.ts";
import { LOCALE } from "../../ui/locale.ts";
import { closedPage, factsOf, listOwnPortals } from "../enter.tsx";
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
    const sessionId = services.sessions.claimedId(c);
    const door = await inFirmRead(services.db, firm.id, (tx) =>
      readDoor(tx, { firmId: firm.id, slug: "", sessionId, now }),
    );
    const { session } = door;
    if (!session) return signInPage(c, services);
    const reading = openReading(services.psa.gatewayFor(firm.id, door.connection));
    const address = { kind: "not_asked" } as const;
    const facts = {
      ...factsOf(c, services, door),
      address,
      now,
      firm,
      askedSlug: "",
      askedProjectId: null,
      context: null,
    };
    const checked = await checkAccess(facts, reading.facts);
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
