import { unscopedListFirmsOfTeamEmail } from "../../data/queries/firms.ts";
import { officeProofStore } from "../../data/queries/proofs.ts";
import type { Email } from "../../domain/email.ts";
import type { App, AppContext } from "../../http/env.ts";
import { renderPage } from "../../http/render-page.ts";
import { presentEmailStep } from "../../identity/present-sign-in.ts";
import type { SignInWords } from "../../identity/sign-in-parts.ts";
import { addSignInRoutes } from "../../identity/sign-in-routes.ts";
import { LOCALE } from "../../lib/locale.ts";
import type { SignInModel } from "../../ui/components/sign-in-steps.tsx";
import { FIRMS_PATH, openFrame } from "../frame.ts";
import { noticePage } from "../notice-page.tsx";
import type { OfficeServices } from "../services.ts";
import { findOwnFirms } from "./find-own-firms.ts";
import { presentNoTeam } from "./present.ts";
import { recordWrongDoor } from "./record-wrong-door.ts";
import { OfficeSignInPage } from "./view.tsx";

const words: SignInWords = {
  heading: "Sign in to your firm’s office",
  lead: "Type your work email. You get a code by mail; there is no password. Clients use the portal address that their firm sent them.",
  open: "Open the office",
  phoneHelp: null,
};

/** Signing in and out of the team's own side. */
export function addOfficeSignIn(app: App, services: OfficeServices): void {
  const { db, clock, codeKey, sessions, limits, mailer, proofCookie, signInLinkKey } = services;
  addSignInRoutes(app, {
    proof: () => ({ store: officeProofStore(db), clock, codeKey, spendPhoneCode: null }),
    cookie: proofCookie,
    limits,
    linkKey: signInLinkKey,
    door: () => ({ origin: services.origin, scope: "office" }),
    senderName: () => "ProLens",
    sendMail: (_c, mail) => mailer.send(mail),
    locale: () => LOCALE,
    words: () => words,
    page: (_c, model) => page(services, model),
    signedInAs: async (c) => (await sessions.find(c))?.email ?? null,
    onProved: (c, email, nextPath) => openOffice(c, services, email, nextPath),
    // Before the proof it is not known whose firm it would be.
    recordRefusal: async () => null,
  });
  app.post("/sign-out", async (c) => {
    await sessions.end(c);
    return c.redirect("/", 303);
  });
}

/** The first step, shown at whatever address was asked for; afterwards that address opens. */
export function officeSignInPage(c: AppContext, services: OfficeServices): Response | Promise<Response> {
  const nextPath = c.req.method === "GET" ? c.req.path : "/";
  const step = { email: "", nextPath, problem: null, reference: null, signedInAs: null };
  return renderPage(c, page(services, presentEmailStep(step, words, LOCALE)));
}

function page({ assets }: OfficeServices, model: SignInModel) {
  return <OfficeSignInPage assets={assets} frame={openFrame("Office", LOCALE)} model={model} />;
}

async function openOffice(c: AppContext, services: OfficeServices, email: Email, nextPath: string): Promise<Response> {
  const [firm, ...others] = await unscopedListFirmsOfTeamEmail(services.db, email);
  if (!firm || !(await services.sessions.start(c, firm.id, email)))
    return noTeamPage(c, services, { email, path: nextPath });
  return c.redirect(others.length > 0 ? FIRMS_PATH : nextPath, 303);
}

/** The email is proved, so it may be told that it is in no team, and where its portals are. No other firm is named. */
async function noTeamPage(
  c: AppContext,
  services: OfficeServices,
  { email, path }: { email: Email; path: string },
): Promise<Response> {
  const firms = await findOwnFirms(services, email);
  const references = await Promise.all(firms.map((firm) => recordWrongDoor(services, firm, { email, path })));
  const portals = await Promise.all(
    firms.map(async (firm) => ({
      label: `Open your projects at ${firm.name}`,
      href: `${await services.linkOrigin(firm)}/`,
    })),
  );
  const around = { assets: services.assets, frame: openFrame("Office", LOCALE), status: 403 as const };
  return noticePage(c, around, presentNoTeam(email, portals, references));
}
