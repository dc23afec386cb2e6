// The one place that fixes the order of a request: health, limits, headers, host, cross-site check, then the pages.
import { randomUUID } from "node:crypto";
import { setTimeout as passed } from "node:timers/promises";
import { Hono, type MiddlewareHandler, type Next } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import type { Logger } from "pino";
import { apiRoutes } from "./api/routes.ts";
import type { ApiApp } from "./api/services.ts";
import type { AppParts } from "./app-parts.ts";
import { type Database, inFirmRead } from "./data/database.ts";
import { DecisionLog } from "./data/decision-log.ts";
import { readBranding } from "./data/queries/branding.ts";
import { findCustomHost, unscopedFindFirmByHost } from "./data/queries/custom-hosts.ts";
import { unscopedFindFirmBySlug } from "./data/queries/firms.ts";
import { readPortalLocale } from "./data/queries/portal-locale.ts";
import { noBranding } from "./domain/branding.ts";
import type { Firm } from "./domain/firm.ts";
import { type AssetFiles, loadAssets } from "./http/assets.ts";
import { brandStylesRoutes } from "./http/brand-styles.ts";
import { clientIp, trustedProxies } from "./http/client-ip.ts";
import { forbidCrossSite } from "./http/cross-site.ts";
import { discardBody } from "./http/discard-body.ts";
import type { App, AppContext, AppEnv, RequestFacts } from "./http/env.ts";
import { bodyTooLarge, nothingHere } from "./http/errors.ts";
import { onError, type Surroundings } from "./http/on-error.tsx";
import { pendingHostPage } from "./http/pending-host-page.tsx";
import { onApiError } from "./http/problem.ts";
import { isUploadTooLarge } from "./http/read-form.ts";
import { safeHeaders } from "./http/safe-headers.ts";
import { browserLocale, visitorLocale } from "./http/visitor-locale.ts";
import { hostCookie } from "./identity/cookies.ts";
import { linkTagKey } from "./identity/link-tag.ts";
import { deriveKey } from "./identity/secrets.ts";
import { officeSessions, portalSessions } from "./identity/sessions.ts";
import { type JobParts, jobParts } from "./job-parts.ts";
import { checkConnection } from "./jobs/check-connection.ts";
import { checkConnections } from "./jobs/check-connections.ts";
import { reportWaiting } from "./jobs/report-read.ts";
import { watchFirm } from "./jobs/watch-firm.ts";
import { watchFirms } from "./jobs/watch-firms.ts";
import type { AppError } from "./lib/app-error.ts";
import { Background } from "./lib/background.ts";
import { takesUploads } from "./office/frame.ts";
import { mailAdmins } from "./office/requests/mail-admins.ts";
import { officeRoutes } from "./office/routes.tsx";
import type { OfficeServices } from "./office/services.ts";
import { portalRoutes } from "./portal/routes.tsx";
import { previewRoutes } from "./preview/routes.ts";
import { type Places, placeFinder } from "./tenancy/find-place.ts";
import { type Hosts, placeOf } from "./tenancy/place.ts";

const BODY_BYTES_MAX = 64 * 1024;
/** Two clicks on "Look now" are one look. */
const LOOK_AGAIN_MS = 5_000;

/** Where a request came from, as the server saw it. */
export type Peer = { address: string | undefined };

export type BuiltApp = {
  fetch: (request: Request, peer: Peer) => Promise<Response>;
  /** The pages by host and the API, for tests that walk every route. */
  surfaces: { portal: App; office: App; api: ApiApp };
  decisions: DecisionLog;
  /** What goes on after a page has left; idle before storage is closed. */
  background: Background;
  /** One round of the drift watch: every firm that is due; none is begun once it is stopped. */
  watch: (stopped?: AbortSignal) => Promise<void>;
  /** One round of checks: every connection that is due; none is begun once it is stopped. */
  check: (stopped?: AbortSignal) => Promise<void>;
  /** The checks that pages have brought forward and that could not be made at once; none is begun once it is stopped. */
  checkAgain: (stopped?: AbortSignal) => Promise<void>;
  /** Gives up the readings that nobody's page waits for, so that the program can end. */
  giveUpReading: () => void;
};

/** The whole program over parts that are open already: it starts nothing, and its jobs run when they are called. */
export function buildApp(parts: AppParts): BuiltApp {
  const { config, db, log } = parts;
  const assets = loadAssets();
  const decisions = new DecisionLog(db);
  const background = new Background((err) => log.error({ err }, "work after a page failed"));
  const places = findPlaces(db, config);
  const watching = jobParts(parts, { decisions, background });
  const surfaces = buildSurfaces(parts, { decisions, background, places, watching }, assets.paths);
  const trusted = trustedProxies(config.trustedProxies);
  const app = new Hono<AppEnv>();
  app.get("/healthz", (c) => c.text("ok"));
  app.get("/readyz", (c) =>
    answerReady(db).then((isReady) => c.text(isReady ? "ready" : "not ready", isReady ? 200 : 503)),
  );
  app.use(compress(), safeHeaders(config.officeUrl.protocol === "https:"));
  app.use(limitBodies(config));
  app.route("/", assets.routes);
  app.route("/", brandStylesRoutes());
  app.use(forbidCrossSite());
  app.all("*", async (c) => {
    const place = await places.find(c.req.header("host"));
    if (place.kind === "nowhere") throw nothingHere();
    if (place.kind === "office") return surfaces[isApi(c.req.path) ? "api" : "office"].fetch(c.req.raw, c.env);
    const { kind, ...found } = place;
    if (kind === "pending") return pendingHostPage(c, { ...found, assets: assets.paths });
    return surfaces.portal.fetch(c.req.raw, { ...c.env, ...found });
  });
  for (const surface of [app, surfaces.portal, surfaces.office]) {
    const around = (c: AppContext, fault: AppError | null) => surroundings(c, fault, { places, hosts: config });
    const answerFault = onError(assets.paths, around);
    surface.onError((err, c) => (isAtApi(c, config) ? onApiError(err, c) : answerFault(err, c)));
    surface.notFound((c) => answerFault(nothingHere(), c));
  }
  return {
    fetch: (request, peer) => handle(app, request, { log, peer, trusted }),
    surfaces,
    decisions,
    background,
    ...roundsOf(watching, log),
  };
}

/** What happens without a request, a round at a time, and how it ends. */
function roundsOf(watching: JobParts, log: Logger): Pick<BuiltApp, "watch" | "check" | "checkAgain" | "giveUpReading"> {
  const telling = (what: string) => (err: unknown, firm?: Firm) => log.error({ err, firm: firm?.slug }, what);
  const round = (what: string, stopped?: AbortSignal) => ({ onFault: telling(what), ...(stopped && { stopped }) });
  return {
    watch: (stopped) => watchFirms(watching, round("a look at a firm failed", stopped)),
    check: (stopped) => checkConnections(watching, round("a check of a connection failed", stopped)),
    checkAgain: (stopped) => reportWaiting(watching, round("a check that a page has brought forward failed", stopped)),
    giveUpReading: () => watching.psa.stop(),
  };
}

type Shared = { decisions: DecisionLog; background: Background; places: Places; watching: JobParts };

function buildSurfaces(parts: AppParts, shared: Shared, assets: AssetFiles["paths"]) {
  const { decisions, background, places, watching } = shared;
  const { db, clock, config, keys, vault, connect, limits, mailer, mailbox } = parts;
  const masterKey = keys.current;
  const isSecure = config.officeUrl.protocol === "https:";
  const { psa } = watching;
  const derived = { linkKey: linkTagKey(masterKey), phoneCodeKey: deriveKey(masterKey, "codes by phone") };
  const common = { db, clock, psa, limits, mailer, assets, linkOrigin: places.linkOrigin, ...derived };
  const portal = portalRoutes({
    ...common,
    linkKeys: [masterKey, ...keys.former].map(linkTagKey),
    decisions,
    officeUrl: config.officeUrl,
    tellFirm: (firm, request) =>
      background.run(() => mailAdmins({ ...common, officeUrl: config.officeUrl }, firm, request)),
    sessions: portalSessions({ db, clock, cookie: hostCookie("prolens_portal", isSecure) }),
    proofCookie: hostCookie("prolens_portal_proof", isSecure),
    codeKey: deriveKey(masterKey, "portal sign-in codes"),
    signInLinkKey: deriveKey(masterKey, "portal sign-in links"),
  });
  const officeServices: OfficeServices = {
    ...common,
    connect,
    vault,
    decisions,
    sessions: officeSessions({ db, clock, cookie: hostCookie("prolens_office", isSecure) }),
    proofCookie: hostCookie("prolens_office_proof", isSecure),
    toldCookie: hostCookie("prolens_office_told", isSecure),
    codeKey: deriveKey(masterKey, "office sign-in codes"),
    signInLinkKey: deriveKey(masterKey, "office sign-in links"),
    mailbox,
    checkNow: (firm) => checkConnection(watching, firm, clock.now()),
    lookNow: (firm) => {
      const looking = watchFirm(watching, firm, new Date(clock.now().getTime() - LOOK_AGAIN_MS));
      background.run(() => looking);
      return Promise.race([looking, passed(parts.psaDeadlineMs, null)]);
    },
    origin: config.officeUrl.origin,
    hosts: config,
  };
  const office = officeRoutes(officeServices, previewRoutes);
  const api = apiRoutes({ ...common, decisions, hosts: config });
  return { portal, office, api };
}

/** Forms are small; only where the office takes pictures may one be larger. What is too large is never kept, and always answered. */
function limitBodies(hosts: Hosts): MiddlewareHandler<AppEnv> {
  const small = bodyLimit({
    maxSize: BODY_BYTES_MAX,
    onError: async (c) => {
      await discardBody(c.req.raw.body);
      throw bodyTooLarge();
    },
  });
  return (c, next) => {
    if (!isUpload(c, hosts)) return small(c, next);
    return isUploadTooLarge(c) ? answerWithoutBody(c, next) : next();
  };
}

/** Whose page it is says what is wrong, beside the field where it can; the answer leaves when all of the form has come. */
async function answerWithoutBody(c: AppContext, next: Next): Promise<void> {
  const { body, method, headers, url } = c.req.raw;
  c.req.raw = new Request(url, { method, headers });
  await next();
  await discardBody(body);
}

/** INVARIANT: its length is known beforehand, so that none of it is read before the page knows that somebody of the team sends it. */
function isUpload(c: AppContext, hosts: Hosts): boolean {
  const isForm = /^multipart\/form-data\b/i.test(c.req.header("content-type") ?? "");
  const isAtOffice = placeOf(c.req.header("host"), hosts).kind === "office" && takesUploads(c.req.path);
  return isForm && isAtOffice && c.req.header("content-length") !== undefined && !c.req.header("transfer-encoding");
}

function isApi(path: string): boolean {
  return path === "/api" || path.startsWith("/api/");
}

/** What is refused before the API is reached is refused in its way too. */
function isAtApi(c: AppContext, hosts: Hosts): boolean {
  return isApi(c.req.path) && isAtOffice(c, hosts);
}

function isAtOffice(c: AppContext, hosts: Hosts): boolean {
  return placeOf(c.req.header("host"), hosts).kind === "office";
}

/** Where a request belongs; what it needs to know of our storage is one narrow question each. */
function findPlaces(db: Database, config: AppParts["config"]): Places {
  return placeFinder(config, {
    bySlug: (slug) => unscopedFindFirmBySlug(db, slug),
    byHost: (host) => unscopedFindFirmByHost(db, host),
    liveHostOf: async (firm) => {
      const custom = await inFirmRead(db, firm.id, findCustomHost);
      return custom?.state === "live" ? custom.host : null;
    },
    settingsOf: (firm) =>
      inFirmRead(db, firm.id, async (tx) => ({
        portalLocale: await readPortalLocale(tx),
        branding: await readBranding(tx),
      })),
  });
}

async function answerReady(db: Database): Promise<boolean> {
  return db.pool.query("select 1").then(
    () => true,
    () => false,
  );
}

/**
 * What stands around a page about a fault. It follows from the host alone, and from what is remembered of its firm: nothing in it
 * tells what stands at the address. Where storage may be the trouble it is not asked, and the page is plain.
 */
async function surroundings(
  c: AppContext,
  fault: AppError | null,
  { places, hosts }: { places: Places; hosts: Hosts },
): Promise<Surroundings> {
  if (isAtOffice(c, hosts)) return { firm: null, branding: noBranding, locale: browserLocale(c), hasStart: true };
  const mayAsk = fault !== null && fault.status < 500;
  const known = c.env.firm ? c.env : mayAsk && (await findPortals(places, c));
  if (!known) return { firm: null, branding: noBranding, locale: visitorLocale(c, null), hasStart: false };
  const { firm, branding, portalLocale } = known;
  return { firm, branding, locale: visitorLocale(c, portalLocale), hasStart: true };
}

async function findPortals(places: Places, c: AppContext) {
  const place = await places.find(c.req.header("host")).catch(() => null);
  return place?.kind === "portals" ? place : null;
}

/** A request line may name another host than the Host header does; nothing after this has to ask which one is meant. */
function isOneHost(request: Request): boolean {
  const { protocol, host } = new URL(request.url);
  const named = `${protocol}//${request.headers.get("host") ?? ""}`;
  return URL.canParse(named) && new URL(named).host === host;
}

/** Until the host is known. */
const nowhere = { firm: null, origin: null, portalLocale: null, branding: noBranding };

type Handling = { log: Logger; peer: Peer; trusted: ReturnType<typeof trustedProxies> };

async function handle(app: App, request: Request, { log, peer, trusted }: Handling): Promise<Response> {
  const requestId = randomUUID();
  const startedAt = performance.now();
  const ip = clientIp(peer.address, request.headers.get("x-forwarded-for") ?? undefined, trusted);
  const isLoopback = /^(?:::ffff:)?127\.|^::1$/.test(peer.address ?? "") && !request.headers.has("x-forwarded-for");
  const facts: RequestFacts = { requestId, ip, isLoopback, log: log.child({ requestId }), ...nowhere };
  const response = isOneHost(request) ? await app.fetch(request, facts) : new Response("two hosts\n", { status: 400 });
  const { pathname } = new URL(request.url);
  const tookMs = Math.round(performance.now() - startedAt);
  facts.log.info({ method: request.method, path: pathname, status: response.status, tookMs }, "request");
  return response;
}
