// What a portal template is: which blocks a project's page has, in which order, and which fields each of them carries.
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
  about: ["manager", "address", "description"],
};

/** Which blocks each template has, in the order of the page: what comes first is what the client came for. */
export const templateBlocks: Record<Template, readonly BlockName[]> = {
  owner: ["phases", "milestones", "fee", "invoices", "team", "about"],
  architect: ["phases", "disciplines", "milestones", "tasks", "hours", "team", "about"],
  engineer: ["phases", "tasks", "hours", "disciplines", "milestones", "team", "about"],
  contractor: ["milestones", "phases", "tasks", "team", "about"],
};

/** Whether a template carries a field, as far as no switch hides it. */
export function doesTemplateCarry(template: Template, field: FieldName): boolean {
  return templateBlocks[template].some((name) => fieldsOfBlock[name].includes(field));
}
