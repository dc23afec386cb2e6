// In which language a page speaks, and how it writes numbers and dates.

/** The languages that the client's pages are written in; the first is the one to fall back on. */
export const languages = ["en", "de", "es"] as const;
export type Language = (typeof languages)[number];

/** The locale of the office's pages, and of whoever asks for none that we speak. */
export const LOCALE = "en-GB";

/**
 * The locale for somebody who prefers these, best first: a language that we speak, in their region's way of writing
 * numbers and dates. What is no language tag is passed over.
 */
export function chooseLocale(preferred: string[]): string {
  const best = preferred.flatMap((tag) => spoken(tag) ?? [])[0] ?? LOCALE;
  // "en" alone says nothing of dates; the program's own English does.
  return best === "en" ? LOCALE : best;
}

/** The locale of what is said without a browser to ask: in the language that a firm has set, else in English. */
export function localeOfSetting(setting: string | null): string {
  return chooseLocale(setting === null ? [] : [setting]);
}

/** Which of our languages a locale is in. */
export function languageOf(locale: string): Language {
  return languages.find((language) => locale === language || locale.startsWith(`${language}-`)) ?? languages[0];
}

/**
 * Language and region of a tag in a language of ours, else null. A region that nobody has written formats for is left out, and
 * so is everything else that a tag can carry: a browser can name endlessly many, and what is made for a locale is kept.
 */
function spoken(tag: string): string | null {
  const asked = parsed(tag);
  if (!asked || !languages.some((language) => language === asked.language)) return null;
  const plain = asked.region ? `${asked.language}-${asked.region}` : asked.language;
  return new Intl.NumberFormat(plain).resolvedOptions().locale;
}

/** A text in every language, made by saying it in each. */
export function inEveryLanguage(say: (language: Language) => string): Record<Language, string> {
  return { en: say("en"), de: say("de"), es: say("es") };
}

function parsed(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch (err) {
    if (err instanceof RangeError) return null;
    throw err;
  }
}
