// How a template stands at a firm: as the program ships it, or as the firm has shaped it. Pure.
import type { Template } from "./firm.ts";
import {
  ASIDE_BLOCK,
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
export type ShapedBlock = {
  name: BlockName;
  isShown: boolean;
  isEmphasised: boolean;
  hiddenFields: readonly FieldName[];
};

/** A template as it stands at a firm: every block in its order. */
export type TemplateShape = readonly ShapedBlock[];
export type TemplateShapes = Record<Template, TemplateShape>;

/** A block as a firm's row has it; older rows know less about it. */
export type StoredBlock = Pick<ShapedBlock, "name" | "isShown"> & Partial<ShapedBlock>;

/** `hiddenFields` count whether or not their block is shown: so a block comes when a firm shows it. */
type Shipped = {
  blocks: readonly BlockName[];
  emphasised: readonly BlockName[];
  hiddenFields: readonly FieldName[];
};

/** As the program ships them, until a firm shapes its own: what comes first is what the client came for. */
export const shippedTemplates: Record<Template, Shipped> = {
  owner: {
    blocks: ["phases", "updates", "milestones", "fee", "invoices", "team", "about", "pulse"],
    emphasised: ["phases", "fee", "invoices"],
    hiddenFields: ["utilisation"],
  },
  architect: {
    blocks: ["phases", "disciplines", "updates", "milestones", "tasks", "hours", "team", "about", "pulse"],
    emphasised: ["disciplines"],
    hiddenFields: ["rates", "profitability"],
  },
  engineer: {
    blocks: ["phases", "tasks", "hours", "updates", "disciplines", "milestones", "team", "about", "pulse"],
    emphasised: ["tasks", "hours"],
    hiddenFields: ["profitability"],
  },
  contractor: {
    blocks: ["milestones", "phases", "updates", "tasks", "team", "about", "pulse"],
    emphasised: ["milestones"],
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
  const { blocks, emphasised, hiddenFields } = shippedTemplates[template];
  const shippedBlock = (name: BlockName, isShown: boolean): ShapedBlock => ({
    ...{ name, isShown, isEmphasised: emphasised.includes(name) },
    hiddenFields: hiddenFields.filter((field) => blockOfField(field) === name),
  });
  const known = stored ? withFixed(stored).map(toShapedBlock) : blocks.map((name) => shippedBlock(name, true));
  const listed = known.filter(({ name }) => blockNames.includes(name));
  const missing = blockNames.filter((name) => !listed.some((block) => block.name === name));
  return [...listed, ...missing.map((name) => shippedBlock(name, false))];
}

/** Updates and the pulse stood on every page before they were blocks: a shape from then goes on to show them where they stood. */
function withFixed(stored: readonly StoredBlock[]): readonly StoredBlock[] {
  const has = (name: BlockName) => stored.some((block) => block.name === name);
  const begin = stored[0]?.name === "phases" ? 1 : 0;
  const updates: StoredBlock[] = has("updates") ? [] : [{ name: "updates", isShown: true }];
  const pulse: StoredBlock[] = has("pulse") ? [] : [{ name: "pulse", isShown: true }];
  return [...stored.slice(0, begin), ...updates, ...stored.slice(begin), ...pulse];
}

function toShapedBlock({ name, isShown, isEmphasised = false, hiddenFields = [] }: StoredBlock): ShapedBlock {
  const own = fieldsOfBlock[name] ?? [];
  return { name, isShown, isEmphasised, hiddenFields: hiddenFields.filter((field) => own.includes(field)) };
}

/** What the template shows, in its order, each block with the fields that are not hidden in it. */
export function shownBlocks(shape: TemplateShape): ShownBlock[] {
  return shape
    .filter(({ isShown }) => isShown)
    .map(({ name, isEmphasised, hiddenFields }) => ({
      name,
      isEmphasised,
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

export const blockChanges = ["show", "hide", "stand_out", "stand_back", "up", "down"] as const;
export type BlockChange = (typeof blockChanges)[number];
export const fieldChanges = ["show", "hide"] as const;
export type FieldChange = (typeof fieldChanges)[number];

/** One click on the page of a template. */
export type ShapeChange = { block: BlockName; change: BlockChange } | { field: FieldName; change: FieldChange };

/** The shape after one click: a field shown or hidden; a block shown, hidden, made to stand out or not, or moved past its neighbour. */
export function changeShape(shape: TemplateShape, asked: ShapeChange): TemplateShape {
  if ("field" in asked) return changeField(shape, asked.field, asked.change);
  const { block, change } = asked;
  return change === "up" || change === "down"
    ? moveBlock(shape, block, change)
    : setBlock(shape, block, settings[change]);
}

const settings = {
  show: { isShown: true },
  hide: { isShown: false },
  stand_out: { isEmphasised: true },
  stand_back: { isEmphasised: false },
};

function setBlock(shape: TemplateShape, name: BlockName, setting: Partial<ShapedBlock>): TemplateShape {
  return shape.map((block) => (block.name === name ? { ...block, ...setting } : block));
}

/** At the end of the list a block stays where it is. The one at the side stays too, and the others move past it. */
function moveBlock(shape: TemplateShape, name: BlockName, change: "up" | "down"): TemplateShape {
  const from = shape.findIndex((block) => block.name === name);
  const step = change === "up" ? -1 : 1;
  const to = shape[from + step]?.name === ASIDE_BLOCK ? from + 2 * step : from + step;
  const [one, other] = [shape[from], shape[to]];
  if (!one || !other || name === ASIDE_BLOCK) return shape;
  return shape.map((block, place) => (place === from ? other : place === to ? one : block));
}

function changeField(shape: TemplateShape, field: FieldName, change: FieldChange): TemplateShape {
  const name = blockOfField(field);
  const others = (hidden: readonly FieldName[]) => hidden.filter((other) => other !== field);
  return shape.map((block) => {
    const hiddenFields = [...others(block.hiddenFields), ...(change === "hide" ? [field] : [])];
    return block.name === name ? { ...block, hiddenFields } : block;
  });
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
  const keys = ["name", "isShown", "isEmphasised"] as const;
  return keys.every((key) => one[key] === other[key]) && fieldsOf(one) === fieldsOf(other);
}

/** Whether a text from outside names a change of a block. */
export function isBlockChange(text: string): text is BlockChange {
  return blockChanges.some((change) => change === text);
}

/** Whether a text from outside names a change of a field. */
export function isFieldChange(text: string): text is FieldChange {
  return fieldChanges.some((change) => change === text);
}
