import type { ConnectionStatus } from "../../../data/queries/connections.ts";
import {
  isVendorKind,
  parseAccountId,
  parseToken,
  type VendorKind,
  vendorConnection,
} from "../../../domain/psa-connection.ts";
import { retell } from "../../../domain/psa-texts/retell.ts";
import type { App, AppContext } from "../../../http/env.ts";
import { nothingHere } from "../../../http/errors.ts";
import { readForm } from "../../../http/read-form.ts";
import { renderPage } from "../../../http/render-page.ts";
import { type AtWork, enterOffice } from "../../enter.tsx";
import { CONNECTIONS_PATH } from "../../frame.ts";
import { noticePage } from "../../notice-page.tsx";
import { REVIEW_PATH } from "../../review/choices.ts";
import type { OfficeServices } from "../../services.ts";
import { goOnTelling } from "../../told.ts";
import { connectWithToken, renew } from "../change.ts";
import { isOfVendor, loadConnection, type VendorStatus } from "../load.ts";
import { CONNECT_PATH, type Done, RECONNECT_PATH, TOKEN_PATH } from "../paths.ts";
import { systemName } from "../present.ts";
import { type Purpose, presentToken, type Refusal } from "./present.ts";
import { TokenPage } from "./view.tsx";
import { tokenWords } from "./words.ts";

/** The forms that take a token. What was typed as one is never sent back. */
export function addTokenForms(app: App, services: OfficeServices): void {
  app.get(`${CONNECT_PATH}/:kind`, async (c) => {
    const at = await enterConnect(c, services);
    return at instanceof Response ? at : showForm(c, services, { ...at, purpose: "connect" });
  });
  app.post(`${CONNECT_PATH}/:kind`, async (c) => {
    const at = await enterConnect(c, services);
    return at instanceof Response ? at : connect(c, services, at);
  });
  addRenewal(app, services, { path: TOKEN_PATH, purpose: "rotate", isLive: true });
  addRenewal(app, services, { path: RECONNECT_PATH, purpose: "reconnect", isLive: false });
}

type AtForm = { work: AtWork; kind: VendorKind; isReviewed: boolean };

/** An admin before the form of one vendor. */
async function enterConnect(c: AppContext, services: OfficeServices): Promise<AtForm | Response> {
  const work = await enterOffice(c, services, "admin");
  if (work instanceof Response) return work;
  const kind = c.req.param("kind") ?? "";
  if (!isVendorKind(kind)) throw nothingHere();
  const connection = await loadConnection(services, work);
  // Of the same vendor it may be the same account, which is reviewed only if it turns out to be another.
  return { work, kind, isReviewed: connection !== null && connection.kind !== kind };
}

async function connect(c: AppContext, services: OfficeServices, at: AtForm): Promise<Response> {
  const { work, kind } = at;
  const { account: typed = "", token: typedToken = "" } = await readForm(c);
  const form = { ...at, purpose: "connect" as const, account: typed.slice(0, 60) };
  const [account, token] = [parseAccountId(typed), parseToken(typedToken)];
  if (account === null || token === null) return showForm(c, services, { ...form, refusal: notOne(account, token) });
  const outcome = await connectWithToken(services, work, { psa: vendorConnection(kind, account), token });
  if (outcome.kind === "refused") return showForm(c, services, { ...form, refusal: { ...outcome, kind: "answer" } });
  if (outcome.kind === "taken") return takenPage(c, services, work, systemName(kind, work.locale));
  return outcome.kind === "pending"
    ? c.redirect(REVIEW_PATH, 303)
    : goOnTelling(c, services, CONNECTIONS_PATH, "connected");
}

type Renewal = { path: string; purpose: Exclude<Purpose, "connect">; isLive: boolean };

const doneBy = { rotate: "rotated", reconnect: "reconnected" } as const satisfies Record<Renewal["purpose"], Done>;

/** A new token for what is connected, or was. */
function addRenewal(app: App, services: OfficeServices, { path, purpose, isLive }: Renewal): void {
  app.get(path, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const connection = await loadConnection(services, work);
    if (connection?.isLive !== isLive || !isOfVendor(connection)) return c.redirect(CONNECTIONS_PATH, 303);
    return showForm(c, services, { ...formOf(work, connection), purpose });
  });
  app.post(path, async (c) => {
    const work = await enterOffice(c, services, "admin");
    if (work instanceof Response) return work;
    const connection = await loadConnection(services, work);
    const { token: typedToken = "", connection: seenId } = await readForm(c);
    // A token for the connection that was shown goes to no other: that may be another vendor's.
    if (connection?.id !== seenId) return goOnTelling(c, services, CONNECTIONS_PATH, "moved");
    if (connection?.isLive !== isLive) return c.redirect(CONNECTIONS_PATH, 303);
    if (!isOfVendor(connection)) {
      return isLive ? c.redirect(CONNECTIONS_PATH, 303) : reconnectFolder(c, services, { work, connection });
    }
    const form = { ...formOf(work, connection), purpose };
    const token = parseToken(typedToken);
    if (token === null) return showForm(c, services, { ...form, refusal: notOne("", token) });
    const outcome = await renew(services, work, { connection, token });
    if (outcome.kind === "refused") return showForm(c, services, { ...form, refusal: { ...outcome, kind: "answer" } });
    return goOnTelling(c, services, CONNECTIONS_PATH, outcome.kind === "moved" ? "moved" : doneBy[purpose]);
  });
}

async function reconnectFolder(
  c: AppContext,
  services: OfficeServices,
  { work, connection }: { work: AtWork; connection: ConnectionStatus },
): Promise<Response> {
  const outcome = await renew(services, work, { connection, token: null });
  if (outcome.kind !== "refused") {
    return goOnTelling(c, services, CONNECTIONS_PATH, outcome.kind === "moved" ? "moved" : "reconnected");
  }
  const say = tokenWords(work.locale);
  const around = { assets: services.assets, frame: work.frame, status: 422 as const };
  return noticePage(c, around, {
    heading: say("folder"),
    text: say("folder_text", { detail: retell(outcome.detail, work.locale) }),
    actions: [{ label: say("back"), href: CONNECTIONS_PATH }],
  });
}

function notOne(account: string | null, token: string | null): Refusal {
  return { kind: "typed", isAccountWrong: account === null, isTokenWrong: token === null };
}

function formOf(work: AtWork, { id, kind }: VendorStatus) {
  return { work, kind, connectionId: id, isReviewed: false };
}

type Form = AtForm & { purpose: Purpose; connectionId?: string; account?: string; refusal?: Refusal };

function showForm(c: AppContext, { assets }: OfficeServices, form: Form): Response | Promise<Response> {
  const { work, connectionId = null, account = "", refusal = null, ...about } = form;
  const model = presentToken({ ...about, connectionId, account, refusal, locale: work.locale });
  return renderPage(c, <TokenPage assets={assets} frame={work.frame} model={model} />, refusal ? 422 : 200);
}

function takenPage(
  c: AppContext,
  { assets }: OfficeServices,
  { frame, locale }: AtWork,
  system: string,
): Response | Promise<Response> {
  const say = tokenWords(locale);
  const notice = { heading: say("taken"), text: say("taken_text", { system }) };
  return noticePage(
    c,
    { assets, frame, status: 422 },
    { ...notice, actions: [{ label: say("back"), href: CONNECTIONS_PATH }] },
  );
}
