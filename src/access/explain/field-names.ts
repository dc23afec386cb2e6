import type { FieldName } from "../content.ts";

/** What the fields of a project are called on the firm's pages. */
export const fieldLabels: Record<FieldName, string> = {
  phase: "Phases",
  percentComplete: "Percent complete",
  dates: "Planned dates",
  address: "Address",
  description: "Description",
  manager: "Project manager with contact",
  milestones: "Milestones",
  budget: "Fee",
};
