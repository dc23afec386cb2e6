import type { DecisionJson } from "../../access/decision-json.ts";
import { stepToMend, stoppingStep, summariseForFirm } from "../../access/explain/firm.ts";
import { doorOf } from "../../access/explain/texts.ts";
import type { AccessRequest } from "../../data/queries/requests.ts";
import type { Diagnosis } from "../../diagnosis/diagnose-person.ts";
import { formatMoment, type MomentModel } from "../../ui/format/moment.ts";
import { formatQuantity } from "../../ui/format/number.ts";
import type { FormTarget, Link } from "../../ui/frame.ts";
import { personPath, referencePath } from "../diagnose/paths.ts";
import { aboutOf } from "../diagnose/person-about.ts";
import { type Advice, presentAdvice } from "../diagnose/present-advice.ts";
import { accessMailText } from "../diagnose/present-events.ts";
import { REQUESTS_PATH } from "../frame.ts";
import type { OpenRequest, RequestsLoad } from "./load.ts";

export type RequestsModel = { heading: string; open: RequestModel[]; emptyText: string; closed: ClosedModel | null };

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
  done: FormTarget | null;
};

export type ClosedModel = {
  label: string;
  rows: { id: string; email: string; asked: MomentModel; closed: MomentModel | null; how: string }[];
};

export type RequestsInput = RequestsLoad & { canChange: boolean; now: Date; locale: string };

/** Who waits for an answer, with the one thing that mends it; whoever was answered is folded below. */
export function presentRequests(input: RequestsInput): RequestsModel {
  const { open, closed, locale } = input;
  return {
    heading:
      open.length === 0 ? "No open requests" : formatQuantity(open.length, "open request", "open requests", locale),
    open: open.map((one) => presentRequest(one, input)),
    emptyText:
      "When somebody stands before a closed door and asks for help, it appears here, and the admins get a mail.",
    closed: closed.length === 0 ? null : presentClosed(input),
  };
}

function presentRequest({ request, live, stored, mail }: OpenRequest, input: RequestsInput): RequestModel {
  const { canChange, now, locale } = input;
  const { id, email, askedSlug, reference, createdAt } = request;
  const door = askedSlug === "" ? null : { portal: askedSlug };
  return {
    id,
    person: { label: email, href: personPath(email, door) },
    asked: formatMoment(createdAt, now, locale),
    where: whereOf(request, input),
    reference: reference === "" ? null : { label: reference, href: referencePath(reference) },
    summary: live ? summaryOf(live, locale) : storedSummary(email, stored),
    mailText: mail && accessMailText(mail, { now, locale }),
    advice: live
      ? presentAdvice(live, aboutOf(live, `${REQUESTS_PATH}#${id}`), { canChange, locale })
      : storedAdvice(stored),
    done: canChange ? { action: `${REQUESTS_PATH}/${encodeURIComponent(id)}/done`, fields: {} } : null,
  };
}

function summaryOf({ decision }: Diagnosis, locale: string): string {
  const summary = summariseForFirm(decision, locale);
  return decision.outcome === "granted" ? `${summary} The request ends when they load their page.` : summary;
}

function whereOf({ askedSlug, portalId }: AccessRequest, { portals, locale }: RequestsInput): string {
  const portal = portals.find(({ id }) => id === portalId);
  return portal
    ? `${doorOf(askedSlug, locale)} (${portal.companyName})`
    : askedSlug === ""
      ? "the start page"
      : doorOf(askedSlug, locale);
}

/** So many are waiting that this one was not asked of the PSA now; its own page does it. */
function storedSummary(email: string, stored: DecisionJson | null): string {
  const reason = (stored && stoppingStep(stored))?.reason;
  return reason ? `${email} did not get in when they asked: ${reason}` : `${email} asked for help.`;
}

function storedAdvice(stored: DecisionJson | null): Advice {
  const text = (stored && stepToMend(stored))?.remedy?.firm ?? "Open the person’s page: it asks the PSA now.";
  return { main: { text, isToCopy: false, countsText: null, button: null }, others: [] };
}

function presentClosed({ closed, now, locale }: RequestsInput): ClosedModel {
  return {
    label: `${formatQuantity(closed.length, "closed request", "closed requests", locale)}`,
    rows: closed.map(({ id, email, createdAt, closedAt, closedBy }) => ({
      id,
      email,
      asked: formatMoment(createdAt, now, locale),
      closed: closedAt && formatMoment(closedAt, now, locale),
      how: closedBy === "got in" ? "They got in" : `Done, by ${closedBy ?? "somebody"}`,
    })),
  };
}
