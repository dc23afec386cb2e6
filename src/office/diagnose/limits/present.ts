import { formatMoment, type MomentModel } from "../../../ui/format/moment.ts";
import type { FormTarget } from "../../../ui/frame.ts";
import { DIAGNOSE_PATH } from "../../frame.ts";
import { frameWords } from "../../frame-words.ts";
import { LIMITS_PATH, personPath } from "../paths.ts";
import type { LimitsLoad } from "./load.ts";
import { shownOnceLifted } from "./shown-once-lifted.ts";
import { limitsWords } from "./words.ts";

export type LimitsModel = {
  title: string;
  backLabel: string;
  heading: string;
  labels: LimitLabels;
  rows: LimitRow[];
  emptyText: string;
};

export type LimitLabels = {
  contact: string;
  company: string;
  sees: string;
  since: string;
  by: string;
  actions: string;
  lift: string;
};

export type LimitRow = {
  key: string;
  name: string;
  /** To the person's page; null while the PSA shows no email of theirs. */
  href: string | null;
  company: string;
  sees: string;
  /** What of it many agreements keep from clients, and with the limit lifted is seen of every project; null: nothing. */
  shows: string | null;
  since: MomentModel;
  by: string;
  /** Null for those who may look only. */
  lift: { target: FormTarget; about: string } | null;
};

export type LimitsInput = LimitsLoad & { canChange: boolean; now: Date; locale: string };

/** Every contact whom the firm lets see less than their company. */
export function presentLimits(input: LimitsInput): LimitsModel {
  const say = limitsWords(input.locale);
  return {
    title: say("title"),
    backLabel: say("all_people"),
    heading: say("heading", { count: input.limits.length }),
    labels: {
      contact: say("contact"),
      company: say("company"),
      sees: say("sees"),
      since: say("since"),
      by: say("by"),
      actions: frameWords(input.locale)("row_actions"),
      lift: say("lift"),
    },
    rows: input.limits.map((limit) => presentRow(limit, input)),
    emptyText: say("none"),
  };
}

function presentRow(limit: LimitsLoad["limits"][number], input: LimitsInput): LimitRow {
  const { portalId, contactId, contactName, projectIds, createdAt, createdBy } = limit;
  const { settings, contacts, canChange, now, locale } = input;
  const say = limitsWords(locale);
  const portal = settings.portals.find(({ id }) => id === portalId);
  const contact = contacts?.get(contactId);
  const [email] = contact?.emails ?? [];
  const name = contact?.name ?? contactName;
  const fields = { portal: portalId, contact: contactId, next: LIMITS_PATH };
  const target = { action: `${DIAGNOSE_PATH}/lift`, fields };
  return {
    key: `${portalId} ${contactId}`,
    name,
    href: email && portal ? personPath(email, { portal: portal.slug }) : null,
    company: portal?.companyName ?? "",
    sees: say("sees_count", { count: projectIds.length }),
    shows: shownOnceLifted(settings, portalId, locale),
    since: formatMoment(createdAt, now, locale),
    by: createdBy,
    lift: canChange ? { target, about: say("lift_about", { name }) } : null,
  };
}
