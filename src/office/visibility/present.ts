import type { Portal } from "../../domain/firm.ts";
import type { PortalId } from "../../domain/ids.ts";
import type { TemplateBlocks } from "../../domain/template.ts";
import {
  sensitiveSwitches,
  type TouchedSwitch,
  type VisibilitySwitches,
  type VisibilitySwitchName,
  visibilitySwitchNames,
} from "../../domain/visibility.ts";
import { formatQuantity } from "../../ui/format/number.ts";
import type { FormTarget, Link } from "../../ui/frame.ts";
import { portalVisibilityPath, VISIBILITY_PATH } from "../frame.ts";
import { isShownAt, switchWords } from "./switch-words.ts";

export type VisibilityModel = {
  heading: string;
  lead: string;
  switches: SwitchModel[];
  /** The pages on which one portal is set apart. */
  portals: { title: string; links: Link[] } | null;
};

export type SwitchModel = {
  id: string;
  label: string;
  isSensitive: boolean;
  /** "On" or "Off", and what that means for clients right now. */
  state: string;
  meaning: string;
  /** The portals at which this switch is set for them alone. */
  apart: Link[];
  /** What the change will expose or take away, said before it is made; null for somebody who may not change it. */
  change: { label: string; consequence: string; target: FormTarget } | null;
};

export type VisibilityInput = {
  switches: VisibilitySwitches;
  /** What each template shows at this firm. */
  templates: TemplateBlocks;
  ownSwitches: (TouchedSwitch & { portalId: PortalId })[];
  portals: Portal[];
  canChange: boolean;
  locale: string;
};

/** The switches for all portals with what each one shows, where a change would be seen, and which portals are set apart. */
export function presentVisibility(input: VisibilityInput): VisibilityModel {
  const { portals } = input;
  return {
    heading: "Data visibility",
    lead: "These hold for every client’s portal, from the next page load on. A switch that is off hides, whatever a portal’s template shows.",
    switches: visibilitySwitchNames.map((name) => presentSwitch(name, input)),
    portals:
      portals.length === 0
        ? null
        : {
            title: "Set one portal apart",
            links: portals.map(({ id, companyName }) => ({ label: companyName, href: portalVisibilityPath(id) })),
          },
  };
}

function presentSwitch(name: VisibilitySwitchName, input: VisibilityInput): SwitchModel {
  const { label, meaning } = switchWords[name];
  const isOn = input.switches[name];
  return {
    id: name,
    label,
    isSensitive: sensitiveSwitches.has(name),
    state: isOn ? "On" : "Off",
    meaning,
    apart: apartFrom(name, input),
    change: input.canChange ? presentChange(name, input) : null,
  };
}

function presentChange(name: VisibilitySwitchName, input: VisibilityInput): SwitchModel["change"] {
  const { what } = switchWords[name];
  const isOn = input.switches[name];
  const where = formatQuantity(portalsFelt(name, input).length, "portal", "portals", input.locale);
  const check = sensitiveSwitches.has(name) ? " Check first that your agreements with these clients allow it." : "";
  return {
    label: isOn ? "Switch off" : "Switch on",
    consequence: isOn ? offText(name, what, where) : `Shows ${what}, in ${where}.${check}`,
    target: { action: VISIBILITY_PATH, fields: { name, to: isOn ? "off" : "on" } },
  };
}

function offText(name: VisibilitySwitchName, what: string, where: string): string {
  if (name !== "cross_project") return `Takes ${what} out of ${where}.`;
  return `Leaves each contact the projects on which they are named, in ${where}. Whoever is named on none sees none.`;
}

/** Where a change for all portals would be felt: the template carries it, and the portal has no setting of its own. */
export function portalsFelt(
  name: VisibilitySwitchName,
  { portals, ownSwitches, templates }: Pick<VisibilityInput, "portals" | "ownSwitches" | "templates">,
): Portal[] {
  const apart = new Set(ownSwitches.filter((own) => own.name === name).map(({ portalId }) => portalId));
  return portals.filter(isShownAt(name, templates)).filter(({ id }) => !apart.has(id));
}

function apartFrom(name: VisibilitySwitchName, { portals, ownSwitches }: VisibilityInput): Link[] {
  return portals.flatMap(({ id, companyName }) => {
    const own = ownSwitches.find((one) => one.name === name && one.portalId === id);
    const href = `${portalVisibilityPath(id)}#${name}`;
    return own ? [{ label: `${companyName}: ${own.isOn ? "on" : "off"}`, href }] : [];
  });
}
