import { switchOfField } from "../../access/checks/content.ts";
import type { Portal } from "../../domain/firm.ts";
import { doBlocksCarry, fieldNames, type TemplateBlocks } from "../../domain/template.ts";
import {
  sensitiveSwitches,
  type VisibilitySwitches,
  type VisibilitySwitchName,
  visibilitySwitchNames,
} from "../../domain/visibility.ts";
import { formatQuantity } from "../../ui/format/number.ts";
import type { FormTarget } from "../../ui/frame.ts";
import { VISIBILITY_PATH } from "../frame.ts";

export type VisibilityModel = { heading: string; lead: string; switches: SwitchModel[] };

export type SwitchModel = {
  id: string;
  label: string;
  isSensitive: boolean;
  /** "On" or "Off", and what that means for clients right now. */
  state: string;
  meaning: string;
  /** What the change will expose or take away, said before it is made; null for somebody who may not change it. */
  change: { label: string; consequence: string; target: FormTarget } | null;
};

export type VisibilityInput = {
  switches: VisibilitySwitches;
  /** What each template shows at this firm. */
  templates: TemplateBlocks;
  portals: Portal[];
  canChange: boolean;
  locale: string;
};

/** The firm-wide switches with what each one shows, and in how many portals a change would be seen. */
export function presentVisibility(input: VisibilityInput): VisibilityModel {
  return {
    heading: "Data visibility",
    lead: "These hold for every client’s portal, from the next page load on. A switch that is off hides, whatever a portal’s template shows.",
    switches: visibilitySwitchNames.map((name) => presentSwitch(name, input)),
  };
}

/** What each switch shows, as the object of "shows" and "takes out". */
const words: Record<VisibilitySwitchName, { label: string; what: string; meaning: string }> = {
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

function presentSwitch(
  name: VisibilitySwitchName,
  { switches, templates, portals, canChange, locale }: VisibilityInput,
): SwitchModel {
  const { label, what, meaning } = words[name];
  const isOn = switches[name];
  const isSensitive = sensitiveSwitches.has(name);
  const where = formatQuantity(portals.filter(isShownAt(name, templates)).length, "portal", "portals", locale);
  const check = isSensitive ? " Check first that your agreements with these clients allow it." : "";
  return {
    id: name,
    label,
    isSensitive,
    state: isOn ? "On" : "Off",
    meaning,
    change: !canChange
      ? null
      : {
          label: isOn ? "Switch off" : "Switch on",
          consequence: isOn ? offText(name, what, where) : `Shows ${what}, in ${where}.${check}`,
          target: { action: VISIBILITY_PATH, fields: { name, to: isOn ? "off" : "on" } },
        },
  };
}

function offText(name: VisibilitySwitchName, what: string, where: string): string {
  if (name !== "cross_project") return `Takes ${what} out of ${where}.`;
  return `Leaves each contact the projects on which they are named, in ${where}. Whoever is named on none sees none.`;
}

/** A switch is felt where the portal's template carries one of its fields. */
function isShownAt(name: VisibilitySwitchName, templates: TemplateBlocks): (portal: Portal) => boolean {
  const fields = fieldNames.filter((field) => switchOfField[field] === name);
  return ({ template }) => fields.length === 0 || fields.some((field) => doBlocksCarry(templates[template], field));
}
