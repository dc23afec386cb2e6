import { blockWords } from "../../access/explain/block-names.ts";
import { type Portal, templateLabels, templates } from "../../domain/firm.ts";
import { type PortalDefaults, type PulseEvery, pulseChoices } from "../../domain/portal-defaults.ts";
import type { TemplateBlocks } from "../../domain/template.ts";
import { type Language, languages } from "../../lib/locale.ts";
import { formatCount, formatQuantity } from "../../ui/format/number.ts";
import { DEFAULTS_PATH, PORTALS_PATH } from "../frame.ts";

export type DefaultsModel = {
  heading: string;
  lead: string;
  savedText: string | null;
  action: string;
  questions: Question[];
  /** False for somebody who may only look. */
  canChange: boolean;
  back: { label: string; href: string };
};

/** One setting: what it is, for how many portals it counts, and what can be chosen. */
export type Question = {
  name: string;
  label: string;
  reach: string;
  choices: { value: string; label: string; meaning: string | null; isCurrent: boolean }[];
};

export type DefaultsInput = {
  defaults: PortalDefaults;
  /** What each template shows at this firm. */
  templates: TemplateBlocks;
  portals: Portal[];
  canChange: boolean;
  isSaved: boolean;
  locale: string;
};

/** What the form says for "each visitor's browser". */
export const BROWSER = "browser";

/** Settings → Client Portals → Defaults: what holds where a portal settles nothing of its own. */
export function presentDefaults(input: DefaultsInput): DefaultsModel {
  const { defaults, portals, canChange, isSaved, locale } = input;
  const all = `Holds at ${portals.length === 1 ? "your 1 portal" : `all ${formatCount(portals.length, locale)} portals`}.`;
  return {
    heading: "Portal defaults",
    lead: "These hold at every portal that has nothing of its own. A change counts on the next page load.",
    savedText: isSaved ? "Saved. It counts on the next page load." : null,
    action: DEFAULTS_PATH,
    questions: [
      templateQuestion(input, reachOfTemplate(portals, locale)),
      languageQuestion(defaults.locale, all),
      pulseQuestion(defaults.pulseEvery, all),
    ],
    canChange,
    back: { label: "Back to the portals", href: PORTALS_PATH },
  };
}

function reachOfTemplate(portals: Portal[], locale: string): string {
  const inheriting = portals.filter(({ isTemplateInherited }) => isTemplateInherited).length;
  const follow = `${formatQuantity(inheriting, "portal follows", "portals follow", locale)} this default`;
  const own = portals.length - inheriting;
  return own === 0
    ? `${follow}.`
    : `${follow}; ${formatCount(own, locale)} ${own === 1 ? "has its" : "have their"} own.`;
}

function templateQuestion({ defaults, templates: carried, locale }: DefaultsInput, reach: string): Question {
  return {
    name: "template",
    label: "Template",
    reach,
    choices: templates.map((value) => ({
      value,
      label: templateLabels[value],
      meaning: carried[value].map((block) => blockWords(locale)(block)).join(", "),
      isCurrent: value === defaults.template,
    })),
  };
}

const languageLabels: Record<Language, string> = { en: "English", de: "Deutsch", es: "Español" };

function languageQuestion(current: string | null, reach: string): Question {
  const spoken = languages.map((value) => ({ value, label: languageLabels[value], meaning: null }));
  const browser = { value: BROWSER, label: "Each visitor’s browser", meaning: "In the language that it asks for." };
  return {
    name: "locale",
    label: "Language",
    reach,
    choices: [browser, ...spoken].map((choice) => ({ ...choice, isCurrent: choice.value === (current ?? BROWSER) })),
  };
}

const pulseLabels: Record<PulseEvery, string> = {
  week: "Every week",
  two_weeks: "Every two weeks",
  month: "Every month",
  off: "Never",
};

function pulseQuestion(current: PulseEvery, reach: string): Question {
  return {
    name: "pulse",
    label: "How often clients are asked how it is going",
    reach,
    choices: pulseChoices.map((value) => ({
      value,
      label: pulseLabels[value],
      meaning: null,
      isCurrent: value === current,
    })),
  };
}
