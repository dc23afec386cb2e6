import type { Portal } from "../../domain/firm.ts";
import { BROWSER, languageSettingAt, type PortalLanguage, portalLanguages } from "../../domain/portal-language.ts";
import { type Language, languageOf } from "../../lib/locale.ts";
import { PORTALS_PATH } from "../frame.ts";
import { portalLanguageWords } from "./words.ts";

/** What a button says that lets the firm's setting hold again. */
export const INHERIT = "inherit";

/** Where it stands on the page of what the portal shows. */
export const LANGUAGE_ID = "language";

/** How each language calls itself, so that whoever speaks it finds it. */
export const languageLabels: Record<Language, string> = { en: "English", de: "Deutsch", es: "Español" };

/** `ofFirm`: the setting for all portals, as a BCP 47 tag; null: each visitor's browser says. */
export type PortalLanguageInput = { portal: Portal; ofFirm: string | null; canChange: boolean; locale: string };

/** The language of one portal: what holds, where that comes from, and the settings that it does not have. */
export function presentPortalLanguage({ portal, ofFirm, canChange, locale }: PortalLanguageInput) {
  const { id, ownLanguage: own } = portal;
  const say = portalLanguageWords(locale);
  const choice = (language: PortalLanguage | typeof INHERIT, label: string) => ({
    label,
    target: { action: `${PORTALS_PATH}/${encodeURIComponent(id)}/language`, fields: { language } },
  });
  const all = { language: nameOf(ofFirm, locale) };
  const inherit = own === null ? [] : [choice(INHERIT, say("inherit", all))];
  const others = portalLanguages.filter((one) => one !== own);
  const label = (one: PortalLanguage) =>
    one === BROWSER ? say("use_browser") : say("use", { language: languageLabels[one] });
  return {
    id: LANGUAGE_ID,
    label: say("label"),
    state: nameOf(languageSettingAt(own, ofFirm), locale),
    source: say(own === null ? "inherited" : "own", all),
    meaning: say("meaning"),
    choices: canChange ? [...inherit, ...others.map((one) => choice(one, label(one)))] : [],
  };
}

function nameOf(setting: string | null, locale: string): string {
  return setting === null ? portalLanguageWords(locale)("browser") : languageLabels[languageOf(setting)];
}
