import type { Portal } from "../../../domain/firm.ts";
import type { VisibilitySwitchName } from "../../../domain/visibility.ts";
import type { FormTarget, Link } from "../../../ui/frame.ts";
import type { PeopleCount } from "../count-people.ts";
import { switchWords } from "../switch-words.ts";
import { confirmWords } from "./words.ts";

export type ConfirmModel = {
  heading: string;
  rows: { term: string; text: string }[];
  check: string;
  button: { label: string; target: FormTarget };
  back: Link;
};

/** `portal`: the one for which alone the switch is set; null for all. `felt`: the portals at which it would show something. */
export type ConfirmInput = {
  name: VisibilitySwitchName;
  portal: Portal | null;
  felt: Portal[];
  people: PeopleCount;
  target: FormTarget;
  back: string;
  locale: string;
};

/** Before something sensitive is switched on: what it exposes, where, to how many people, and what to check. */
export function presentConfirm(input: ConfirmInput): ConfirmModel {
  const { name, portal, target, back, locale } = input;
  const say = confirmWords(locale);
  const sayOfSwitch = switchWords(locale);
  const named = { name: sayOfSwitch(`${name}_named`) };
  const what = sayOfSwitch(`${name}_what`);
  const company = portal?.companyName ?? null;
  return {
    heading: company === null ? say("heading", named) : say("heading_one", { ...named, company }),
    rows: [
      { term: say("exposes"), text: `${what.charAt(0).toUpperCase()}${what.slice(1)}.` },
      { term: say("portals"), text: whereText(input) },
      { term: say("people"), text: peopleText(input) },
    ],
    check: company === null ? say("check") : say("check_one", { company }),
    button: { label: say("switch_on"), target: { ...target, fields: { ...target.fields, agreed: "yes" } } },
    back: { label: say("leave_off"), href: back },
  };
}

function whereText({ portal, felt, locale }: ConfirmInput): string {
  const say = confirmWords(locale);
  if (portal) return say(felt.length === 0 ? "not_here" : "this_portal");
  return felt.length === 0 ? say("nowhere") : say("where", { count: felt.length });
}

function peopleText({ felt, people, locale }: ConfirmInput): string {
  const say = confirmWords(locale);
  if (felt.length === 0) return say("nobody");
  if (people === null) return say("cannot_tell");
  const { count, isAtLeast } = people;
  if (isAtLeast) return say("at_least", { count });
  return count === 0 ? say("no_contact") : say("get_in", { count });
}
