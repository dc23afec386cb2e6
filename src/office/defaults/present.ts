import { blockWords } from "../../access/explain/block-names.ts";
import { templateWords } from "../../access/explain/template-names.ts";
import { type Portal, templates } from "../../domain/firm.ts";
import { type PortalDefaults, pulseChoices } from "../../domain/portal-defaults.ts";
import { BROWSER } from "../../domain/portal-language.ts";
import type { TemplateBlocks } from "../../domain/template.ts";
import { languages } from "../../lib/locale.ts";
import { DEFAULTS_PATH, PORTALS_PATH } from "../frame.ts";
import { languageLabels } from "../portal-language/present.ts";
import { defaultsWords } from "./words.ts";

export type DefaultsModel = {
  heading: string;
  lead: string;
  savedText: string | null;
  action: string;
  questions: Question[];
  save: string;
  /** Who may save, for somebody who may only look; null for who may. */
  onlyLooks: string | null;
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

/** Settings → Client Portals → Defaults: what holds where a portal settles nothing of its own. */
export function presentDefaults(input: DefaultsInput): DefaultsModel {
  const { portals, canChange, isSaved, locale } = input;
  const say = defaultsWords(locale);
  return {
    heading: say("heading"),
    lead: say("lead"),
    savedText: isSaved ? say("saved") : null,
    action: DEFAULTS_PATH,
    questions: [
      templateQuestion(
        input,
        reachAmong(portals, ({ isTemplateInherited }) => isTemplateInherited, locale),
      ),
      languageQuestion(
        input,
        reachAmong(portals, ({ ownLanguage }) => ownLanguage === null, locale),
      ),
      pulseQuestion(input, say("all_portals", { count: portals.length })),
    ],
    save: say("save"),
    onlyLooks: canChange ? null : say("only_admins"),
    back: { label: say("back"), href: PORTALS_PATH },
  };
}

/** How many portals follow a default, and how many have something of their own in its place. */
function reachAmong(portals: Portal[], inherits: (portal: Portal) => boolean, locale: string): string {
  const inheriting = portals.filter(inherits).length;
  const own = portals.length - inheriting;
  return defaultsWords(locale)(own === 0 ? "follow" : "follow_own", { count: inheriting, own });
}

function templateQuestion({ defaults, templates: carried, locale }: DefaultsInput, reach: string): Question {
  return {
    name: "template",
    label: defaultsWords(locale)("template"),
    reach,
    choices: templates.map((value) => ({
      value,
      label: templateWords(locale)(value),
      meaning: carried[value].map(({ name }) => blockWords(locale)(name)).join(", "),
      isCurrent: value === defaults.template,
    })),
  };
}

function languageQuestion({ defaults, locale }: DefaultsInput, reach: string): Question {
  const say = defaultsWords(locale);
  const spoken = languages.map((value) => ({ value, label: languageLabels[value], meaning: null }));
  const browser = { value: BROWSER, label: say("browser"), meaning: say("browser_text") };
  return {
    name: "locale",
    label: say("language"),
    reach,
    choices: [browser, ...spoken].map((choice) => ({
      ...choice,
      isCurrent: choice.value === (defaults.locale ?? BROWSER),
    })),
  };
}

function pulseQuestion({ defaults, locale }: DefaultsInput, reach: string): Question {
  const say = defaultsWords(locale);
  return {
    name: "pulse",
    label: say("pulse"),
    reach,
    choices: pulseChoices.map((value) => ({
      value,
      label: say(value),
      meaning: null,
      isCurrent: value === defaults.pulseEvery,
    })),
  };
}
