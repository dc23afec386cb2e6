import { templateWords } from "../../access/explain/template-names.ts";
import type { Portal } from "../../domain/firm.ts";
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
import { presentPortalLanguage } from "../portal-language/present.ts";
import { templatePath } from "../template/present.ts";
import { nothingToConfirm } from "../visibility/confirm/present.ts";
import { isShownAt } from "../visibility/is-shown-at.ts";
import { switchWords } from "../visibility/switch-words.ts";
import { portalVisibilityWords } from "./words.ts";

export type PortalVisibilityModel = {
  heading: string;
  lead: string;
  /** Said to whoever came for a question that there is none of; null otherwise. */
  status: string | null;
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
  /** That it shows what many agreements keep from clients; null where it does not. */
  warning: string | null;
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
  /** The language setting for all portals. */
  ofFirm: string | null;
  /** What each template shows at this firm. */
  templates: TemplateBlocks;
  /** The switch about which there was nothing to confirm just now; null for none. */
  asked: VisibilitySwitchName | null;
  canChange: boolean;
  locale: string;
};

/** The switches of one portal: how each stands here, where that comes from, and the settings that it could have. */
export function presentPortalVisibility(input: PortalVisibilityInput): PortalVisibilityModel {
  const { portal, switches, asked, locale } = input;
  const say = portalVisibilityWords(locale);
  const template = templateWords(locale)(portal.template);
  const language = presentPortalLanguage(input);
  return {
    heading: say("heading", { company: portal.companyName }),
    lead: say("lead"),
    status: asked ? nothingToConfirm(asked, switches[asked], locale) : null,
    links: [
      { label: say("portals"), href: PORTALS_PATH },
      { label: say("all_switches"), href: VISIBILITY_PATH },
      { label: say("template", { template }), href: templatePath(portal.id) },
      { label: `${language.label}: ${language.state}`, href: `#${language.id}` },
    ],
    switches: [
      ...visibilitySwitchNames.map((name) => presentSwitch(name, input)),
      { ...language, warning: null, note: null },
    ],
  };
}

function presentSwitch(name: VisibilitySwitchName, input: PortalVisibilityInput): PortalSwitchModel {
  const { portal, switches, ownSwitches, firmWide, templates, canChange, locale } = input;
  const say = portalVisibilityWords(locale);
  const sayOfSwitch = switchWords(locale);
  const source = ownSwitches.includes(name) ? "own_all" : "inherited";
  return {
    id: name,
    label: sayOfSwitch(name),
    state: say(onOff(switches[name])),
    source: say(`${source}_${onOff(firmWide[name])}`),
    warning: sensitiveSwitches.has(name) ? say("sensitive") : null,
    meaning: sayOfSwitch(`${name}_meaning`),
    note: isShownAt(name, templates)(portal)
      ? null
      : say("not_carried", { template: templateWords(locale)(portal.template) }),
    choices: canChange ? choicesOf(name, input) : [],
  };
}

function choicesOf(name: VisibilitySwitchName, input: PortalVisibilityInput): PortalSwitchModel["choices"] {
  const { portal, switches, ownSwitches, firmWide, locale } = input;
  const say = portalVisibilityWords(locale);
  const isOwn = ownSwitches.includes(name);
  const isOn = switches[name];
  const choice = (to: SwitchSetting, label: string) => ({
    label,
    target: { action: portalVisibilityPath(portal.id), fields: { name, to } },
  });
  return [
    ...(isOwn ? [choice("inherit", say(`inherit_${onOff(firmWide[name])}`))] : []),
    ...(isOwn && isOn ? [] : [choice("on", say(isOn ? "keep_on" : "switch_on"))]),
    ...(isOwn && !isOn ? [] : [choice("off", say(isOn ? "switch_off" : "keep_off"))]),
  ];
}

function onOff(isOn: boolean): "on" | "off" {
  return isOn ? "on" : "off";
}
