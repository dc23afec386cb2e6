import type { DecisionJson } from "../../access/decision-json.ts";
import { summariseForFirm } from "../../access/explain/firm.ts";
import { doorOf } from "../../access/explain/texts.ts";
import type { AccessRequest } from "../../data/queries/requests.ts";
import type { Diagnosis } from "../../diagnosis/diagnose-person.ts";
import { formatMoment, type MomentModel } from "../../ui/format/moment.ts";
import type { FormTarget, Link } from "../../ui/frame.ts";
import { personPath, referencePath } from "../diagnose/paths.ts";
import { aboutOf } from "../diagnose/person-about.ts";
import { type Advice, frameAdvice, presentAdvice } from "../diagnose/present-advice.ts";
import { accessMailText } from "../diagnose/present-events.ts";
import { remedyToMend, stoppingReason } from "../diagnose/stored-reasons.ts";
import { REQUESTS_PATH } from "../frame.ts";
import type { OpenRequest, RequestsLoad } from "./load.ts";
import { requestsWords } from "./words.ts";

export type RequestsModel = {
  title: string;
  heading: string;
  labels: RequestLabels;
  open: RequestModel[];
  emptyText: string;
  closed: ClosedModel | null;
};

export type RequestLabels = { asked: string; at: string; reference: string; done: string };

export type RequestModel = {
  id: string;
  person: Link;
  asked: MomentModel;
  /** "/acme (Acme Corp)". */
  where: string;
  reference: Link | null;
  summary: string;
  /** What became of the mail that told them, when one did. */
  mailText: string | null;
  advice: Advice;
  /** Null for those who may look only. */
  done: { target: FormTarget; about: string } | null;
};

export type ClosedModel = {
  label: string;
  title: string;
  labels: { who: string; asked: string; closed: string; how: string };
  rows: { id: string; email: string; asked: MomentModel; closed: MomentModel | null; how: string }[];
};

export type RequestsInput = RequestsLoad & { canChange: boolean; now: Date; locale: string };

/** Who waits for an answer, with the one thing that mends it; whoever was answered is folded below. */
export function presentRequests(input: RequestsInput): RequestsModel {
  const { open, closed, locale } = input;
  const say = requestsWords(locale);
  return {
    title: say("title"),
    heading: say("heading", { count: open.length }),
    labels: { asked: say("asked"), at: say("at"), reference: say("reference"), done: say("done") },
    open: open.map((one) => presentRequest(one, input)),
    emptyText: say("none"),
    closed: closed.length === 0 ? null : presentClosed(input),
  };
}

function presentRequest({ request, live, stored, mail }: OpenRequest, input: RequestsInput): RequestModel {
  const { canChange, now, locale } = input;
  const { id, email, askedSlug, reference, createdAt } = request;
  const door = askedSlug === "" ? null : { portal: askedSlug };
  const target = { action: `${REQUESTS_PATH}/${encodeURIComponent(id)}/done`, fields: {} };
  return {
    id,
    person: { label: email, href: personPath(email, door) },
    asked: formatMoment(createdAt, now, locale),
    where: whereOf(request, input),
    reference: reference === "" ? null : { label: reference, href: referencePath(reference) },
    summary: live ? summaryOf(live, locale) : storedSummary(email, stored, locale),
    mailText: mail && accessMailText(mail, { now, locale }),
    advice: live
      ? presentAdvice(live, aboutOf(live, input.settings, `${REQUESTS_PATH}#${id}`), { canChange, locale })
      : storedAdvice(stored, locale),
    done: canChange ? { target, about: requestsWords(locale)("done_about", { email }) } : null,
  };
}

function summaryOf({ decision }: Diagnosis, locale: string): string {
  const summary = summariseForFirm(decision, locale);
  return decision.outcome === "granted" ? requestsWords(locale)("ends", { summary }) : summary;
}

function whereOf({ askedSlug, portalId }: AccessRequest, { settings, locale }: RequestsInput): string {
  const portal = settings.portals.find(({ id }) => id === portalId);
  return portal
    ? `${doorOf(askedSlug, locale)} (${portal.companyName})`
    : askedSlug === ""
      ? requestsWords(locale)("start_page")
      : doorOf(askedSlug, locale);
}

/** So many are waiting that this one was not asked of the PSA now; its own page does it. */
function storedSummary(email: string, stored: DecisionJson | null, locale: string): string {
  const say = requestsWords(locale);
  const reason = stored && stoppingReason(stored, locale);
  return reason ? say("did_not", { email, reason }) : say("asked_only", { email });
}

function storedAdvice(stored: DecisionJson | null, locale: string): Advice {
  const text = (stored && remedyToMend(stored, locale)) ?? requestsWords(locale)("open_page");
  return frameAdvice({ main: { text, isToCopy: false, countsText: null, button: null }, others: [] }, locale);
}

function presentClosed({ closed, now, locale }: RequestsInput): ClosedModel {
  const say = requestsWords(locale);
  return {
    label: say("closed", { count: closed.length }),
    title: say("closed_title"),
    labels: { who: say("who"), asked: say("asked"), closed: say("closed_at"), how: say("how") },
    rows: closed.map(({ id, email, createdAt, closedAt, closedBy }) => ({
      id,
      email,
      asked: formatMoment(createdAt, now, locale),
      closed: closedAt && formatMoment(closedAt, now, locale),
      how: closedBy === "got in" ? say("got_in") : say("done_by", { who: closedBy ?? say("somebody") }),
    })),
  };
}
