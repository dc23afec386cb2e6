import { portalProofStore } from "../../data/queries/proofs.ts";
import type { App, AppContext } from "../../http/env.ts";
import { localPath } from "../../http/local-path.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { presentCodeStep, presentEmailStep, type SignInWords } from "../../identity/present-sign-in.ts";
import { addSignInRoutes, type EmailStep } from "../../identity/sign-in-routes.ts";
import { LOCALE } from "../../ui/locale.ts";
import { pathWithTag } from "../asked-link.ts";
import { firmOf, portalFrame } from "../frame.ts";
import type { PortalServices } from "../services.ts";
import { SignInPage } from "./view.tsx";

/** Signing in and out at a firm's portals. */
export function addPortalSignIn(app: App, services: PortalServices): void {
  const { db, clock, codeKey, sessions, limits, mailer, proofCookie, assets } = services;
  addSignInRoutes(app, {
    proof: (c) => ({ store: portalProofStore(db, firmOf(c).id), clock, codeKey }),
    cookie: proofCookie,
    limits,
    mailer,
    door: (c) => ({ host: new URL(services.portalOrigin(firmOf(c).slug)).host, scope: firmOf(c).id }),
    senderName: (c) => firmOf(c).name,
    emailPage: (c, step) => emailPage(c, services, step),
    codePage: (c, step) => (
      <SignInPage assets={assets} frame={anonymousFrame(c)} model={presentCodeStep(step, wordsOf(c), LOCALE)} />
    ),
    isSignedIn: async (c) => (await sessions.find(c, firmOf(c).id)) !== null,
    onProved: async (c, email, nextPath) => {
      await sessions.start(c, firmOf(c).id, email);
      return c.redirect(nextPath, 303);
    },
  });
  app.post("/sign-out", async (c) => {
    const { next } = await readForm(c);
    await sessions.end(c, firmOf(c).id);
    return c.redirect(localPath(next), 303);
  });
}

/** The first step, shown at whatever address was asked for; afterwards that address opens. */
export function signInPage(c: AppContext, services: PortalServices): Response | Promise<Response> {
  return renderPage(c, emailPage(c, services, { email: "", nextPath: pathWithTag(c), problem: null }));
}

function emailPage(c: AppContext, { assets }: PortalServices, step: EmailStep) {
  return <SignInPage assets={assets} frame={anonymousFrame(c)} model={presentEmailStep(step, wordsOf(c), LOCALE)} />;
}

function anonymousFrame(c: AppContext) {
  return { ...portalFrame({ firm: firmOf(c), email: null, companyName: null, path: "/" }) };
}

function wordsOf(c: AppContext): SignInWords {
  return {
    heading: "See your projects",
    lead: `Type your work email, the one ${firmOf(c).name} writes to. You get a code by mail; there is no password.`,
    open: "Open my projects",
  };
}
