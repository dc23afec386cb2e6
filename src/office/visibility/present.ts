import type { Portal } from "../../domain/firm.ts";
import type { VisibilitySwitches, VisibilitySwitchName } from "../../domain/visibility.ts";
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

export type VisibilityInput = { switches: VisibilitySwitches; portals: Portal[]; canChange: boolean; locale: string };

/** The firm-wide switches with what each one shows, and in how many portals a change would be seen. */
export function presentVisibility(input: VisibilityInput): VisibilityModel {
  return {
    heading: "Data visibility",
    lead: "These hold for every client’s portal, from the next page load on. A switch that is off hides, whatever a portal’s template shows.",
    switches: [fee(input), crossProject(input)],
  };
}

function fee({ switches, portals, canChange, locale }: VisibilityInput): SwitchModel {
  const owners = portals.filter(({ template }) => template === "owner").length;
  const where = formatQuantity(owners, "portal", "portals", locale);
  return {
    id: "fee",
    label: "Fee",
    isSensitive: true,
    state: switches.fee ? "On" : "Off",
    meaning: "The fee of each project, on portals with the Owner template. The other templates never carry it.",
    change: !canChange
      ? null
      : changeOf("fee", switches, {
          on: `Shows the fee of every project in ${where}. Check first that your agreements with these clients allow it.`,
          off: `Takes the fee out of ${where}.`,
        }),
  };
}

function crossProject({ switches, portals, canChange, locale }: VisibilityInput): SwitchModel {
  const where = formatQuantity(portals.length, "portal", "portals", locale);
  return {
    id: "cross_project",
    label: "Cross-project visibility",
    isSensitive: false,
    state: switches.cross_project ? "On" : "Off",
    meaning: switches.cross_project
      ? "Every contact of a company sees all its projects."
      : "A contact sees only the projects on which they are named.",
    change: !canChange
      ? null
      : changeOf("cross_project", switches, {
          on: `Shows every contact of a company all its projects, in ${where}.`,
          off: `Leaves each contact only the projects on which the PSA names them, in ${where}. Whoever is named on none sees none.`,
        }),
  };
}

function changeOf(name: VisibilitySwitchName, switches: VisibilitySwitches, says: { on: string; off: string }) {
  const next = switches[name] ? "off" : "on";
  return {
    label: `Switch ${next}`,
    consequence: says[next],
    target: { action: VISIBILITY_PATH, fields: { name, to: next } },
  };
}
