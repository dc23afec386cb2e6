import type { FieldName } from "../../domain/template.ts";

/** What the fields of a project are called on the firm's pages. */
export const fieldLabels: Record<FieldName, string> = {
  phase: "Phases",
  percentComplete: "Percent complete",
  dates: "Planned dates",
  milestones: "Milestones",
  disciplines: "Work by discipline",
  hours: "Hours",
  rates: "Hourly rates",
  budget: "Fee",
  profitability: "Profitability",
  invoices: "Invoices",
  tasks: "Tasks",
  taskNotes: "Internal task notes",
  teamNames: "Team",
  teamProfiles: "Full team profiles",
  utilisation: "Team utilisation",
  manager: "Project manager with contact",
  address: "Address",
  description: "Description",
};
