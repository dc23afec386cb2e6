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
  "updates",
  "pulse",
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
  "updates",
  "pulse",
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
  updates: ["updates"],
  pulse: ["pulse"],
};

/** Stands at the side of the page, on a phone and on paper below all others, so that its place among them settles nothing. */
export const ASIDE_BLOCK: BlockName = "about";

/** The fields that come from the firm itself and not from its PSA. */
export const firmsOwnFields: ReadonlySet<FieldName> = new Set(["updates", "pulse"]);

/** A field that stands inside another one of its block: where that one is not shown, there is no place for it. */
export const wholeOfField: Partial<Record<FieldName, FieldName>> = {
  rates: "hours",
  taskNotes: "tasks",
  teamProfiles: "teamNames",
  utilisation: "teamNames",
  managerProfile: "manager",
};

/** A block that a project's page has, with the fields that it carries there, and whether it stands out among the others. */
export type ShownBlock = { name: BlockName; fields: readonly FieldName[]; isEmphasised: boolean };

/** What each template shows, in the order of the page. */
export type TemplateBlocks = Record<Template, readonly ShownBlock[]>;

/** Whether one of the blocks carries a field, as far as no switch hides it. */
export function doBlocksCarry(blocks: readonly ShownBlock[], field: FieldName): boolean {
  return blocks.some(({ fields }) => fields.includes(field));
}

/** Whether the blocks have the one in which the field stands, and it does not carry the field. */
export function isLeftOutOfBlock(blocks: readonly ShownBlock[], field: FieldName): boolean {
  const block = blocks.find(({ name }) => name === blockOfField(field));
  return block !== undefined && !block.fields.includes(field);
}

/** Every field stands in exactly one block; a test holds the tables to that. */
export function blockOfField(field: FieldName): BlockName {
  const block = blockNames.find((name) => fieldsOfBlock[name].includes(field));
  invariant(block, "every field stands in a block");
  return block;
}

/** Whether a field can be hidden while its block is shown: without it, the block still has something to show. */
export function canHideField(field: FieldName): boolean {
  return fieldsOfBlock[blockOfField(field)].some((other) => other !== field && wholeOfField[other] !== field);
}

/** One value for each template; one that is added later does not compile without. */
export function eachTemplate<Value>(make: (template: Template) => Value): Record<Template, Value> {
  return {
    owner: make("owner"),
    architect: make("architect"),
    engineer: make("engineer"),
    contractor: make("contractor"),
  };
}

/** Whether a text from outside names a block. */
export function isBlockName(text: string): text is BlockName {
  return blockNames.some((name) => name === text);
}

/** Whether a text from outside names a field. */
export function isFieldName(text: string): text is FieldName {
  return fieldNames.some((name) => name === text);
}
