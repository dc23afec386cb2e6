// How a template stands at a firm: as the program ships it, or as the firm has shaped it. Pure.
import type { Template } from "./firm.ts";
import {
  type BlockName,
  blockNames,
  blockOfField,
  eachTemplate,
  type FieldName,
  fieldsOfBlock,
  type ShownBlock,
  type TemplateBlocks,
  wholeOfField,
} from "./template.ts";

/** `hiddenFields`: what the block does not carry here; a field that stands inside one of them goes with it. */
export type ShapedBlock = { name: BlockName; isShown: boolean; hiddenFields: readonly FieldName[] };

/** A template as it stands at a firm: every block in its order. */
export type TemplateShape = readonly ShapedBlock[];
export type TemplateShapes = Record<Template, TemplateShape>;

/** A block as a firm's row has it; older rows know less about it. */
export type StoredBlock = Pick<ShapedBlock, "name" | "isShown"> & Partial<ShapedBlock>;

/** `hiddenFields` counts whether or not their block is shown: so a block comes when a firm shows it. */
type Shipped = { blocks: readonly BlockName[]; hiddenFields: readonly FieldName[] };

/** As the program ships them, until a firm shapes its own: what comes first is what the client came for. */
export const shippedTemplates: Record<Template, Shipped> = {
  owner: {
    blocks: ["phases", "milestones", "fee", "invoices", "team", "about"],
    hiddenFields: ["utilisation"],
  },
  architect: {
    blocks: ["phases", "disciplines", "milestones", "tasks", "hours", "team", "about"],
    hiddenFields: ["rates", "profitability"],
  },
  engineer: {
    blocks: ["phases", "tasks", "hours", "disciplines", "milestones", "team", "about"],
    hiddenFields: ["profitability"],
  },
  contractor: {
    blocks: ["milestones", "phases", "tasks", "team", "about"],
    hiddenFields: ["rates", "profitability", "taskNotes", "utilisation"],
  },
};

/** What each template shows as it ships. */
export const templateBlocks: TemplateBlocks = eachTemplate((template) => shownBlocks(shapeOf(template, null)));

/**
 * The shape of a template, out of what the firm has stored of it; null: as it ships. INVARIANT: a block that the stored shape
 * does not know, because it is newer than it, is hidden until the firm shows it; what is no block or field any more is left out.
 */
export function shapeOf(template: Template, stored: readonly StoredBlock[] | null): TemplateShape {
  const { blocks, hiddenFields } = shippedTemplates[template];
  const shippedBlock = (name: BlockName, isShown: boolean): ShapedBlock => {
    return { name, isShown, hiddenFields: hiddenFields.filter((field) => blockOfField(field) === name) };
  };
  const known = stored?.map(toShapedBlock) ?? blocks.map((name) => shippedBlock(name, true));
  const listed = known.filter(({ name }) => blockNames.includes(name));
  const missing = blockNames.filter((name) => !listed.some((block) => block.name === name));
  return [...listed, ...missing.map((name) => shippedBlock(name, false))];
}

function toShapedBlock({ name, isShown, hiddenFields = [] }: StoredBlock): ShapedBlock {
  const own = fieldsOfBlock[name] ?? [];
  return { name, isShown, hiddenFields: hiddenFields.filter((field) => own.includes(field)) };
}

export function shownBlocks(shape: TemplateShape): ShownBlock[] {
  return shape
    .filter(({ isShown }) => isShown)
    .map(({ name, hiddenFields }) => ({
      name,
      fields: fieldsOfBlock[name].filter((field) => !isHiddenIn(hiddenFields, field)),
    }));
}

function isHiddenIn(hiddenFields: readonly FieldName[], field: FieldName): boolean {
  const whole = wholeOfField[field];
  return hiddenFields.includes(field) || (whole !== undefined && hiddenFields.includes(whole));
}

/** What each template shows at a firm with these shapes. */
export function blocksOf(shapes: TemplateShapes): TemplateBlocks {
  return eachTemplate((template) => shownBlocks(shapes[template]));
}

export const blockChanges = ["show", "hide", "up", "down"] as const;
export type BlockChange = (typeof blockChanges)[number];
export const fieldChanges = ["show", "hide"] as const;
export type FieldChange = (typeof fieldChanges)[number];

/** One click on the page of a template. */
export type ShapeChange = { block: BlockName; change: BlockChange } | { field: FieldName; change: FieldChange };

/** The shape with one field shown or hidden, or one block shown, hidden, or moved past its neighbour, at the end not at all. */
export function changeShape(shape: TemplateShape, asked: ShapeChange): TemplateShape {
  return "field" in asked
    ? changeField(shape, asked.field, asked.change)
    : changeBlock(shape, asked.block, asked.change);
}

function changeField(shape: TemplateShape, field: FieldName, change: FieldChange): TemplateShape {
  const name = blockOfField(field);
  const others = (hidden: readonly FieldName[]) => hidden.filter((other) => other !== field);
  return shape.map((block) => {
    const hiddenFields = [...others(block.hiddenFields), ...(change === "hide" ? [field] : [])];
    return block.name === name ? { ...block, hiddenFields } : block;
  });
}

function changeBlock(shape: TemplateShape, name: BlockName, change: BlockChange): TemplateShape {
  if (change === "show" || change === "hide")
    return shape.map((block) => (block.name === name ? { ...block, isShown: change === "show" } : block));
  const from = shape.findIndex((block) => block.name === name);
  const to = change === "up" ? from - 1 : from + 1;
  const [one, other] = [shape[from], shape[to]];
  if (!one || !other) return shape;
  return shape.map((block, place) => (place === from ? other : place === to ? one : block));
}

/** Whether a template stands at a firm as the program ships it. */
export function isShipped(template: Template, shape: TemplateShape): boolean {
  const shipped = shapeOf(template, null);
  return shape.every((block, place) => {
    const other = shipped[place];
    return other !== undefined && isSameBlock(block, other);
  });
}

function isSameBlock(one: ShapedBlock, other: ShapedBlock): boolean {
  const fieldsOf = ({ hiddenFields }: ShapedBlock) => [...hiddenFields].sort().join();
  return one.name === other.name && one.isShown === other.isShown && fieldsOf(one) === fieldsOf(other);
}

export function isBlockChange(text: string): text is BlockChange {
  return blockChanges.some((change) => change === text);
}

export function isFieldChange(text: string): text is FieldChange {
  return fieldChanges.some((change) => change === text);
}
