import { type Portal, templateLabels } from "../../domain/firm.ts";
import type { TemplateBlocks } from "../../domain/template.ts";
import {
  type PortalSwitches,
  type SwitchSetting,
  sensitiveSwitches,
  type VisibilitySwitches,
  type VisibilitySwitchName,
  visibilitySwitchNames,
} from "../../domain/visibility.ts";
import type { FormTarget, Link } from "../../ui/frame.ts";
import { PORTALS_PATH, portalVisibilityPath, VISIBILITY_PATH } from "../frame.ts";
import { templatePath } from "../template/present.ts";
import { isShownAt, switchWords } from "../visibility/switch-words.ts";

export type PortalVisibilityModel = {
  heading: string;
  lead: string;
  links: Link[];
  switches: PortalSwitchModel[];
};

export type PortalSwitchModel = {
  id: string;
  label: string;
  /** "On" or "Off". */
  state: string;
  /** Where that is settled. */
  source: string;
  isSensitive: boolean;
  meaning: string;
  /** Why nothing of it is seen, whatever the switch says; null where the template carries it. */
  note: string | null;
  /** The settings that it does not have; none for somebody who may not change it. */
  choices: { label: string; target: FormTarget }[];
};

/** `firmWide`: how the switches stand for all portals. */
export type PortalVisibilityInput = PortalSwitches & {
  portal: Portal;
  firmWide: VisibilitySwitches;
  /** What each template shows at this firm. */
  templates: TemplateBlocks;
  canChange: boolean;
};

/** The switches of one portal: how each stands here, where that comes from, and the settings that it could have. */
export function presentPortalVisibility(input: PortalVisibilityInput): PortalVisibilityModel {
  const { portal } = input;
  return {
    heading: `What clients see at the portal of ${portal.companyName}`,
    lead: "A switch that is set for this portal goes before the one for all portals. A change counts on the next page load.",
    links: [
      { label: "Client portals", href: PORTALS_PATH },
      { label: "Switches for all portals", href: VISIBILITY_PATH },
      { label: `Template: ${templateLabels[portal.template]}`, href: templatePath(portal.id) },
    ],
    switches: visibilitySwitchNames.map((name) => presentSwitch(name, input)),
  };
}

function presentSwitch(name: VisibilitySwitchName, input: PortalVisibilityInput): PortalSwitchModel {
  const { portal, switches, ownSwitches, firmWide, templates, canChange } = input;
  const { label, meaning } = switchWords[name];
  const isOwn = ownSwitches.includes(name);
  return {
    id: name,
    label,
    state: switches[name] ? "On" : "Off",
    source: isOwn
      ? `Set for this portal. For all portals it is ${onOff(firmWide[name])}.`
      : `Inherited: ${onOff(firmWide[name])} for all portals.`,
    isSensitive: sensitiveSwitches.has(name),
    meaning,
    note: isShownAt(name, templates)(portal)
      ? null
      : `The template of this portal, ${templateLabels[portal.template]}, does not carry it: it stays hidden, on or off.`,
    choices: canChange ? choicesOf(name, input) : [],
  };
}

function choicesOf(name: VisibilitySwitchName, input: PortalVisibilityInput): PortalSwitchModel["choices"] {
  const { portal, switches, ownSwitches, firmWide } = input;
  const isOwn = ownSwitches.includes(name);
  const isOn = switches[name];
  const choice = (to: SwitchSetting, label: string) => ({
    label,
    target: { action: portalVisibilityPath(portal.id), fields: { name, to } },
  });
  return [
    ...(isOwn ? [choice("inherit", `Inherit (${onOff(firmWide[name])})`)] : []),
    ...(isOwn && isOn ? [] : [choice("on", isOn ? "Keep on here" : "Switch on here")]),
    ...(isOwn && !isOn ? [] : [choice("off", isOn ? "Switch off here" : "Keep off here")]),
  ];
}

/** Whether this setting begins to show something here, so that what is sensitive is confirmed first. */
export function beginsToShow(
  name: VisibilitySwitchName,
  to: SwitchSetting,
  { switches, firmWide }: Pick<PortalVisibilityInput, "switches" | "firmWide">,
): boolean {
  return !switches[name] && (to === "on" || (to === "inherit" && firmWide[name]));
}

function onOff(isOn: boolean): string {
  return isOn ? "on" : "off";
}
