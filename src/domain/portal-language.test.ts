import { expect, test } from "vitest";
import { isPortalLanguage, languageSettingAt, portalLanguages } from "./portal-language.ts";

test.each([
  [null, null, null],
  [null, "de-CH", "de-CH"],
  ["browser", null, null],
  ["browser", "de", null],
  ["es", null, "es"],
  ["es", "de", "es"],
] as const)("a portal set to %s at a firm set to %s speaks %s", (own, ofFirm, setting) => {
  expect(languageSettingAt(own, ofFirm)).toBe(setting);
});

test("only the browser and our own languages can be set", () => {
  expect(portalLanguages.every(isPortalLanguage)).toBe(true);
  expect(["", "fr", "de-AT", "inherit", "DE"].some(isPortalLanguage)).toBe(false);
});
