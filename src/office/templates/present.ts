import { isSwitchedOff } from "../../access/checks/content.ts";
import { blockWords } from "../../access/explain/block-names.ts";
import { fieldWords } from "../../access/explain/field-names.ts";
import { templateWords } from "../../access/explain/template-names.ts";
import { type Portal, type Template, templates } from "../../domain/firm.ts";
import { ASIDE_BLOCK, canHideField, type FieldName, fieldsOfBlock, wholeOfField } from "../../domain/template.ts";
import {
  type BlockChange,
  type FieldChange,
  isShipped,
  type ShapedBlock,
  type TemplateShape,
} from "../../domain/template-shape.ts";
import type { VisibilitySwitches } from "../../domain/visibility.ts";
import type { FormTarget, Link } from "../../ui/frame.ts";
import { TEMPLATES_PATH, VISIBILITY_PATH } from "../frame.ts";
import { templatePath } from "../template/present.ts";
import { shapeWords } from "./words.ts";

export type ShapeModel = {
  heading: string;
  lead: string;
  /** What else hides, around the link to where that is settled. */
  switches: { before: string; link: Link; after: string };
  /** The four templates, this one marked. */
  templates: { label: string; links: (Link & { isCurrent: boolean })[] };
  blocks: BlockModel[];
  /** Said where no block is shown at all. */
  emptyText: string | null;
  /** Which portals have this template, each with the page that changes it. */
  usedBy: { heading: string; text: string; portals: Link[] };
  /** Null for who may only look, and where nothing was changed. */
  reset: { label: string; target: FormTarget } | null;
  shapeText: string;
};

export type BlockModel = {
  id: string;
  label: string;
  /** That it is not shown, that it stands out, or that it stands at the side; null where nothing of it is so. */
  stateText: string | null;
  fields: FieldModel[];
  changes: ChangeModel[];
};

/** `note`: why it is not shown where the block is; null for one that is. */
export type FieldModel = { id: string; label: string; note: string | null; change: ChangeModel | null };

type ChangeModel = { label: string; target: FormTarget };

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
  const { template, shape, canChange, locale } = input;
  const say = shapeWords(locale);
  const named = { template: templateWords(locale)(template) };
  const isAsShipped = isShipped(template, shape);
  const reset = { label: say("reset"), target: { action: resetPath(template), fields: {} } };
  return {
    heading: say("heading", named),
    lead: say("lead"),
    switches: {
      before: say("switches_before"),
      link: { label: say("switches"), href: VISIBILITY_PATH },
      after: say("switches_after"),
    },
    templates: { label: say("templates"), links: linksOf(input) },
    blocks: [...inOrder(shape), ...shape.filter(({ name }) => name === ASIDE_BLOCK)].map((block) =>
      presentBlock(block, input),
    ),
    emptyText: shape.some(({ isShown }) => isShown) ? null : say("empty"),
    usedBy: presentUse(input),
    reset: canChange && !isAsShipped ? reset : null,
    shapeText: say(isAsShipped ? "shipped" : "changed", named),
  };
}

function linksOf({ template, locale }: ShapeInput): ShapeModel["templates"]["links"] {
  return templates.map((one) => ({
    label: templateWords(locale)(one),
    href: shapePath(one),
    isCurrent: one === template,
  }));
}

/** Where the firm shapes this template. */
export function shapePath(template: Template): string {
  return `${TEMPLATES_PATH}/${template}`;
}

/** Where its shape is put back to the program's own. */
export function resetPath(template: Template): string {
  return `${shapePath(template)}/reset`;
}

/** The blocks whose order counts. */
function inOrder(shape: TemplateShape): TemplateShape {
  return shape.filter(({ name }) => name !== ASIDE_BLOCK);
}

function presentBlock(block: ShapedBlock, input: ShapeInput): BlockModel {
  const { name, isShown, isEmphasised } = block;
  const { template, shape, canChange, locale } = input;
  const say = shapeWords(locale);
  const ordered = inOrder(shape);
  const place = ordered.indexOf(block);
  const changes: BlockChange[] = [
    isShown ? "hide" : "show",
    ...(isShown ? [isEmphasised ? ("stand_back" as const) : ("stand_out" as const)] : []),
    ...(place > 0 ? ["up" as const] : []),
    ...(place >= 0 && place < ordered.length - 1 ? ["down" as const] : []),
  ];
  return {
    id: name,
    label: blockWords(locale)(name),
    stateText: stateOf(block, locale),
    fields: presentFields(block, input),
    changes: changes
      .filter(() => canChange)
      .map((to) => ({ label: say(to), target: { action: shapePath(template), fields: { block: name, to } } })),
  };
}

function stateOf({ name, isShown, isEmphasised }: ShapedBlock, locale: string): string | null {
  const say = shapeWords(locale);
  if (!isShown) return say("hidden");
  return [isEmphasised ? say("stands_out") : [], name === ASIDE_BLOCK ? say("aside") : []].flat().join(", ") || null;
}

/** A block of one field is named like it, so that there is something to say of the field only where it is not shown. */
function presentFields(block: ShapedBlock, input: ShapeInput): FieldModel[] {
  const fields = fieldsOfBlock[block.name].map((field) => presentField(field, block, input));
  return fields.length > 1 || fields.some(({ note }) => note !== null) ? fields : [];
}

function presentField(field: FieldName, { hiddenFields }: ShapedBlock, input: ShapeInput): FieldModel {
  const { template, switches, canChange, locale } = input;
  const say = shapeWords(locale);
  const isHidden = hiddenFields.includes(field);
  const whole = wholeOfField[field];
  const isHiddenWith = whole !== undefined && hiddenFields.includes(whole);
  const to: FieldChange = isHidden ? "show" : "hide";
  const target = { action: shapePath(template), fields: { field, to } };
  return {
    id: field,
    label: fieldWords(locale)(field),
    note: isHidden || isHiddenWith ? say("hidden") : isSwitchedOff(field, switches) ? say("switched_off") : null,
    change: canChange && canHideField(field) && !isHiddenWith ? { label: say(to), target } : null,
  };
}

function presentUse({ template, portals, locale }: ShapeInput): ShapeModel["usedBy"] {
  const using = portals.filter((portal) => portal.template === template);
  const say = shapeWords(locale);
  return {
    heading: say("where"),
    text: say("used_by", { count: using.length }),
    portals: using.map(({ id, companyName, isTemplateInherited }) => ({
      label: isTemplateInherited ? say("inherited", { company: companyName }) : companyName,
      href: templatePath(id),
    })),
  };
}
