// What the person sees of the company's work, and what not and why. Pure.
import type { Cause } from "../../../access/causes.ts";
import { switchOfField } from "../../../access/checks/content.ts";
import { fieldWords } from "../../../access/explain/field-names.ts";
import { explainHidden, isOffHere } from "../../../access/explain/firm.ts";
import { takenOff } from "../../../access/explain/firm-scopes.ts";
import type { Diagnosis } from "../../../diagnosis/diagnose-person.ts";
import { type Portal, type Template, templateLabels, templates } from "../../../domain/firm.ts";
import {
  doBlocksCarry,
  type FieldName,
  fieldNames,
  type TemplateBlocks,
  templateBlocks,
} from "../../../domain/template.ts";
import type { Link } from "../../../ui/frame.ts";
import { portalVisibilityPath, VISIBILITY_PATH } from "../../frame.ts";
import { templatePath } from "../../template/present.ts";
import { shapePath } from "../../templates/present.ts";
import { LIMITS_PATH } from "../paths.ts";
import { sentence } from "../present-steps.ts";
import type { Action } from "./present.ts";

export type SightModel = {
  shown: { id: string; name: string }[];
  hidden: { id: string; name: string; why: string; setting: Link | null }[];
  fields: { shown: string[]; hidden: HiddenField[] };
};

/** `change`: the one click that shows the field, for those who may make it; `setting`: where it is settled. */
export type HiddenField = { name: string; why: string; change: Action | null; setting: Link | null };

const hidingWords: Partial<Record<Cause, string>> = {
  "scope.status": "archived or a draft in the PSA",
  "scope.contact_limit": "your firm has limited this contact",
  "scope.not_on_project": "they are not named on it",
};

const settingsOfProjects: Partial<Record<Cause, Link>> = {
  "scope.contact_limit": { label: "See who is limited", href: LIMITS_PATH },
  "scope.not_on_project": { label: "See the switch in Data Visibility", href: `${VISIBILITY_PATH}#cross_project` },
};

/** Null while the company's work has not been read: before that, there is nothing to see or to hide. `next`: this very page. */
export function presentSight(diagnosis: Diagnosis, around: Around): SightModel | null {
  const { decision, facts } = diagnosis;
  const { work } = facts;
  if (work.kind !== "read") return null;
  const nameOf = (id: string) => work.projects.find((project) => project.id === id)?.name ?? id;
  const isShown = (field: FieldName) => decision.fields[field]?.visible === true;
  return {
    shown: decision.visibleProjectIds.map((id) => ({ id, name: nameOf(id) })),
    hidden: decision.hiddenProjects.map(({ id, cause }) => ({
      id,
      name: nameOf(id),
      why: hidingWords[cause] ?? "",
      setting: settingsOfProjects[cause] ?? null,
    })),
    fields: {
      shown: fieldNames.filter(isShown).map((field) => fieldWords(around.locale)(field)),
      hidden: fieldNames.filter((field) => !isShown(field)).map((field) => presentHidden(field, diagnosis, around)),
    },
  };
}

type Around = { canChange: boolean; next: string; templates: TemplateBlocks; locale: string };

function presentHidden(field: FieldName, { decision, portal }: Diagnosis, around: Around): HiddenField {
  const { canChange, next, locale } = around;
  const cause = decision.fields[field]?.cause ?? null;
  const isTaken = cause === "scope.template" && portal !== null && isTakenOff(field, portal.template);
  const why = isTaken
    ? takenOff(field, portal.template, locale)
    : (explainHidden(field, decision, locale)?.reason ?? "");
  const change =
    canChange && portal && !isTaken && cause === "scope.template" ? templateChange(field, portal, around) : null;
  return {
    name: fieldWords(locale)(field),
    why: sentence(why),
    change,
    setting: isTaken ? shapeLink(portal.template) : settingOf(field, { decision, portal }, next),
  };
}

/** The template comes with the field, and the firm itself has hidden the block in which it stands. */
function isTakenOff(field: FieldName, template: Template): boolean {
  return doBlocksCarry(templateBlocks[template], field);
}

function shapeLink(template: Template): Link {
  return { label: `See the ${templateLabels[template]} template`, href: shapePath(template) };
}

function templateChange(field: FieldName, portal: Portal, { next, templates: carried }: Around): Action | null {
  const template = templates.find((one) => doBlocksCarry(carried[one], field));
  if (!template) return null;
  const label = `Give ${portal.companyName}’s portal the ${templateLabels[template]} template`;
  return { label, target: { action: templatePath(portal.id), fields: { template, next } } };
}

function settingOf(
  field: FieldName,
  { decision, portal }: Pick<Diagnosis, "decision" | "portal">,
  next: string,
): Link | null {
  const cause = decision.fields[field]?.cause ?? null;
  if (cause === "scope.toggle") return switchOf(field, decision, portal);
  if (cause !== "scope.template" || !portal) return null;
  const href = `${templatePath(portal.id)}?${new URLSearchParams({ next })}`;
  return { label: "Compare the templates", href };
}

/** Where the switch is set: for this portal alone, or for all of them. */
function switchOf(field: FieldName, decision: Diagnosis["decision"], portal: Portal | null): Link {
  const anchor = `#${switchOfField[field] ?? ""}`;
  if (portal && isOffHere(field, decision))
    return { label: "See the switch of this portal", href: `${portalVisibilityPath(portal.id)}${anchor}` };
  return { label: "See the switch in Data Visibility", href: `${VISIBILITY_PATH}${anchor}` };
}
