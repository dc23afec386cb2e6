import { sendRecordedMail } from "../../commands/send-recorded-mail.ts";
import { spendRescueCode } from "../../commands/spend-rescue-code.ts";
import { inFirmRead } from "../../data/database.ts";
import { findBrandingImage } from "../../data/queries/images.ts";
import { portalProofStore } from "../../data/queries/proofs.ts";
import type { App, AppContext } from "../../http/env.ts";
import { localPath } from "../../http/local-path.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { visitorLocale } from "../../http/visitor-locale.ts";
import { presentEmailStep } from "../../identity/present-sign-in.ts";
import type { ProofParts } from "../../identity/prove-email.ts";
import { phoneCodeHash } from "../../identity/secrets.ts";
import type { SignInWords } from "../../identity/sign-in-parts.ts";
import { addSignInRoutes } from "../../identity/sign-in-routes.ts";
import { type MailLook, mailLook } from "../../mail/mail-look.ts";
import type { SignInModel } from "../../ui/components/sign-in-steps.tsx";
import { pathWithTag } from "../asked-link.ts";
import { brandingOf } from "../branding.ts";
import { firmOf, originOf, portalFrame } from "../frame.ts";
import type { PortalServices } from "../services.ts";
import { recordRefusal } from "./record-refusal.ts";
import { SignInPage } from "./view.tsx";
import { doorWords } from "./words.ts";

/** Signing in and out at a firm's portals. */
export function addPortalSignIn(app: App, services: PortalServices): void {
  const { sessions, limits, proofCookie, signInLinkKey } = services;
  addSignInRoutes(app, {
    proof: (c) => proofParts(c, services),
    cookie: proofCookie,
    limits,
    linkKey: signInLinkKey,
    door: (c) => ({ origin: originOf(c), scope: firmOf(c).id }),
    senderName: (c) => firmOf(c).name,
    look: (c) => lookOfMails(c, services),
    sendMail: (c, mail) => sendRecordedMail(services, { firmId: firmOf(c).id, kind: "code" }, mail),
    locale: (c) => visitorLocale(c),
    words: (c) => wordsOf(c, visitorLocale(c)),
    page: (c, model) => page(c, services, { model, locale: visitorLocale(c) }),
    signedInAs: async (c) => (await sessions.find(c, firmOf(c).id))?.email ?? null,
    onProved: async (c, email, nextPath) => {
      await sessions.start(c, firmOf(c).id, email);
      return c.redirect(nextPath, 303);
    },
    recordRefusal: (c, refusal) => recordRefusal(services, firmOf(c), refusal),
  });
  app.post("/sign-out", async (c) => {
    const { next } = await readForm(c);
    await sessions.end(c, firmOf(c).id);
    return c.redirect(localPath(next), 303);
  });
}

async function lookOfMails(c: AppContext, { db }: PortalServices): Promise<MailLook> {
  const branding = brandingOf(c);
  const { logo } = branding;
  return mailLook(branding, logo && (await inFirmRead(db, firmOf(c).id, (tx) => findBrandingImage(tx, logo.id))));
}

function proofParts(c: AppContext, { db, clock, codeKey, phoneCodeKey }: PortalServices): ProofParts {
  const firmId = firmOf(c).id;
  return {
    store: portalProofStore(db, firmId),
    clock,
    codeKey,
    spendPhoneCode: (email, code) => {
      const codeHash = phoneCodeHash(phoneCodeKey, { firmId, email }, code);
      return spendRescueCode(db, { firmId, email, codeHash, now: clock.now() });
    },
  };
}

/** The first step, shown at whatever address was asked for; afterwards that address opens. */
export function signInPage(c: AppContext, services: PortalServices, locale: string): Response | Promise<Response> {
  const step = { email: "", nextPath: pathWithTag(c), problem: null, reference: null, signedInAs: null };
  const model = presentEmailStep(step, wordsOf(c, locale), locale);
  return renderPage(c, page(c, services, { model, locale }));
}

type Said = { model: SignInModel; locale: string };

function page(c: AppContext, { assets }: PortalServices, { model, locale }: Said) {
  const branding = brandingOf(c);
  const frame = portalFrame({ firm: firmOf(c), branding, locale, email: null, companyName: null, path: "/" });
  return <SignInPage assets={assets} frame={frame} model={model} welcome={branding.welcome} />;
}

function wordsOf(c: AppContext, locale: string): SignInWords {
  const say = doorWords(locale);
  const firm = firmOf(c).name;
  return {
    heading: say("heading"),
    lead: say("lead", { firm }),
    open: say("open"),
    phoneHelp: say("phone_help", { firm }),
  };
}
