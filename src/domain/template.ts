// What a portal template is: which blocks a project's page has, in which order, and which fields each of them carries.
import { invariant } from "../lib/invariant.ts";
import type { Template } from "./firm.ts";

export const blockNames = [
  "phases",
  "milestones",
  "disciplines",
  "hours",
  "fee",
  "invoices",
  "tasks",
  "team",
  "about",
] as const;
export type BlockName = (typeof blockNames)[number];

/** The fields of a project that a portal can show; a field that is not listed is never shown. */
export const fieldNames = [
  "phase",
  "percentComplete",
  "dates",
  "milestones",
  "disciplines",
  "hours",
  "rates",
  "budget",
  "profitability",
  "invoices",
  "tasks",
  "taskNotes",
  "teamNames",
  "teamProfiles",
  "utilisation",
  "manager",
  "managerProfile",
  "address",
  "description",
] as const;
export type FieldName = (typeof fieldNames)[number];

export const fieldsOfBlock: Record<BlockName, readonly FieldName[]> = {
  phases: ["phase", "percentComplete", "dates"],
  milestones: ["milestones"],
  disciplines: ["disciplines"],
  hours: ["hours", "rates"],
  fee: ["budget", "profitability"],
  invoices: ["invoices"],
  tasks: ["tasks", "taskNotes"],
  team: ["teamNames", "teamProfiles", "utilisation"],
  about: ["manager", "managerProfile", "address", "description"],
};

/** The blocks that each template shows, in the order of the page. */
export type TemplateBlocks = Record<Template, readonly BlockName[]>;

/** As the program ships them, until a firm shapes its own: what comes first is what the client came for. */
export const templateBlocks: TemplateBlocks = {
  owner: ["phases", "milestones", "fee", "invoices", "team", "about"],
  architect: ["phases", "disciplines", "milestones", "tasks", "hours", "team", "about"],
  engineer: ["phases", "tasks", "hours", "disciplines", "milestones", "team", "about"],
  contractor: ["milestones", "phases", "tasks", "team", "about"],
};

/** Whether one of the blocks carries a field, as far as no switch hides it. */
export function doBlocksCarry(blocks: readonly BlockName[], field: FieldName): boolean {
  return blocks.includes(blockOfField(field));
}

/** Every field stands in exactly one block; a test holds the tables to that. */
export function blockOfField(field: FieldName): BlockName {
  const block = blockNames.find((name) => fieldsOfBlock[name].includes(field));
  invariant(block, "every field stands in a block");
  return block;
}

export type ShapedBlock = { name: BlockName; isShown: boolean };

/** A template as it stands at a firm: every block in its order, shown or not. */
export type TemplateShape = readonly ShapedBlock[];
export type TemplateShapes = Record<Template, TemplateShape>;

/**
 * The shape of a template, out of what the firm has stored of it; null: as it ships. INVARIANT: a block that the stored shape
 * does not know, because it is newer than it, is hidden until the firm shows it; what is no block any more is left out.
 */
export function shapeOf(template: Template, stored: TemplateShape | null): TemplateShape {
  const known = stored ?? templateBlocks[template].map((name) => ({ name, isShown: true }));
  const listed = known.filter(({ name }) => blockNames.includes(name));
  const missing = blockNames.filter((name) => !listed.some((block) => block.name === name));
  return [...listed, ...missing.map((name) => ({ name, isShown: false }))];
}

export function shownBlocks(shape: TemplateShape): BlockName[] {
  return shape.filter(({ isShown }) => isShown).map(({ name }) => name);
}

/** What each template shows at a firm with these shapes. */
export function blocksOf(shapes: TemplateShapes): TemplateBlocks {
  return eachTemplate((template) => shownBlocks(shapes[template]));
}

export function eachTemplate<Value>(make: (template: Template) => Value): Record<Template, Value> {
  return {
    owner: make("owner"),
    architect: make("architect"),
    engineer: make("engineer"),
    contractor: make("contractor"),
  };
}

export const blockChanges = ["show", "hide", "up", "down"] as const;
export type BlockChange = (typeof blockChanges)[number];

/** The shape with one block shown, hidden, or moved past its neighbour; at the end of the list it stays where it is. */
export function changeShape(shape: TemplateShape, name: BlockName, change: BlockChange): TemplateShape {
  if (change === "show" || change === "hide")
    return shape.map((block) => (block.name === name ? { name, isShown: change === "show" } : block));
  const from = shape.findIndex((block) => block.name === name);
  const to = change === "up" ? from - 1 : from + 1;
  const [one, other] = [shape[from], shape[to]];
  if (!one || !other) return shape;
  return shape.map((block, place) => (place === from ? other : place === to ? one : block));
}

/** Whether a template stands at a firm as the program ships it. */
export function isShipped(template: Template, shape: TemplateShape): boolean {
  const shipped = shapeOf(template, null);
  return shape.every(({ name, isShown }, place) => shipped[place]?.name === name && shipped[place].isShown === isShown);
}

export function isBlockName(text: string): text is BlockName {
  return blockNames.some((name) => name === text);
}

export function isBlockChange(text: string): text is BlockChange {
  return blockChanges.some((change) => change === text);
}
