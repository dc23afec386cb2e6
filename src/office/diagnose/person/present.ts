import { type DecisionJson, presentDecision } from "../../../access/decision-json.ts";
import { summariseForFirm } from "../../../access/explain/firm.ts";
import type { Portal } from "../../../domain/firm.ts";
import { blocksOf } from "../../../domain/template-shape.ts";
import { formatMoment } from "../../../ui/format/moment.ts";
import type { Action, FormTarget } from "../../../ui/frame.ts";
import { DIAGNOSE_PATH } from "../../frame.ts";
import { choosePreviewPath } from "../../preview-paths.ts";
import { codeForm, sendForm } from "../fix-form.ts";
import { shownOnceLifted } from "../limits/shown-once-lifted.ts";
import { type DoorField, PERSON_PATH, personPath } from "../paths.ts";
import { aboutOf, contactsAt, reachOf } from "../person-about.ts";
import { type Advice, presentAdvice } from "../present-advice.ts";
import { type Before, type ComparisonModel, presentComparison } from "../present-comparison.ts";
import { type EventModel, presentEvents, presentLateAccessMail } from "../present-events.ts";
import { presentSteps, type StepModel } from "../present-steps.ts";
import type { PersonLoad } from "./load.ts";
import { missingOwn } from "./present-own.ts";
import { presentSight, type SightModel } from "./present-sight.ts";
import { personWords } from "./words.ts";

export type PersonModel = {
  labels: PersonLabels;
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

export type PersonLabels = {
  allPeople: string;
  steps: string;
  more: string;
  inForce: string;
  events: string;
  noEvents: string;
};

export type DoorModel = {
  heading: string;
  portalLabel: string;
  urlLabel: string;
  button: string;
  action: string;
  email: string;
  options: { value: string; label: string; isChosen: boolean }[];
  url: string;
};
export type LimitModel = {
  summary: string;
  legend: string;
  button: string;
  blockLabel: string;
  countsText: string;
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
  const { diagnosis, records, settings, own, email, door, canChange, before, now, locale } = input;
  const { decision } = diagnosis;
  const say = personWords(locale);
  const next = personPath(email, door);
  const json = presentDecision(decision, null);
  const advice = presentAdvice(diagnosis, aboutOf(diagnosis, settings, next), { canChange, locale });
  return {
    labels: presentLabels(locale),
    title: email,
    summary: summariseForFirm(decision, locale),
    outcome: decision.outcome,
    askedText: say("asked", { when: formatMoment(decision.at, now, locale).text }),
    mailText: presentLateAccessMail(records, { now, locale }),
    advice,
    comparison: before && presentComparison({ before, now: json, beforeWord: "before" }, { now, locale }),
    steps: presentSteps(json, { now, locale }),
    sight: presentSight(diagnosis, {
      ...{ canChange, next, templates: blocksOf(settings.shapes), locale },
      own: missingOwn(own, locale),
    }),
    events: presentEvents(records, { now, locale }),
    settled: presentSettled(input, next),
    door: presentDoor(input),
    preview: presentPreview(input),
    actions: canChange ? presentActions(input, { json, next, advice }) : null,
  };
}

function presentLabels(locale: string): PersonLabels {
  const say = personWords(locale);
  return {
    allPeople: say("all_people"),
    steps: say("steps"),
    more: say("more"),
    inForce: say("in_force"),
    events: say("events"),
    noEvents: say("no_events"),
  };
}

function presentDoor({ email, door, settings: { portals }, locale }: PersonInput): DoorModel {
  const say = personWords(locale);
  const chosen = door !== null && "portal" in door ? door.portal : "";
  const known = portals.map(({ slug, companyName }) => ({ value: slug, label: `/${slug}, ${companyName}` }));
  const typed = known.some(({ value }) => value === chosen) ? [] : [{ value: chosen, label: `/${chosen}` }];
  const options = [{ value: "", label: say("own_portal") }, ...(chosen === "" ? [] : typed), ...known];
  return {
    heading: say("other_door"),
    portalLabel: say("portal"),
    urlLabel: say("or_address"),
    button: say("ask_there"),
    action: PERSON_PATH,
    email,
    options: options.map((option) => ({ ...option, isChosen: option.value === chosen })),
    url: door !== null && "url" in door ? door.url : "",
  };
}

function presentPreview({ diagnosis, email, canPreview, locale }: PersonInput): Action | null {
  if (!canPreview || diagnosis.portal === null) return null;
  const target = { action: choosePreviewPath(diagnosis.portal.id), fields: { email } };
  return { label: personWords(locale)("preview"), target };
}

function presentSettled(input: PersonInput, next: string): PersonModel["settled"] {
  const { records, limits, settings, email, canChange, now, locale } = input;
  const { request, approval } = records;
  const say = personWords(locale);
  const when = (at: Date) => formatMoment(at, now, locale).text;
  const revoke = { label: say("revoke"), target: { action: `${DIAGNOSE_PATH}/revoke`, fields: { email, next } } };
  return [
    ...(request ? [{ text: say("asked_for_help", { when: when(request.createdAt) }), action: null }] : []),
    ...(approval ? [{ text: approvalText(approval, input), action: canChange ? revoke : null }] : []),
    ...limits.map(({ contactId, contactName, portalId, projectIds, createdAt, createdBy }) => {
      const told = { contact: contactName, count: projectIds.length, who: createdBy, when: when(createdAt) };
      const target = { action: `${DIAGNOSE_PATH}/lift`, fields: { portal: portalId, contact: contactId, next } };
      const texts = [say("limited", told), shownOnceLifted(settings, portalId, locale)];
      return { text: texts.filter(Boolean).join(" "), action: canChange ? { label: say("lift"), target } : null };
    }),
  ];
}

type Approval = NonNullable<PersonLoad["records"]["approval"]>;

function approvalText(
  { contactName, contactEmail, createdBy, createdAt }: Approval,
  { email, now, locale }: PersonInput,
): string {
  const when = formatMoment(createdAt, now, locale).text;
  return personWords(locale)("approved", { email, contact: contactName, contactEmail, who: createdBy, when });
}

type Around = { json: DecisionJson; next: string; advice: Advice };

/** What helps, besides what is recommended: its button stands above already. */
function presentActions(input: PersonInput, { json, next, advice }: Around): PersonModel["actions"] {
  const { email, door, diagnosis, settings, locale } = input;
  const say = personWords(locale);
  const fields = { email, ...door, seen: JSON.stringify(json) };
  const { canMail, canCode } = reachOf(diagnosis, settings.portals);
  const forms = [
    ...(canMail ? [sendForm({ email, next, locale })] : []),
    ...(canCode ? [codeForm(email, locale)] : []),
  ];
  return {
    checkAgain: { label: say("check_again"), target: { action: PERSON_PATH, fields } },
    others: forms
      .filter(({ label }) => label !== advice.main?.button?.label)
      .map(({ label, target }) => ({ label, target })),
    noneText: canCode ? null : say("unreachable"),
    limit: diagnosis.portal && presentLimit(input, diagnosis.portal, next),
  };
}

function presentLimit(
  { email, diagnosis, limits, locale }: PersonInput,
  portal: Portal,
  next: string,
): LimitModel | null {
  const [contact] = contactsAt(diagnosis);
  const { work } = diagnosis.facts;
  if (!contact || work.kind !== "read") return null;
  const [limit] = limits;
  const fields = { email, portal: portal.slug, contact: contact.id, next };
  const action = `${DIAGNOSE_PATH}/limit`;
  const say = personWords(locale);
  return {
    summary: say("limit"),
    legend: say("sees_only", { contact: contact.name }),
    button: say("show_only"),
    blockLabel: say("block"),
    countsText: say("limit_counts"),
    target: { action, fields },
    block: { action, fields: { ...fields, block: "yes" } },
    projects: work.projects
      .filter(({ status }) => status !== "archived" && status !== "draft")
      .map(({ id, name }) => ({ id, name, isChosen: limit ? limit.projectIds.includes(id) : true })),
  };
}
