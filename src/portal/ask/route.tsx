import { requestAccess } from "../../commands/request-access.ts";
import { inFirmRead } from "../../data/database.ts";
import { findAskedDoor, findOpenRequest } from "../../data/queries/requests.ts";
import type { Email } from "../../domain/email.ts";
import { parseReference } from "../../domain/reference.ts";
import { networkOf } from "../../http/client-ip.ts";
import type { App, AppContext } from "../../http/env.ts";
import { localPath } from "../../http/local-path.ts";
import { readForm } from "../../http/read-form.ts";
import { renderPage } from "../../http/render-page.ts";
import { visitorLocale } from "../../http/visitor-locale.ts";
import { askableFirm, brandingOf } from "../branding.ts";
import { ClosedPage } from "../closed/view.tsx";
import { wouldOpen } from "../enter.tsx";
import { firmOf, originOf, portalFrame } from "../frame.ts";
import type { PortalServices } from "../services.ts";
import { signInPage } from "../sign-in/route.tsx";
import { presentAsked } from "./present.ts";

const PATH = "/ask";
const REFERENCE_LENGTH_MAX = 40;

/** "Ask the firm": one button on the pages that refuse. What follows is the same for everybody, at whatever door. */
export function addAsk(app: App, services: PortalServices): void {
  app.post(PATH, (c) => ask(c, services));
  app.get(PATH, (c) => showAsked(c, services));
}

async function ask(c: AppContext, services: PortalServices): Promise<Response> {
  const { db, clock, sessions } = services;
  const firm = firmOf(c);
  const session = await sessions.find(c, firm.id);
  const form = await readForm(c);
  const next = localPath(form.next);
  if (!session) return c.redirect(next, 303);
  const { email } = session;
  const open = await inFirmRead(db, firm.id, (tx) => findOpenRequest(tx, email));
  if (open) return c.redirect(askedPath(next, "again"), 303);
  const waitMs = await askWait(c, services, email);
  const reference = parseReference((form.reference ?? "").slice(0, REFERENCE_LENGTH_MAX));
  if (waitMs > 0) return tooOften(c, services, { email, next, waitMs, reference });
  const requested = await requestAccess(db, { firmId: firm.id, email, reference, now: clock.now() });
  if (requested.kind === "already") return c.redirect(askedPath(next, "again"), 303);
  services.tellFirm(firm, requested.request);
  return c.redirect(askedPath(next, "once"), 303);
}

/** A page of its own, so that loading it again asks nothing again. */
async function showAsked(c: AppContext, services: PortalServices): Promise<Response> {
  const { db, clock, sessions } = services;
  const firm = firmOf(c);
  const session = await sessions.find(c, firm.id);
  if (!session) return signInPage(c, services, visitorLocale(c));
  const next = localPath(c.req.query("next"));
  const open = await inFirmRead(db, firm.id, (tx) => findOpenRequest(tx, session.email));
  // A phone that loads this page again in place of their own finds what it waits for.
  if (!open || (await wouldOpen(c, services, slugIn(next)))) return c.redirect(next, 303);
  const kind = c.req.query("asked") === "again" ? "already" : "told";
  const { createdAt: askedAt, reference } = open;
  return page(c, services, { kind, email: session.email, askedAt, reference, next, now: clock.now() });
}

function slugIn(path: string): string {
  return path.split(/[/?#]/)[1] ?? "";
}

function askedPath(next: string, asked: "once" | "again"): string {
  return `${PATH}?${new URLSearchParams({ asked, next })}`;
}

/** The narrower allowance is asked first: what is refused there uses up nothing of the wider one. */
async function askWait(c: AppContext, { limits }: PortalServices, email: Email): Promise<number> {
  const ofPerson = await limits.take("asks_by_person", `${firmOf(c).id} ${email}`);
  return ofPerson || limits.take("asks_from_network", networkOf(c.env.ip));
}

async function tooOften(
  c: AppContext,
  services: PortalServices,
  { email, next, waitMs, reference }: { email: Email; next: string; waitMs: number; reference: string | null },
): Promise<Response> {
  c.header("Retry-After", String(Math.ceil(waitMs / 1000)));
  const now = services.clock.now();
  // The page that they asked on has stored why it refused; one that is not this person's own counts as none.
  const own = reference && (await inFirmRead(services.db, firmOf(c).id, (tx) => findAskedDoor(tx, reference, email)));
  return page(c, services, {
    kind: "too_often",
    email,
    askedAt: now,
    reference: own ? own.reference : "",
    next,
    now,
  });
}

type Asked = Omit<Parameters<typeof presentAsked>[0], "firm" | "host" | "locale">;

function page(c: AppContext, { assets }: PortalServices, asked: Asked): Response | Promise<Response> {
  const firm = askableFirm(c);
  const { host } = new URL(originOf(c));
  const locale = visitorLocale(c);
  const branding = brandingOf(c);
  const { model, status } = presentAsked({ ...asked, firm, host, locale });
  const frame = portalFrame({ firm, branding, locale, email: asked.email, companyName: null, path: asked.next });
  return renderPage(c, <ClosedPage assets={assets} frame={frame} model={model} />, status);
}
