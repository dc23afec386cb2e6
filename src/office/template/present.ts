import { isSwitchedOff } from "../../access/checks/content.ts";
import { fieldWords } from "../../access/explain/field-names.ts";
import { templateWords } from "../../access/explain/template-names.ts";
import { type Portal, type Template, templates } from "../../domain/firm.ts";
import { doBlocksCarry, type FieldName, fieldNames, type TemplateBlocks, wholeOfField } from "../../domain/template.ts";
import type { VisibilitySwitches } from "../../domain/visibility.ts";
import type { Link } from "../../ui/frame.ts";
import { PORTALS_PATH, portalVisibilityPath } from "../frame.ts";
import { templatePageWords } from "./words.ts";

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
  /** What each template shows. */
  table: { label: string; rows: { label: string; cells: CellModel[] }[] };
  use: string;
  leave: string;
};

type CellModel = { text: string; isShown: boolean };

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
  const say = templatePageWords(locale);
  const sayTemplate = templateWords(locale);
  return {
    heading: say("heading", { company: portal.companyName }),
    lead: say("lead"),
    action: templatePath(portal.id),
    next,
    switches: { label: say("switches"), href: portalVisibilityPath(portal.id) },
    inherit: {
      value: INHERITED,
      label: say("inherit", { template: sayTemplate(inherited) }),
      isCurrent: portal.isTemplateInherited,
    },
    choices: templates.map((value) => ({
      value,
      label: sayTemplate(value),
      isCurrent: !portal.isTemplateInherited && value === portal.template,
    })),
    table: { label: say("table"), rows: rowsOf(carried, switches, locale) },
    use: say("use"),
    leave: say("leave"),
  };
}

function rowsOf(carried: TemplateBlocks, switches: VisibilitySwitches, locale: string): TemplateModel["table"]["rows"] {
  const say = templatePageWords(locale);
  return fieldNames.map((field) => ({
    label: fieldWords(locale)(field),
    cells: templates.map((template) => {
      const standing = standingOf(doBlocksCarry(carried[template], field), isOffWithin(field, switches));
      return { text: say(standing), isShown: standing === "shown" };
    }),
  }));
}

/** Where the template of one portal is settled. */
export function templatePath(portalId: string): string {
  return `${PORTALS_PATH}/${encodeURIComponent(portalId)}/template`;
}

function standingOf(isCarried: boolean, isOff: boolean): "shown" | "hidden" | "switched_off" {
  if (!isCarried) return "hidden";
  return isOff ? "switched_off" : "shown";
}

/** A field that stands inside another one goes with it. */
function isOffWithin(field: FieldName, switches: VisibilitySwitches): boolean {
  return [field, wholeOfField[field]].some((one) => one !== undefined && isSwitchedOff(one, switches));
}
