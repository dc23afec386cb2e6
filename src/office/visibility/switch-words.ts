// What each switch of data visibility shows, in words, and at which portals it can be felt.
import { switchOfField } from "../../access/checks/content.ts";
import type { Portal } from "../../domain/firm.ts";
import { doBlocksCarry, fieldNames, type TemplateBlocks } from "../../domain/template.ts";
import type { VisibilitySwitchName } from "../../domain/visibility.ts";

/** What each switch shows, as the object of "shows" and "takes out". */
export const switchWords: Record<VisibilitySwitchName, { label: string; what: string; meaning: string }> = {
  fee: {
    label: "Fee",
    what: "the fee of every project and how much of it is invoiced",
    meaning: "The agreed fee of each project, and how much of it has been invoiced.",
  },
  hours: {
    label: "Hours",
    what: "the hours worked, by phase",
    meaning: "Hours worked against hours planned, by phase. Never who worked them.",
  },
  rates: {
    label: "Hourly rates",
    what: "what the hours come to at the agreed rates",
    meaning: "What the hours come to, beside them. Cost rates have no switch and never reach a portal.",
  },
  profitability: {
    label: "Profitability",
    what: "the margin on each project",
    meaning: "What is left of the hours’ worth after their cost, in percent.",
  },
  team_names: {
    label: "Team member names",
    what: "first names and initials of the team",
    meaning: "Who works on a project: first name, initial and role.",
  },
  team_profiles: {
    label: "Full team profiles",
    what: "full names, emails and phone numbers of the team",
    meaning: "Full name, email and phone of everybody on the team.",
  },
  utilisation: {
    label: "Team utilisation",
    what: "how busy each person of the team is",
    meaning: "How much of their capacity each person worked in the last four weeks, on all projects.",
  },
  task_notes: {
    label: "Internal task notes",
    what: "your internal notes on tasks",
    meaning: "What your people wrote for each other on tasks.",
  },
  invoices: {
    label: "Invoices",
    what: "invoices, open and paid",
    meaning: "Number, date, amount and state of each invoice. Drafts are never shown.",
  },
  cross_project: {
    label: "Cross-project visibility",
    what: "all projects of a company to each of its contacts",
    meaning: "On: every contact of a company sees all its projects. Off: only those on which the PSA names them.",
  },
};

/** A switch is felt where the portal's template carries one of its fields. */
export function isShownAt(name: VisibilitySwitchName, templates: TemplateBlocks): (portal: Portal) => boolean {
  const fields = fieldNames.filter((field) => switchOfField[field] === name);
  return ({ template }) => fields.length === 0 || fields.some((field) => doBlocksCarry(templates[template], field));
}
