import { switchOfField } from "../../../access/checks/content.ts";
import { templateWords } from "../../../access/explain/template-names.ts";
import { listed } from "../../../access/explain/texts.ts";
import type { CostsTold, Exposure } from "../../../access/newly-exposed.ts";
import type { Portal, Template } from "../../../domain/firm.ts";
import { sensitiveSwitches, type VisibilitySwitchName, visibilitySwitchNames } from "../../../domain/visibility.ts";
import type { FormTarget, Link } from "../../../ui/frame.ts";
import type { PeopleCount } from "../count-people.ts";
import { namedFields } from "../named-fields.ts";
import { switchWords } from "../switch-words.ts";
import { agreementFields } from "./agreement.ts";
import { confirmWords } from "./words.ts";

export type ConfirmModel = {
  heading: string;
  /** Why clients begin to see it; null where a switch of its own is switched on. */
  because: string | null;
  rows: { term: string; text: string }[];
  check: string;
  button: { label: string; target: FormTarget };
  back: Link;
};

/**
 * What is about to be changed: a switch, for all portals or (`portal`) for one; what a template shows; which template a portal
 * has, or the portals that follow the firm's default.
 */
export type Change =
  | { kind: "switch"; name: VisibilitySwitchName; portal: Portal | null }
  | { kind: "shape" | "reset" | "default"; template: Template }
  | { kind: "template"; template: Template; portal: Portal };

export type ConfirmInput = {
  change: Change;
  exposure: Exposure;
  people: PeopleCount;
  target: FormTarget;
  back: string;
  locale: string;
};

/** Before something sensitive is shown to clients: what it exposes, where, to how many people, and what to check. */
export function presentConfirm(input: ConfirmInput): ConfirmModel {
  const { change, exposure, target, back, locale } = input;
  const say = confirmWords(locale);
  const isSwitch = change.kind === "switch";
  const fields = { ...target.fields, ...agreementFields(exposure) };
  return {
    heading: headingText(input),
    because: becauseText(input),
    rows: [
      { term: say("exposes"), text: exposesText(input) },
      ...(exposure.costs ? [{ term: say("gives_away"), text: costsText(exposure.costs, input) }] : []),
      { term: say("portals"), text: whereText(input) },
      { term: say("people"), text: peopleText(input) },
    ],
    check: checkText(input),
    button: { label: say(isSwitch ? "switch_on" : "show"), target: { ...target, fields } },
    back: { label: say(isSwitch ? "leave_off" : "leave"), href: back },
  };
}

function headingText({ change, exposure, locale }: ConfirmInput): string {
  const say = confirmWords(locale);
  const named = (name: VisibilitySwitchName) => switchWords(locale)(`${name}_named`);
  if (change.kind !== "switch")
    return say("heading_clients", { names: listed(namesExposed(change, exposure).map(named), "", locale) });
  const name = named(change.name);
  return change.portal ? say("heading_one", { name, company: change.portal.companyName }) : say("heading", { name });
}

function becauseText({ change, exposure, locale }: ConfirmInput): string | null {
  const say = confirmWords(locale);
  if (change.kind !== "switch")
    return say(`because_${change.kind}`, { template: templateWords(locale)(change.template) });
  if (namesExposed(change, exposure).includes(change.name)) return null;
  return say("because_switch", { name: switchWords(locale)(change.name) });
}

/** The switches of what is exposed; one that is switched on itself is among them even where nothing shows it yet. */
function namesExposed(change: Change, { fields }: Exposure): VisibilitySwitchName[] {
  const own = change.kind === "switch" && sensitiveSwitches.has(change.name) ? change.name : null;
  const exposed = new Set(fields.map((field) => switchOfField[field]));
  return visibilitySwitchNames.filter((name) => name === own || exposed.has(name));
}

function exposesText({ change, exposure, locale }: ConfirmInput): string {
  const texts = namesExposed(change, exposure).map((name) => switchWords(locale)(`${name}_what`));
  return texts.map((what) => `${what.charAt(0).toUpperCase()}${what.slice(1)}.`).join(" ");
}

/** That the margin tells the firm's cost to whoever sees the sum as well, and at which portals. */
function costsText({ sums, portals }: CostsTold, { exposure, locale }: ConfirmInput): string {
  const say = confirmWords(locale);
  const count = portals.length;
  // The row below names them all.
  const isEverywhere = count === exposure.portals.length;
  const where = isEverywhere ? say("there", { count }) : say("where", { count, names: firstNames(portals, locale) });
  return `${say("tells_cost", { sums: namedFields(sums, locale) })} ${where}`;
}

const NAMES_MAX = 8;

function whereText({ change, exposure: { portals }, locale }: ConfirmInput): string {
  const say = confirmWords(locale);
  const isOfOne = "portal" in change && change.portal !== null;
  if (portals.length === 0) return say(isOfOne ? "not_here" : "nowhere");
  const names = firstNames(portals, locale);
  return say(isOfOne ? "where" : "where_later", { count: portals.length, names });
}

/** The first portals by name, and how many there are besides. */
function firstNames(portals: readonly Portal[], locale: string): string {
  const rest = portals.length - NAMES_MAX;
  const names = portals.slice(0, NAMES_MAX).map(({ companyName }) => companyName);
  const all = rest > 0 ? [...names, confirmWords(locale)("more", { count: rest })] : names;
  return listed(all, "", locale);
}

function peopleText({ exposure: { portals }, people, locale }: ConfirmInput): string {
  const say = confirmWords(locale);
  if (portals.length === 0) return say("nobody");
  if (people === null) return say("cannot_tell");
  const { count, isAtLeast } = people;
  if (isAtLeast) return say("at_least", { count });
  return count === 0 ? say("no_contact") : say("get_in", { count });
}

function checkText({ change, exposure: { portals }, locale }: ConfirmInput): string {
  const say = confirmWords(locale);
  const [only] = "portal" in change && change.portal ? [change.portal] : portals.length === 1 ? portals : [];
  return only ? say("check_one", { company: only.companyName }) : say("check");
}

/** Said on the page of the switches to whoever came for the question, where there is none. */
export function nothingToConfirm(name: VisibilitySwitchName, isOn: boolean, locale: string): string {
  return confirmWords(locale)(isOn ? "already_on" : "not_asked", { name: switchWords(locale)(name) });
}
