import { setDefaultPortal } from "../../commands/set-default-portal.ts";
import type { App, AppContext } from "../../http/env.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { visitorLocale } from "../../http/visitor-locale.ts";
import { askableFirm, brandingOf } from "../branding.ts";
import { closedPage } from "../enter.tsx";
import { CHOOSER_PATH, firmOf, portalFrame } from "../frame.ts";
import type { PortalServices } from "../services.ts";
import { signInPage } from "../sign-in/route.tsx";
import { type Choice, loadChoice } from "./load.ts";
import { presentChooser } from "./present.ts";
import { ChooserPage } from "./view.tsx";

/** `/` of a firm's host: the portals of the signed-in person. A single one opens at once, and so does the one they prefer. */
export function addChooser(app: App, services: PortalServices): void {
  app.get("/", async (c) => {
    const choice = await loadChoice(c, services);
    if (!choice) return signInPage(c, services, visitorLocale(c));
    const [only, ...others] = choice.portals;
    if (!only) return closedPage(c, services, { ...choice.checked, locale: choice.locale });
    const preferred = c.req.query("choose") === undefined ? preferredOf(choice) : undefined;
    const atOnce = others.length === 0 ? only : preferred;
    return atOnce ? c.redirect(atOnce.href, 303) : chooserPage(c, services, choice);
  });
  app.post("/default", async (c) => {
    const { portal = "" } = await readForm(c);
    const choice = await loadChoice(c, services);
    if (!choice) return c.redirect("/", 303);
    const chosen = choice.portals.find(({ id }) => id === portal);
    const { email, defaultPortalId } = choice.session;
    const wished = chosen?.id ?? null;
    // What is not theirs is passed over without a word, so that nobody learns which portals there are; what stands already is
    // no change, and leaves no row behind however often it is sent.
    if ((chosen || portal === "") && wished !== defaultPortalId) {
      const doer = { firmId: firmOf(c).id, actor: "client", now: services.clock.now() };
      await setDefaultPortal(services.db, doer, email, wished);
    }
    return c.redirect(CHOOSER_PATH, 303);
  });
}

/** A portal that is gone, paused or no longer theirs is preferred in vain: they are asked again. */
function preferredOf({ session, portals }: Choice) {
  return portals.find(({ id }) => id === session.defaultPortalId);
}

function chooserPage(c: AppContext, services: PortalServices, choice: Choice): Response | Promise<Response> {
  const firm = firmOf(c);
  const { session, portals, checked, locale } = choice;
  const officeUrl = checked.facts.rules.isTeamMember ? services.officeUrl : null;
  const frame = portalFrame({
    firm: askableFirm(c),
    branding: brandingOf(c),
    locale,
    email: session.email,
    companyName: null,
    path: "/",
    officeUrl,
  });
  const model = presentChooser({
    firmName: firm.name,
    portals,
    preferredId: preferredOf(choice)?.id ?? null,
    locale,
  });
  return renderPage(c, <ChooserPage assets={services.assets} frame={frame} model={model} />);
}
