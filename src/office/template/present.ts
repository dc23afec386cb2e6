import { switchOfField } from "../../access/checks/content.ts";
import { fieldLabels } from "../../access/explain/field-names.ts";
import { type Portal, type Template, templateLabels, templates } from "../../domain/firm.ts";
import { doesTemplateCarry, fieldNames } from "../../domain/template.ts";
import type { VisibilitySwitches, VisibilitySwitchName } from "../../domain/visibility.ts";
import { PORTALS_PATH } from "../frame.ts";

export type TemplateModel = {
  heading: string;
  lead: string;
  action: string;
  next: string;
  choices: { value: Template; label: string; isCurrent: boolean }[];
  rows: { label: string; cells: { text: string; isShown: boolean }[] }[];
};

export type TemplateInput = { portal: Portal; switches: VisibilitySwitches; next: string };

/** What each template shows of a project, side by side, with the portal's own one chosen. */
export function presentTemplate({ portal, switches, next }: TemplateInput): TemplateModel {
  return {
    heading: `Template of ${portal.companyName}`,
    lead: "The template says which fields the pages of this portal carry. A change counts on the next page load.",
    action: templatePath(portal.id),
    next,
    choices: templates.map((value) => ({
      value,
      label: templateLabels[value],
      isCurrent: value === portal.template,
    })),
    rows: fieldNames.map((field) => ({
      label: fieldLabels[field],
      cells: templates.map((template) =>
        cellOf(doesTemplateCarry(template, field), isOff(switchOfField[field], switches)),
      ),
    })),
  };
}

export function templatePath(portalId: string): string {
  return `${PORTALS_PATH}/${encodeURIComponent(portalId)}/template`;
}

function cellOf(isCarried: boolean, isSwitchedOff: boolean): TemplateModel["rows"][number]["cells"][number] {
  if (!isCarried) return { text: "hidden", isShown: false };
  return isSwitchedOff ? { text: "switched off", isShown: false } : { text: "shown", isShown: true };
}

function isOff(name: VisibilitySwitchName | undefined, switches: VisibilitySwitches): boolean {
  return name !== undefined && !switches[name];
}
