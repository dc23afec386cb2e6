import { switchOfField } from "../../access/checks/content.ts";
import { blockWords } from "../../access/explain/block-names.ts";
import { fieldWords } from "../../access/explain/field-names.ts";
import { type Portal, type Template, templateLabels, templates } from "../../domain/firm.ts";
import {
  type BlockChange,
  type FieldName,
  fieldsOfBlock,
  isShipped,
  type ShapedBlock,
  type TemplateShape,
} from "../../domain/template.ts";
import type { VisibilitySwitches } from "../../domain/visibility.ts";
import { formatQuantity } from "../../ui/format/number.ts";
import type { FormTarget, Link } from "../../ui/frame.ts";
import { TEMPLATES_PATH, VISIBILITY_PATH } from "../frame.ts";
import { templatePath } from "../template/present.ts";

export type ShapeModel = {
  heading: string;
  lead: string;
  /** The four templates, this one marked. */
  templates: (Link & { isCurrent: boolean })[];
  blocks: BlockModel[];
  /** Said where no block is shown at all. */
  emptyText: string | null;
  /** Which portals have this template, each with the page that changes it. */
  usedBy: { text: string; portals: Link[] };
  /** Null for who may only look, and where nothing was changed. */
  reset: FormTarget | null;
  shapeText: string;
  switches: Link;
};

export type BlockModel = {
  id: string;
  label: string;
  isShown: boolean;
  fields: string;
  changes: { label: string; target: FormTarget }[];
};

export type ShapeInput = {
  template: Template;
  shape: TemplateShape;
  switches: VisibilitySwitches;
  portals: Portal[];
  canChange: boolean;
  locale: string;
};

/** One template as it stands at the firm: its blocks in the order of the page, with what each of them carries. */
export function presentShape(input: ShapeInput): ShapeModel {
  const { template, shape, canChange } = input;
  const label = templateLabels[template];
  const isAsShipped = isShipped(template, shape);
  return {
    heading: `${label} template`,
    lead: "What comes first here comes first on the page of a project. A change counts on the next page load.",
    templates: templates.map((one) => ({
      label: templateLabels[one],
      href: shapePath(one),
      isCurrent: one === template,
    })),
    blocks: shape.map((block, place) => presentBlock(block, place, input)),
    emptyText: shape.some(({ isShown }) => isShown)
      ? null
      : "Every block is hidden: clients see the names of their projects and nothing else.",
    usedBy: presentUse(input),
    reset: canChange && !isAsShipped ? { action: `${shapePath(template)}/reset`, fields: {} } : null,
    shapeText: isAsShipped
      ? `The ${label} template is as it comes with the program.`
      : `Your firm has changed the ${label} template.`,
    switches: { label: "Data Visibility", href: VISIBILITY_PATH },
  };
}

export function shapePath(template: Template): string {
  return `${TEMPLATES_PATH}/${template}`;
}

function presentBlock({ name, isShown }: ShapedBlock, place: number, input: ShapeInput): BlockModel {
  const { template, shape, switches, canChange, locale } = input;
  const changes: [BlockChange, string][] = [
    isShown ? ["hide", "Hide"] : ["show", "Show"],
    ...(place > 0 ? [["up", "Move up"] satisfies [BlockChange, string]] : []),
    ...(place < shape.length - 1 ? [["down", "Move down"] satisfies [BlockChange, string]] : []),
  ];
  return {
    id: name,
    label: blockWords(locale)(name),
    isShown,
    fields: fieldsOfBlock[name].map((field) => fieldText(field, switches, locale)).join(", "),
    changes: changes
      .filter(() => canChange)
      .map(([to, label]) => ({ label, target: { action: shapePath(template), fields: { block: name, to } } })),
  };
}

function fieldText(field: FieldName, switches: VisibilitySwitches, locale: string): string {
  const name = switchOfField[field];
  const label = fieldWords(locale)(field);
  return name && !switches[name] ? `${label} (switched off)` : label;
}

function presentUse({ template, portals, locale }: ShapeInput): ShapeModel["usedBy"] {
  const using = portals.filter((portal) => portal.template === template);
  return {
    text:
      using.length === 0
        ? "No portal has it."
        : `${formatQuantity(using.length, "portal has", "portals have", locale)} it:`,
    portals: using.map(({ id, companyName, isTemplateInherited }) => ({
      label: isTemplateInherited ? `${companyName} (default)` : companyName,
      href: templatePath(id),
    })),
  };
}
