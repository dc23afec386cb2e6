// What the product promises of hidden things, told here and not asked of the code: which template, switch, person and choice of the
// firm shows which field. `hidden-means-absent.test.ts` holds whole answers to it.
import type { BlockName } from "../../src/domain/template.ts";
import type { ShapeChange } from "../../src/domain/template-shape.ts";
import type { marksOf } from "./marked-firm.ts";
import type { Row } from "./pairwise.ts";

const onOff = ["on", "off"] as const;
export const factors = {
  template: ["owner", "architect", "engineer", "contractor"],
  /** What the firm itself has hidden of the template. */
  shape: ["shipped", "blocks", "fields", "own"],
  person: ["named", "unnamed", "limited"],
  /** Whether the switches are set for all portals, or for this one against all the others. */
  level: ["all", "here"],
  fee: onOff,
  hours: onOff,
  rates: onOff,
  profitability: onOff,
  team_names: onOff,
  team_profiles: onOff,
  utilisation: onOff,
  task_notes: onOff,
  invoices: onOff,
  cross_project: onOff,
} as const;
export type Case = Row<typeof factors>;
export type Field = keyof ReturnType<typeof marksOf>;
export type SwitchName = Exclude<keyof Case, "template" | "shape" | "person" | "level">;

export const everywhere = factors.template;
const drawn = ["architect", "engineer"] as const;
/** What the product promises: which templates carry a field, and which switches must all be on. Told here, not asked of the code. */
export const promised: Record<Field, { on: readonly Case["template"][]; switches?: SwitchName[] }> = {
  name: { on: everywhere },
  phase: { on: everywhere },
  percentComplete: { on: everywhere },
  dates: { on: everywhere },
  milestones: { on: everywhere },
  disciplines: { on: drawn },
  hours: { on: drawn, switches: ["hours"] },
  hoursByDiscipline: { on: drawn, switches: ["hours"] },
  rates: { on: ["engineer"], switches: ["hours", "rates"] },
  ratesByDiscipline: { on: ["engineer"], switches: ["hours", "rates"] },
  budget: { on: ["owner"], switches: ["fee"] },
  profitability: { on: ["owner"], switches: ["profitability"] },
  invoices: { on: ["owner"], switches: ["invoices"] },
  tasks: { on: ["architect", "engineer", "contractor"] },
  taskNotes: { on: drawn, switches: ["task_notes"] },
  teamNames: { on: everywhere, switches: ["team_names"] },
  teamProfiles: { on: everywhere, switches: ["team_names", "team_profiles"] },
  utilisation: { on: drawn, switches: ["team_names", "utilisation"] },
  manager: { on: everywhere, switches: ["team_names"] },
  managerProfile: { on: everywhere, switches: ["team_names", "team_profiles"] },
  address: { on: everywhere },
  description: { on: everywhere },
  updates: { on: everywhere },
  author: { on: everywhere, switches: ["team_names"] },
  authorProfile: { on: everywhere, switches: ["team_names", "team_profiles"] },
  photos: { on: everywhere },
  pulse: { on: everywhere },
};

/** What the firm hides of a template: whole blocks, single fields, or what is its own; and which fields go with that. */
export const shapes: Record<Case["shape"], { changes: ShapeChange[]; takes: Field[] }> = {
  shipped: { changes: [], takes: [] },
  blocks: {
    changes: hideAll("milestones", "team", "invoices"),
    takes: ["milestones", "teamNames", "teamProfiles", "utilisation", "author", "authorProfile", "invoices"],
  },
  fields: {
    changes: (["manager", "address", "rates", "dates", "percentComplete"] as const).map((field) => ({
      field,
      change: "hide",
    })),
    takes: ["manager", "managerProfile", "address", "rates", "ratesByDiscipline", "dates", "percentComplete"],
  },
  own: { changes: hideAll("updates", "pulse"), takes: ["updates", "author", "authorProfile", "photos", "pulse"] },
};

function hideAll(...blocks: BlockName[]): ShapeChange[] {
  return blocks.map((block) => ({ block, change: "hide" }));
}
export const fields = Object.keys(promised) as Field[];
/** The page adds up what the hours come to; only the file tells it by discipline. A photo is a file of its own. */
export const onPage = fields.filter((field) => field !== "ratesByDiscipline" && field !== "photos");
/** What the table of many projects says of each. */
export const inTable: Field[] = ["name", "phase", "percentComplete", "milestones"];
export const switchNames = Object.keys(factors).filter(
  (name): name is SwitchName => !["template", "shape", "person", "level"].includes(name),
);

/** The tables that are files too, and what each carries. */
export const files: Record<string, Field[]> = {
  phases: ["phase"],
  milestones: ["milestones"],
  hours: ["hoursByDiscipline", "ratesByDiscipline"],
  invoices: ["invoices"],
  tasks: ["tasks", "taskNotes"],
};

export function isShown(field: Field, { template, ...rest }: Case): boolean {
  const { on, switches = [] } = promised[field];
  const isTaken = shapes[rest.shape].takes.includes(field);
  return on.includes(template) && !isTaken && switches.every((name) => rest[name] === "on");
}

/** Named on the first project; unnamed on none; limited to the first, on which they are named. */
export function seesProject(n: 1 | 2, { person, cross_project: cross }: Case): boolean {
  return n === 1 ? person !== "unnamed" || cross === "on" : person !== "limited" && cross === "on";
}
