// What the person sees of the company's work, and what not and why. Pure.
import type { Cause } from "../../../access/causes.ts";
import { settlingField, switchOfField } from "../../../access/checks/content.ts";
import { fieldWords } from "../../../access/explain/field-names.ts";
import { explainHidden, isLeftOut, isOffHere } from "../../../access/explain/firm.ts";
import { takenOff } from "../../../access/explain/firm-scopes.ts";
import { templateWords } from "../../../access/explain/template-names.ts";
import type { Diagnosis } from "../../../diagnosis/diagnose-person.ts";
import { type Portal, type Template, templates } from "../../../domain/firm.ts";
import type { ProjectId } from "../../../domain/ids.ts";
import {
  blockOfField,
  doBlocksCarry,
  type FieldName,
  fieldNames,
  type TemplateBlocks,
  wholeOfField,
} from "../../../domain/template.ts";
import { templateBlocks } from "../../../domain/template-shape.ts";
import type { Action, Link } from "../../../ui/frame.ts";
import { portalVisibilityPath, VISIBILITY_PATH } from "../../frame.ts";
import { templatePath } from "../../template/present.ts";
import { shapePath } from "../../templates/present.ts";
import { LIMITS_PATH } from "../paths.ts";
import { sentence } from "../present-steps.ts";
import type { MissingOwn } from "./present-own.ts";
import { sightWords } from "./sight-words.ts";

export type SightModel = {
  labels: { heading: string; projects: string; none: string; fields: string };
  shown: { id: string; name: string }[];
  /** `label`: that it is hidden, with its name. */
  hidden: { id: string; label: string; name: string; why: string; setting: Link | null }[];
  fields: { shown: string[]; hidden: HiddenField[] };
};

/** What they do not read, hidden or not there. `change`: the one click that shows the field, for those who may make it; `setting`: where it is settled. */
export type HiddenField = { label: string; name: string; why: string; change: Action | null; setting: Link | null };

type Hiding = {
  word: "by_status" | "by_limit" | "not_named";
  setting: { word: "see_limits" | "see_switch"; href: string } | null;
};

const hidings: Partial<Record<Cause, Hiding>> = {
  "scope.status": { word: "by_status", setting: null },
  "scope.contact_limit": { word: "by_limit", setting: { word: "see_limits", href: LIMITS_PATH } },
  "scope.not_on_project": {
    word: "not_named",
    setting: { word: "see_switch", href: `${VISIBILITY_PATH}#cross_project` },
  },
};

/** Null while the company's work has not been read: before that, there is nothing to see or to hide. `next`: this very page. */
export function presentSight(diagnosis: Diagnosis, around: Around): SightModel | null {
  const { decision, facts } = diagnosis;
  const { work } = facts;
  if (work.kind !== "read") return null;
  const say = sightWords(around.locale);
  const nameOf = (id: string) => work.projects.find((project) => project.id === id)?.name ?? id;
  const isShown = (field: FieldName) => decision.fields[field]?.visible === true;
  const shown = fieldNames.filter(isShown);
  const isThere = (field: FieldName) => !around.own || !isOwn(field) || around.own[field] === null;
  return {
    labels: {
      heading: say("heading"),
      projects: say("projects"),
      none: say("none"),
      fields: say("fields"),
    },
    shown: decision.visibleProjectIds.map((id) => ({ id, name: nameOf(id) })),
    hidden: decision.hiddenProjects.map(({ id, cause }) => presentHiddenProject(id, nameOf(id), { cause, say })),
    fields: {
      shown: shown.filter(isThere).map((field) => fieldWords(around.locale)(field)),
      hidden: [
        ...fieldNames.filter((field) => !isShown(field)).map((field) => presentHidden(field, diagnosis, around)),
        ...shown.filter(isOwn).flatMap((field) => presentMissing(field, around)),
      ],
    },
  };
}

type SaySight = ReturnType<typeof sightWords>;

function presentHiddenProject(
  id: ProjectId,
  name: string,
  { cause, say }: { cause: Cause; say: SaySight },
): SightModel["hidden"][number] {
  const hiding = hidings[cause];
  const setting = hiding?.setting ?? null;
  return {
    id,
    label: say("hidden", { name }),
    name,
    why: hiding ? say(hiding.word) : "",
    setting: setting && { label: say(setting.word), href: setting.href },
  };
}

type Around = {
  canChange: boolean;
  next: string;
  templates: TemplateBlocks;
  /** What the firm itself has not put there, or does not ask; null where no project's page is meant. */
  own: MissingOwn | null;
  locale: string;
};

function presentHidden(field: FieldName, { decision, portal }: Diagnosis, around: Around): HiddenField {
  const { canChange, next, locale } = around;
  const cause = decision.fields[field]?.cause ?? null;
  const isOut = isLeftOut(field, decision);
  const isTaken = cause === "scope.template" && portal !== null && !isOut && isTakenOff(field, portal.template);
  const why = isTaken
    ? takenOff(field, portal.template, locale)
    : (explainHidden(field, decision, locale)?.reason ?? "");
  const change =
    canChange && portal && !isTaken && !isOut && cause === "scope.template"
      ? templateChange(field, portal, around)
      : null;
  const name = fieldWords(locale)(field);
  return {
    label: sightWords(locale)("hidden", { name }),
    name,
    why: [sentence(why), besides(field, { decision, portal }, around)].filter((text) => text !== null).join(" "),
    change,
    setting:
      portal && (isTaken || isOut)
        ? shapeLink(field, portal.template, locale)
        : settingOf(field, { decision, portal }, { next, locale }),
  };
}

/** A switch alone would not bring back what the portal's template hides as well: whoever follows the link has to know both. */
function besides(field: FieldName, { decision, portal }: Pick<Diagnosis, "decision" | "portal">, around: Around) {
  if (!portal || decision.fields[field]?.cause !== "scope.toggle") return null;
  const all = [field, wholeOfField[field]].filter((one) => one !== undefined);
  const { templates: carried, locale } = around;
  if (all.every((one) => doBlocksCarry(carried[portal.template], one))) return null;
  return sightWords(locale)("template_besides", { template: templateWords(locale)(portal.template) });
}

function isOwn(field: FieldName): field is keyof MissingOwn {
  return field === "updates" || field === "pulse";
}

/** What could be read there, were there any of it. */
function presentMissing(field: keyof MissingOwn, { own, locale }: Around): HiddenField[] {
  const missing = own?.[field];
  const name = fieldWords(locale)(field);
  return missing ? [{ label: sightWords(locale)("absent", { name }), name, change: null, ...missing }] : [];
}

/** The template comes with the field, and the firm itself has hidden the block in which it stands. */
function isTakenOff(field: FieldName, template: Template): boolean {
  return doBlocksCarry(templateBlocks[template], field);
}

function shapeLink(field: FieldName, template: Template, locale: string): Link {
  const label = sightWords(locale)("see_template", { template: templateWords(locale)(template) });
  return { label, href: `${shapePath(template)}#${blockOfField(field)}` };
}

function templateChange(field: FieldName, portal: Portal, { next, templates: carried, locale }: Around): Action | null {
  const template = templates.find((one) => doBlocksCarry(carried[one], field));
  if (!template) return null;
  const named = { company: portal.companyName, template: templateWords(locale)(template) };
  const label = sightWords(locale)("give_template", named);
  return { label, target: { action: templatePath(portal.id), fields: { template, next } } };
}

function settingOf(
  field: FieldName,
  { decision, portal }: Pick<Diagnosis, "decision" | "portal">,
  { next, locale }: { next: string; locale: string },
): Link | null {
  const cause = decision.fields[field]?.cause ?? null;
  if (cause === "scope.toggle") return switchOf(field, { decision, portal }, locale);
  if (cause !== "scope.template" || !portal) return null;
  const href = `${templatePath(portal.id)}?${new URLSearchParams({ next })}`;
  return { label: sightWords(locale)("compare"), href };
}

/** Where the switch is set: for this portal alone, or for all of them. */
function switchOf(
  field: FieldName,
  { decision, portal }: Pick<Diagnosis, "decision" | "portal">,
  locale: string,
): Link {
  const say = sightWords(locale);
  const anchor = `#${switchOfField[settlingField(field, decision.fields)] ?? ""}`;
  if (portal && isOffHere(field, decision))
    return { label: say("see_portals_switch"), href: `${portalVisibilityPath(portal.id)}${anchor}` };
  return { label: say("see_switch"), href: `${VISIBILITY_PATH}${anchor}` };
}
