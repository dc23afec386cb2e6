import { switchOfField } from "../../access/checks/content.ts";
import { fieldWords } from "../../access/explain/field-names.ts";
import { type Portal, type Template, templateLabels, templates } from "../../domain/firm.ts";
import { doBlocksCarry, fieldNames, type TemplateBlocks } from "../../domain/template.ts";
import type { VisibilitySwitches, VisibilitySwitchName } from "../../domain/visibility.ts";
import type { Link } from "../../ui/frame.ts";
import { PORTALS_PATH, portalVisibilityPath } from "../frame.ts";

export type TemplateModel = {
  heading: string;
  lead: string;
  action: string;
  next: string;
  /** What else settles what this portal shows. */
  switches: Link;
  /** The choice that leaves the template to Settings → Client Portals → Defaults. */
  inherit: { value: typeof INHERITED; label: string; isCurrent: boolean };
  choices: { value: Template; label: string; isCurrent: boolean }[];
  rows: { label: string; cells: { text: string; isShown: boolean }[] }[];
};

export type TemplateInput = {
  portal: Portal;
  /** The firm's default, which holds where a portal has no template of its own. */
  inherited: Template;
  switches: VisibilitySwitches;
  /** What each template shows at this firm. */
  carried: TemplateBlocks;
  next: string;
  locale: string;
};

/** What the form says when the portal is to follow the firm's default. */
export const INHERITED = "default";

/** What each template shows of a project, side by side, with the portal's own one chosen. */
export function presentTemplate({ portal, inherited, switches, carried, next, locale }: TemplateInput): TemplateModel {
  return {
    heading: `Template of ${portal.companyName}`,
    lead: "The template says which fields the pages of this portal carry. A change counts on the next page load.",
    action: templatePath(portal.id),
    next,
    switches: { label: "Switches of this portal", href: portalVisibilityPath(portal.id) },
    inherit: {
      value: INHERITED,
      label: `Follow the firm’s default (${templateLabels[inherited]})`,
      isCurrent: portal.isTemplateInherited,
    },
    choices: templates.map((value) => ({
      value,
      label: templateLabels[value],
      isCurrent: !portal.isTemplateInherited && value === portal.template,
    })),
    rows: fieldNames.map((field) => ({
      label: fieldWords(locale)(field),
      cells: templates.map((template) =>
        cellOf(doBlocksCarry(carried[template], field), isOff(switchOfField[field], switches)),
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
