import type { Portal } from "../../domain/firm.ts";
import type { TemplateBlocks } from "../../domain/template.ts";
import {
  type OwnSwitch,
  sensitiveSwitches,
  type VisibilitySwitches,
  type VisibilitySwitchName,
  visibilitySwitchNames,
} from "../../domain/visibility.ts";
import type { FormTarget, Link } from "../../ui/frame.ts";
import { portalVisibilityPath, VISIBILITY_PATH } from "../frame.ts";
import { nothingToConfirm } from "./confirm/present.ts";
import { isShownAt } from "./is-shown-at.ts";
import { switchWords } from "./switch-words.ts";
import { visibilityWords } from "./words.ts";

export type VisibilityModel = {
  heading: string;
  lead: string;
  /** Said to whoever came for a question that there is none of; null otherwise. */
  status: string | null;
  switches: SwitchModel[];
  /** The pages on which one portal is set apart. */
  portals: { title: string; links: Link[] } | null;
};

export type SwitchModel = {
  id: string;
  label: string;
  /** That it shows what many agreements keep from clients; null where it does not. */
  warning: string | null;
  /** "On" or "Off", and what that means for clients right now. */
  state: string;
  meaning: string;
  /** The portals at which this switch is set for them alone. */
  apart: { label: string; links: Link[] } | null;
  /** What the change will expose or take away, said before it is made; null for somebody who may not change it. */
  change: { label: string; consequence: string; target: FormTarget } | null;
};

export type VisibilityInput = {
  switches: VisibilitySwitches;
  /** What each template shows at this firm. */
  templates: TemplateBlocks;
  ownSwitches: OwnSwitch[];
  portals: Portal[];
  /** The switch about which there was nothing to confirm just now; null for none. */
  asked: VisibilitySwitchName | null;
  canChange: boolean;
  locale: string;
};

/** The switches for all portals with what each one shows, where a change would be seen, and which portals are set apart. */
export function presentVisibility(input: VisibilityInput): VisibilityModel {
  const { switches, portals, asked, locale } = input;
  const say = visibilityWords(locale);
  return {
    heading: say("heading"),
    lead: say("lead"),
    status: asked ? nothingToConfirm(asked, switches[asked], locale) : null,
    switches: visibilitySwitchNames.map((name) => presentSwitch(name, input)),
    portals:
      portals.length === 0
        ? null
        : {
            title: say("set_apart"),
            links: portals.map(({ id, companyName }) => ({ label: companyName, href: portalVisibilityPath(id) })),
          },
  };
}

function presentSwitch(name: VisibilitySwitchName, input: VisibilityInput): SwitchModel {
  const { switches, canChange, locale } = input;
  const say = visibilityWords(locale);
  const sayOfSwitch = switchWords(locale);
  return {
    id: name,
    label: sayOfSwitch(name),
    warning: sensitiveSwitches.has(name) ? say("sensitive") : null,
    state: say(switches[name] ? "on" : "off"),
    meaning: sayOfSwitch(`${name}_meaning`),
    apart: apartFrom(name, input),
    change: canChange ? presentChange(name, input) : null,
  };
}

function presentChange(name: VisibilitySwitchName, input: VisibilityInput): SwitchModel["change"] {
  const isOn = input.switches[name];
  return {
    label: visibilityWords(input.locale)(isOn ? "switch_off" : "switch_on"),
    consequence: isOn ? offText(name, input) : onText(name, input),
    target: { action: VISIBILITY_PATH, fields: { name, to: isOn ? "off" : "on" } },
  };
}

function onText(name: VisibilitySwitchName, input: VisibilityInput): string {
  const say = visibilityWords(input.locale);
  const what = switchWords(input.locale)(`${name}_what`);
  const shows = say("shows", { what, count: portalsFelt(name, input).length });
  return sensitiveSwitches.has(name) ? `${shows} ${say("check")}` : shows;
}

function offText(name: VisibilitySwitchName, input: VisibilityInput): string {
  const what = switchWords(input.locale)(`${name}_what`);
  const key = name === "cross_project" ? "takes_projects" : "takes";
  return visibilityWords(input.locale)(key, { what, count: portalsFelt(name, input).length });
}

/** Where a change for all portals would be felt: the template carries it, and the portal has no setting of its own. */
function portalsFelt(
  name: VisibilitySwitchName,
  { portals, ownSwitches, templates }: Pick<VisibilityInput, "portals" | "ownSwitches" | "templates">,
): Portal[] {
  const apart = new Set(ownSwitches.filter((own) => own.name === name).map(({ portalId }) => portalId));
  return portals.filter(isShownAt(name, templates)).filter(({ id }) => !apart.has(id));
}

function apartFrom(
  name: VisibilitySwitchName,
  { portals, ownSwitches, locale }: VisibilityInput,
): SwitchModel["apart"] {
  const say = visibilityWords(locale);
  const links = portals.flatMap(({ id, companyName: company }) => {
    const own = ownSwitches.find((one) => one.name === name && one.portalId === id);
    const href = `${portalVisibilityPath(id)}#${name}`;
    return own ? [{ label: say(own.isOn ? "apart_on" : "apart_off", { company }), href }] : [];
  });
  return links.length > 0 ? { label: say("apart"), links } : null;
}
