// The way in that every page of a portal takes: our own storage, the PSA, the decision, its record. In this order, always.

import { type CheckedAccess, checkAccess } from "../access/check-access.ts";
import type { ShownWork } from "../access/content.ts";
import { closedKindOf } from "../access/explain/visitor.ts";
import type { Facts } from "../access/facts.ts";
import type { Granted } from "../access/granted.ts";
import { inFirmRead } from "../data/database.ts";
import { type Door, readDoor } from "../data/queries/read-door.ts";
import type { UpdateNews } from "../data/queries/updates.ts";
import type { Email } from "../domain/email.ts";
import type { Firm } from "../domain/firm.ts";
import type { ProjectId } from "../domain/ids.ts";
import type { PulseEvery } from "../domain/portal-defaults.ts";
import { askedPath } from "../http/asked-path.ts";
import type { AppContext } from "../http/env.ts";
import { renderPage } from "../http/render-page.ts";
import { visitorLocale } from "../http/visitor-locale.ts";
import { isLinkTagOf } from "../identity/link-tag.ts";
import type { PortalFrame } from "../ui/frame.ts";
import { linkTagIn, pathWithTag } from "./asked-link.ts";
import { askableFirm, brandingOf, keepBranding } from "./branding.ts";
import { isForMembers, presentClosed } from "./closed/present.ts";
import { storeRefusal } from "./closed/store-refusal.ts";
import { ClosedPage } from "./closed/view.tsx";
import { firmOf, portalFrame } from "./frame.ts";
import { portalLocale } from "./language.ts";
import { leadOn, withSlug } from "./lead-on.ts";
import { countRefusal, openLiveReading } from "./live-questions.ts";
import { listOwnPortals, listPortalsToSwitch } from "./own-portals.ts";
import type { PortalServices } from "./services.ts";
import { signInPage } from "./sign-in/route.tsx";

/** What a page may show, and to whom. */
export type Inside = {
  granted: Granted<"portal.view">;
  firm: Firm;
  /** What every link within the portal begins with, after the first slash: its address, or that of a preview. */
  slug: string;
  companyName: string;
  work: ShownWork;
  readAt: Date;
  now: Date;
  /** How this person's page writes, and in which language. */
  locale: string;
  /** How often the firm asks how it is going. */
  pulseEvery: PulseEvery;
  /** When they were last here before this visit; null where that is not known. */
  lastVisitAt: Date | null;
  /** The newest published updates, of projects that they may not see as well: to be shown with a project that is theirs only. */
  news: UpdateNews[];
  frame: PortalFrame;
};

/** Longer than any address can be (domain/slug), so that cutting never makes one. */
const SLUG_KEPT_MAX = 64;

type Asked = { slug: string; projectId: ProjectId | null };

/** Lets the visitor in, or answers with the page that says why not and what to do. */
export async function enterPortal(c: AppContext, services: PortalServices, asked: Asked): Promise<Inside | Response> {
  const firm = firmOf(c);
  const slug = keptSlug(asked.slug);
  const now = services.clock.now();
  const sessionId = services.sessions.claimedId(c);
  const door = await inFirmRead(services.db, firm.id, (tx) => readDoor(tx, { firmId: firm.id, slug, sessionId, now }));
  keepBranding(c, door.branding);
  const reading = await openLiveReading(c, services, door);
  const checked = await checkAccess(
    { now, firm, askedSlug: slug, askedProjectId: asked.projectId, context: null, ...factsOf(c, services, door) },
    reading.facts,
  );
  if (!door.session) return signInPage(c, services, visitorLocale(c, door.locale));
  await services.sessions.keepAlive(c, firm.id, door.session);
  const { granted, decision, facts } = checked;
  const locale = portalLocale(c, checked, door);
  if (!granted) {
    const path = await leadOn(c, services, checked, reading.facts);
    return path === null ? closedPage(c, services, { ...checked, locale }) : c.redirect(path, 303);
  }
  const [portals] = await Promise.all([
    listPortalsToSwitch(services, firm.id, facts),
    services.decisions.store({ decision, source: "visit", portalId: door.found?.portal.id ?? null }),
  ]);
  const current = decision.portal.currentSlug ?? slug;
  // Without the tag of a mailed link: what is bookmarked or passed on is the plain address. What a form has sent is taken where
  // it arrived, for a redirect would lose it; the page that follows stands at the current address.
  if (c.req.method !== "POST" && (door.found?.isRetired || linkTagIn(c) !== null)) {
    return c.redirect(withSlug(c, current), 303);
  }
  const companyName = decision.company?.name ?? "";
  const frame = portalFrame({
    firm: askableFirm(c),
    branding: door.branding,
    locale,
    email: granted.email,
    companyName,
    path: askedPath(c),
    switchable: { portals, current: granted.companyId },
    officeUrl: facts.rules.isTeamMember ? services.officeUrl : null,
  });
  const { pulseEvery, lastVisitAt, news } = door;
  return {
    ...{ granted, firm, slug: current, companyName, now, locale, pulseEvery, lastVisitAt, news, frame },
    ...reading.content(granted),
  };
}

/**
 * Whether a portal would let them in now: for the page on which they wait for that. Nothing is stored, because nothing is
 * shown for it; the page that they go on to decides, and stores, for itself.
 */
export async function wouldOpen(c: AppContext, services: PortalServices, asked: string): Promise<boolean> {
  const firm = firmOf(c);
  const slug = keptSlug(asked);
  const now = services.clock.now();
  const sessionId = services.sessions.claimedId(c);
  const door = await inFirmRead(services.db, firm.id, (tx) => readDoor(tx, { firmId: firm.id, slug, sessionId, now }));
  const question = { now, firm, askedSlug: slug, askedProjectId: null, context: null, ...factsOf(c, services, door) };
  const reading = await openLiveReading(c, services, door);
  const checked = await checkAccess(question, reading.facts);
  await countRefusal(services, checked);
  return checked.granted !== null;
}

/** Phones begin with a capital. What can be no address is kept short, for it is stored; PostgreSQL takes no NUL in a text. */
function keptSlug(asked: string): string {
  return asked.slice(0, SLUG_KEPT_MAX).toLowerCase().replaceAll("\0", "\uFFFD");
}

/** The page for somebody who is signed in and does not get in. Where it has a reference, the decision is on disk before it leaves. */
export async function closedPage(
  c: AppContext,
  services: PortalServices,
  { decision, facts, locale }: CheckedAccess & { locale: string },
): Promise<Response> {
  const firm = askableFirm(c);
  const portals = await listOwnPortals(services, firm.id, facts);
  const kind = closedKindOf(decision, portals.length > 0);
  if (kind === "sign_in") return signInPage(c, services, locale);
  await countRefusal(services, { decision, facts, granted: null });
  const portalId = facts.address.kind === "found" ? facts.address.portal.id : null;
  const reference = await storeRefusal(c, services, { decision, portalId });
  const isMember = isForMembers(kind);
  const officeUrl = facts.rules.isTeamMember ? services.officeUrl : null;
  const companyName = isMember ? (decision.company?.name ?? null) : null;
  const email = decision.email ?? "";
  const path = askedPath(c);
  const { model, status } = presentClosed({
    kind,
    firm,
    email,
    companyName,
    portals,
    reference,
    path: pathWithTag(c),
    homeHref: `/${path.split("/")[1] ?? ""}`,
    officeUrl,
    // Without a scheme: behind a proxy the one seen here is not the one in the visitor’s address bar.
    place: `${new URL(c.req.url).host}${path}`,
    locale,
  });
  const switchable = isMember ? { portals, current: decision.company?.id ?? null } : null;
  const branding = brandingOf(c);
  const frame = portalFrame({ firm, branding, locale, email, companyName, path, switchable, officeUrl });
  return renderPage(c, <ClosedPage assets={services.assets} frame={frame} model={model} />, status);
}

/** What our own storage says about a request, as facts. */
export function factsOf(
  c: AppContext,
  { linkKeys, sessions }: PortalServices,
  door: Door,
): Pick<Facts, "psaKind" | "address" | "identity" | "rules"> {
  const tag = linkTagIn(c);
  const isLinkForOther = (email: Email) => tag !== null && !isLinkTagOf(linkKeys, tag, { firmId: firmOf(c).id, email });
  return {
    psaKind: door.connection?.kind ?? null,
    rules: door.rules,
    address: door.found ? { kind: "found", ...door.found } : { kind: "nothing" },
    identity: door.session
      ? { kind: "signed_in", email: door.session.email, isLinkForOther: isLinkForOther(door.session.email) }
      : { kind: "nobody", cause: sessions.claimedId(c) ? "sess.expired" : "sess.none", claimed: null },
  };
}
