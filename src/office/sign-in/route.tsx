import { unscopedListFirmsOfTeamEmail } from "../../data/queries/firms.ts";
import { officeProofStore } from "../../data/queries/proofs.ts";
import type { Email } from "../../domain/email.ts";
import type { App, AppContext } from "../../http/env.ts";
import { renderPage } from "../../http/render-page.ts";
import { browserLocale } from "../../http/visitor-locale.ts";
import { presentEmailStep } from "../../identity/present-sign-in.ts";
import type { SignInWords } from "../../identity/sign-in-parts.ts";
import { addSignInRoutes } from "../../identity/sign-in-routes.ts";
import type { SignInModel } from "../../ui/components/sign-in-steps.tsx";
import type { OfficeFrame } from "../../ui/frame.ts";
import { FIRMS_PATH, openFrame } from "../frame.ts";
import { frameWords } from "../frame-words.ts";
import { noticePage } from "../notice-page.tsx";
import type { OfficeServices } from "../services.ts";
import { findOwnFirms } from "./find-own-firms.ts";
import { presentNoTeam } from "./present.ts";
import { recordWrongDoor } from "./record-wrong-door.ts";
import { OfficeSignInPage } from "./view.tsx";
import { officeDoorWords } from "./words.ts";

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
    locale: browserLocale,
    words: (c) => wordsIn(browserLocale(c)),
    page: (c, model) => page(services, model, browserLocale(c)),
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
  const locale = browserLocale(c);
  return renderPage(c, page(services, presentEmailStep(step, wordsIn(locale), locale), locale));
}

function page({ assets }: OfficeServices, model: SignInModel, locale: string) {
  return <OfficeSignInPage assets={assets} frame={doorFrame(locale)} model={model} />;
}

function doorFrame(locale: string): OfficeFrame {
  return openFrame(frameWords(locale)("office"), locale);
}

function wordsIn(locale: string): SignInWords {
  const say = officeDoorWords(locale);
  return { heading: say("heading"), lead: say("lead"), open: say("open"), phoneHelp: null };
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
  const locale = browserLocale(c);
  const own = await findOwnFirms(services, email);
  const firms = await Promise.all(
    own.map(async (firm) => ({
      firmName: firm.name,
      href: `${await services.linkOrigin(firm)}/`,
      reference: await recordWrongDoor(services, firm, { email, path }),
    })),
  );
  const around = { assets: services.assets, frame: doorFrame(locale), status: 403 as const };
  return noticePage(c, around, presentNoTeam({ email, firms, locale }));
}
