import { closedKindOf } from "../../access/explain/visitor.ts";
import { inFirmRead } from "../../data/database.ts";
import type { Preview } from "../../data/queries/previews.ts";
import type { ProjectId } from "../../domain/ids.ts";
import type { AppContext } from "../../http/env.ts";
import { lookOf } from "../../http/look-of.ts";
import { renderPage } from "../../http/render-page.ts";
import { invariant } from "../../lib/invariant.ts";
import { PICTURES_PATH } from "../../office/branding/present.ts";
import type { OwnFacts } from "../../office/diagnose/person/present-own.ts";
import type { AtWork } from "../../office/enter.tsx";
import type { OfficeServices } from "../../office/services.ts";
import { askableAs, keepBranding } from "../../portal/branding.ts";
import { isForMembers, presentClosed } from "../../portal/closed/present.ts";
import { ClosedPage } from "../../portal/closed/view.tsx";
import type { Inside } from "../../portal/enter.tsx";
import { portalFrame } from "../../portal/frame.ts";
import { portalLocale } from "../../portal/language.ts";
import { listOwnPortals } from "../../portal/own-portals.ts";
import { loadPulse, type PulseAround } from "../../portal/project/pulse/load.ts";
import type { NoticeAction } from "../../ui/components/notice.tsx";
import type { PortalFrame, PreviewFrame } from "../../ui/frame.ts";
import { decidePreview, type PreviewDecision } from "../decide-preview.ts";
import { presentPreview, previewPath } from "./present-preview.ts";
import { previewWords } from "./words.ts";

type Asked = { work: AtWork; preview: Preview; projectId: ProjectId | null };

type Decided = Asked & { decided: PreviewDecision; locale: string };

/** The way in of the client's own pages, for the firm: what they may show, or the page that this person would get instead. */
export async function enterPreview(c: AppContext, services: OfficeServices, asked: Asked): Promise<Inside | Response> {
  const { work, preview, projectId } = asked;
  const { firm, now } = work;
  const decided = await decidePreview({ ...services, firm, now }, preview, projectId);
  const { checked, granted } = decided;
  keepBranding(c, decided.door.branding);
  const locale = portalLocale(c, checked, decided.door);
  if (!granted) return closedPage(c, services, { ...asked, decided, locale });
  const { decision } = checked;
  const companyName = decision.company?.name ?? "";
  const shown = decided.content(granted);
  const { pulseEvery, lastVisitAt, news } = decided.door;
  const own = await loadOwn(services, asked, { granted, pulseEvery, news, work: shown.work });
  const around = presentPreview({
    preview,
    checked,
    shown: projectId && own && { work: shown.work, projectId, own },
    templates: decided.templates,
    now: work.now,
    locale: work.locale,
  });
  return {
    granted,
    firm,
    slug: previewPath(preview.id).slice(1),
    companyName,
    now,
    locale,
    pulseEvery,
    lastVisitAt,
    news,
    frame: frameOf({ ...asked, decided, locale }, companyName, around),
    ...shown,
  };
}

/** What the firm itself has put on the project's page; null for a page of no project. */
async function loadOwn(
  { db }: OfficeServices,
  { work: { firm, now }, projectId }: Asked,
  around: PulseAround & Pick<Inside, "news">,
): Promise<OwnFacts | null> {
  const project = around.work.projects.find(({ id }) => id === projectId);
  if (!project) return null;
  const { id, status } = project;
  const answer = await inFirmRead(db, firm.id, (tx) => loadPulse(tx, around, id));
  const hasUpdate = around.news.some((update) => update.projectId === id);
  const only = { projectId: id, status, hasUpdate, answeredAt: answer?.at ?? null };
  return { projects: [only], pulseEvery: around.pulseEvery, now };
}

/** The client's frame, without what they alone can do: to switch, to sign out, to go to a portal of another company. */
function frameOf(
  { work, preview, decided, locale }: Decided,
  companyName: string | null,
  around: PreviewFrame,
): PortalFrame {
  const path = previewPath(preview.id);
  const { branding } = decided.door;
  const firm = askableAs(work.firm, branding);
  const frame = portalFrame({ firm, branding, locale, email: shownEmail(preview, locale), companyName, path });
  const look = lookOf(branding, PICTURES_PATH);
  return { ...frame, look, homeHref: path, signedIn: null, preview: around };
}

function shownEmail({ email }: Preview, locale: string): string {
  return email ?? previewWords(locale)("own_email");
}

async function closedPage(c: AppContext, services: OfficeServices, closed: Decided): Promise<Response> {
  const { work, preview, decided, locale } = closed;
  const { decision, facts } = decided.checked;
  const portals = await listOwnPortals(services, work.firm.id, facts);
  const kind = closedKindOf(decision, portals.length > 0);
  invariant(kind !== "sign_in", "the email of a preview is assumed, so nobody has to sign in");
  const companyName = isForMembers(kind) ? (decision.company?.name ?? null) : null;
  const homeHref = previewPath(preview.id);
  const { host } = new URL(await services.linkOrigin(work.firm));
  const { model } = presentClosed({
    ...{
      kind,
      firm: askableAs(work.firm, decided.door.branding),
      email: shownEmail(preview, locale),
      companyName,
      portals,
      homeHref,
    },
    ...{ reference: null, path: new URL(c.req.url).pathname, place: `${host}/${preview.portal.slug}` },
    officeUrl: facts.rules.isTeamMember ? new URL(services.origin) : null,
    locale,
  });
  const around = presentPreview({ ...decided, preview, shown: null, now: work.now, locale: work.locale });
  const frame = frameOf(closed, companyName, around);
  const actions = model.actions.map((action) => inert(action, homeHref));
  return renderPage(c, <ClosedPage assets={services.assets} frame={frame} model={{ ...model, actions }} />);
}

/** What only the client can do stands there without doing anything; what leads on within the preview does. */
function inert(action: NoticeAction, homeHref: string): NoticeAction {
  const leadsOn = "href" in action && (action.href === homeHref || action.href.startsWith(`${homeHref}/`));
  return leadsOn ? action : { label: action.label, isInert: true };
}
