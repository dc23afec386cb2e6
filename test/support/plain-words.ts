// What a text for clients may not hold, wherever it stands.
import { expect } from "vitest";

/** Words of the trade of making such pages, and codes. */
const jargon =
  /\b(?:PSA|tenants?|mappings?|sync\w*|templates?|permissions?|denied|invalid|errors?|sessions?|null|undefined|tokens?|cache\w*|APIs?|authenticat\w+|log-?in)\b|\b(?:door|mail|proof|who|scope|sess|psa)\.[a-z_]+\b/i;

export function expectPlainWords(text: string): void {
  expect(text).not.toMatch(jargon);
  expect(text).not.toContain("!");
  expect(text).not.toMatch(/\[object|NaN/);
}

export function expectShort(text: string, wordsMax = 40): void {
  expect([text, text.split(/\s+/).filter(Boolean).length <= wordsMax]).toEqual([text, true]);
}
