import { expect, test } from "vitest";
import { chooseLocale, LOCALE, languageOf } from "../lib/locale.ts";

test.each([
  [["de-AT", "en"], "de-AT"],
  [["fr-FR", "es-MX"], "es-MX"],
  [["en"], LOCALE],
  [["en-US"], "en-US"],
  [["fr"], LOCALE],
  [[], LOCALE],
  [["*", "not a tag", "de"], "de"],
  [["en-x-whatever", "de"], LOCALE],
  [["de-QQ"], "de"],
  [["es-Latn-MX-u-nu-arab"], "es-MX"],
])("somebody who prefers %j reads %s", (preferred, locale) => {
  expect(chooseLocale(preferred)).toBe(locale);
});

test("a locale's language is one of ours", () => {
  expect(["de-AT", "es", "en-US"].map(languageOf)).toEqual(["de", "es", "en"]);
});
