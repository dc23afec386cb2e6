import { type DecisionJson, presentDecision } from "../../../access/decision-json.ts";
import { summariseForFirm } from "../../../access/explain/firm.ts";
import type { Portal } from "../../../domain/firm.ts";
import { formatMoment } from "../../../ui/format/moment.ts";
import { formatQuantity } from "../../../ui/format/number.ts";
import type { FormTarget } from "../../../ui/frame.ts";
import { DIAGNOSE_PATH } from "../../frame.ts";
import { choosePreviewPath } from "../../preview-paths.ts";
import { codeForm, sendForm } from "../fix-form.ts";
import { type DoorField, PERSON_PATH, personPath } from "../paths.ts";
import { aboutOf, contactsAt, reachOf } from "../person-about.ts";
import { type Advice, presentAdvice } from "../present-advice.ts";
import { type Before, type ComparisonModel, presentComparison } from "../present-comparison.ts";
import { type EventModel, presentEvents, presentLateAccessMail } from "../present-events.ts";
import { presentSteps, type StepModel } from "../present-steps.ts";
import type { PersonLoad } from "./load.ts";
import { presentSight, type SightModel } from "./present-sight.ts";

export type PersonModel = {
  title: string;
  summary: string;
  outcome: DecisionJson["outcome"];
  askedText: string;
  /** That they were mailed their address lately. */
  mailText: string | null;
  advice: Advice;
  comparison: ComparisonModel | null;
  steps: StepModel[];
  sight: SightModel | null;
  events: EventModel[];
  settled: { text: string; action: Action | null }[];
  door: DoorModel;
  /** To look at the portal as they would; null where there is none, and for whoever may not. */
  preview: Action | null;
  /** Null for those who may look only. */
  actions: { checkAgain: Action; others: Action[]; noneText: string | null; limit: LimitModel | null } | null;
};

export type Action = { label: string; target: FormTarget };
export type DoorModel = {
  action: string;
  email: string;
  options: { value: string; label: string; isChosen: boolean }[];
  url: string;
};
export type LimitModel = {
  contactName: string;
  target: FormTarget;
  block: FormTarget;
  projects: { id: string; name: string; isChosen: boolean }[];
};

export type PersonInput = PersonLoad & {
  email: string;
  door: DoorField;
  canChange: boolean;
  canPreview: boolean;
  /** What the decision was before, when it was asked again. */
  before: Before | null;
  now: Date;
  locale: string;
};

/** One person at one door: the answer, the one change that mends it, then everything that it rests on. */
export function presentPerson(input: PersonInput): PersonModel {
  const { diagnosis, records, templates, email, door, canChange, before, now, locale } = input;
  const { decision } = diagnosis;
  const next = personPath(email, door);
  const json = presentDecision(decision, null);
  const advice = presentAdvice(diagnosis, aboutOf(diagnosis, next), { canChange, locale });
  return {
    title: email,
    summary: summariseForFirm(decision, locale),
    outcome: decision.outcome,
    askedText: `Asked of the PSA ${formatMoment(decision.at, now, locale).text}.`,
    mailText: presentLateAccessMail(records, { now, locale }),
    advice,
    comparison: before && presentComparison(before, json, { now, locale }),
    steps: presentSteps(json, { now, locale }),
    sight: presentSight(diagnosis, { canChange, next, templates, locale }),
    events: presentEvents(records, { now, locale }),
    settled: presentSettled(input, next),
    door: presentDoor(input),
    preview: presentPreview(input),
    actions: canChange ? presentActions(input, { json, next, advice }) : null,
  };
}

function presentDoor({ email, door, portals }: PersonInput): DoorModel {
  const chosen = door !== null && "portal" in door ? door.portal : "";
  const known = portals.map(({ slug, companyName }) => ({ value: slug, label: `/${slug}, ${companyName}` }));
  const typed = known.some(({ value }) => value === chosen) ? [] : [{ value: chosen, label: `/${chosen}` }];
  const options = [{ value: "", label: "their own portal" }, ...(chosen === "" ? [] : typed), ...known];
  return {
    action: PERSON_PATH,
    email,
    options: options.map((option) => ({ ...option, isChosen: option.value === chosen })),
    url: door !== null && "url" in door ? door.url : "",
  };
}

function presentPreview({ diagnosis, email, canPreview }: PersonInput): Action | null {
  if (!canPreview || diagnosis.portal === null) return null;
  return { label: "See what they see", target: { action: choosePreviewPath(diagnosis.portal.id), fields: { email } } };
}

function presentSettled(input: PersonInput, next: string): PersonModel["settled"] {
  const { records, limits, email, canChange, now, locale } = input;
  const { request, approval } = records;
  const when = (at: Date) => formatMoment(at, now, locale).text;
  const revoke = { label: "Revoke", target: { action: `${DIAGNOSE_PATH}/revoke`, fields: { email, next } } };
  return [
    ...(request ? [{ text: `Asked for help ${when(request.createdAt)}; the request is open.`, action: null }] : []),
    ...(approval
      ? [
          {
            text: `${email} counts as ${approval.contactName} (${approval.contactEmail}), approved by ${approval.createdBy} ${when(approval.createdAt)}.`,
            action: canChange ? revoke : null,
          },
        ]
      : []),
    ...limits.map(({ contactId, contactName, portalId, projectIds, createdAt, createdBy }) => ({
      text: `${contactName} ${projectIds.length === 0 ? "is blocked here and sees no project" : `sees only ${formatQuantity(projectIds.length, "project", "projects", locale)} here`}, by ${createdBy} ${when(createdAt)}.`,
      action: canChange
        ? {
            label: "Lift",
            target: { action: `${DIAGNOSE_PATH}/lift`, fields: { portal: portalId, contact: contactId, next } },
          }
        : null,
    })),
  ];
}

type Around = { json: DecisionJson; next: string; advice: Advice };

/** What helps, besides what is recommended: its button stands above already. */
function presentActions(input: PersonInput, { json, next, advice }: Around): PersonModel["actions"] {
  const { email, door, diagnosis, portals } = input;
  const fields = { email, ...door, seen: JSON.stringify(json) };
  const { canMail, canCode } = reachOf(diagnosis, portals);
  const forms = [...(canMail ? [sendForm(email, next)] : []), ...(canCode ? [codeForm(email)] : [])];
  return {
    checkAgain: { label: "Check again now", target: { action: PERSON_PATH, fields } },
    others: forms
      .filter(({ label }) => label !== advice.main?.button?.label)
      .map(({ label, target }) => ({ label, target })),
    noneText: canCode ? null : unreachable,
    limit: diagnosis.portal && presentLimit(input, diagnosis.portal, next),
  };
}

const unreachable =
  "A mail with their address and a code by phone are for whom the PSA confirms as a contact of a company with a portal.";

function presentLimit({ email, diagnosis, limits }: PersonInput, portal: Portal, next: string): LimitModel | null {
  const [contact] = contactsAt(diagnosis);
  const { work } = diagnosis.facts;
  if (!contact || work.kind !== "read") return null;
  const [limit] = limits;
  const fields = { email, portal: portal.slug, contact: contact.id, next };
  const action = `${DIAGNOSE_PATH}/limit`;
  return {
    contactName: contact.name,
    target: { action, fields },
    block: { action, fields: { ...fields, block: "yes" } },
    projects: work.projects
      .filter(({ status }) => status !== "archived" && status !== "draft")
      .map(({ id, name }) => ({ id, name, isChosen: limit ? limit.projectIds.includes(id) : true })),
  };
}
