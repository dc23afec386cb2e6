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
  const best = preferred.flatMap((tag) => canonical(tag) ?? []).find(isSpoken);
  if (!best) return LOCALE;
  // "en" alone says nothing of dates; the program's own English does.
  return best === "en" ? LOCALE : best;
}

/** Which of our languages a locale is in. */
export function languageOf(locale: string): Language {
  return languages.find((language) => locale === language || locale.startsWith(`${language}-`)) ?? languages[0];
}

function isSpoken(tag: string): boolean {
  return languages.some((language) => language === new Intl.Locale(tag).language);
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch (err) {
    if (err instanceof RangeError) return null;
    throw err;
  }
}
