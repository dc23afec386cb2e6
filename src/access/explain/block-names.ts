import type { BlockName } from "../../domain/template.ts";

/** What the blocks of a project's page are called on the firm's pages. */
export const blockLabels: Record<BlockName, string> = {
  phases: "Phases",
  milestones: "Milestones",
  disciplines: "Work by discipline",
  hours: "Hours",
  fee: "Fee",
  invoices: "Invoices",
  tasks: "Tasks",
  team: "Team",
  about: "About the project",
};
