import type { Portal } from "../../../domain/firm.ts";
import type { VisibilitySwitchName } from "../../../domain/visibility.ts";
import { formatQuantity } from "../../../ui/format/number.ts";
import type { FormTarget, Link } from "../../../ui/frame.ts";
import type { PeopleCount } from "../count-people.ts";
import { switchWords } from "../switch-words.ts";

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
  const { name, portal, target, back } = input;
  const { label, what } = switchWords[name];
  const agreement = portal ? `agreement with ${portal.companyName} allows` : "agreements with these clients allow";
  return {
    heading: `Show ${label.toLowerCase()} at ${portal ? `the portal of ${portal.companyName}` : "all portals"}?`,
    rows: [
      { term: "What it exposes", text: `${what.charAt(0).toUpperCase()}${what.slice(1)}.` },
      { term: "In how many portals", text: whereText(input) },
      { term: "To how many people", text: peopleText(input) },
    ],
    check: `Check first that your ${agreement} it. It counts on the next page load.`,
    button: { label: "Switch on", target: { ...target, fields: { ...target.fields, agreed: "yes" } } },
    back: { label: "Leave it off", href: back },
  };
}

function whereText({ portal, felt, locale }: ConfirmInput): string {
  if (portal) return felt.length === 0 ? `None for now: ${noTemplate}` : "1 portal, this one.";
  if (felt.length === 0) return `None for now: no portal that follows this setting has a template that carries it.`;
  return `${formatQuantity(felt.length, "portal", "portals", locale)}, of those that have no setting of their own.`;
}

const noTemplate = "the portal’s template does not carry it.";

function peopleText({ felt, people, locale }: ConfirmInput): string {
  if (felt.length === 0) return "Nobody for now.";
  if (people === null) return "Cannot be told right now: your PSA does not answer.";
  const { count, isAtLeast } = people;
  const number = formatQuantity(count, "person", "people", locale);
  if (isAtLeast) return `At least ${number}: some records in your PSA cannot be read.`;
  return count === 0 ? "Nobody for now: no contact gets in." : `${number}, who can get in as your PSA is now.`;
}
