// In which language a portal speaks: its own setting where it has one, else the firm's.
import { type Language, languages } from "../lib/locale.ts";

/** Said in place of a language where each visitor's browser settles it. */
export const BROWSER = "browser";

/** What a portal, or the firm for all of them, can be set to. */
export const portalLanguages = [BROWSER, ...languages] as const;
export type PortalLanguage = typeof BROWSER | Language;

/** Whether a text from outside is something that a portal's language can be set to. */
export function isPortalLanguage(text: string): text is PortalLanguage {
  return portalLanguages.some((language) => language === text);
}

/** The setting that holds at a portal, as a BCP 47 tag; null: each visitor's browser says. `ofFirm` holds where it has none of its own. */
export function languageSettingAt(own: PortalLanguage | null, ofFirm: string | null): string | null {
  if (own === null) return ofFirm;
  return own === BROWSER ? null : own;
}
