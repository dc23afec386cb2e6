import { expect, test } from "vitest";
import { isGuessedPath, isPortalSlug, isSlug, slugFor } from "./slug.ts";

const none = new Set<string>();

test.each([
  ["Acme Corp", "acme"],
  ["Béton & Söhne, Inc.", "beton-sohne"],
  ["O’Brien’s", "obriens"],
  ["Øresund Æther", "oresund-aether"],
  ["株式会社", "company"],
  ["Co", "co"],
  ["Clear Cut", "clear-cut"],
  ["Sign in", "sign-in-2"],
  ["Home Inc.", "home-2"],
  ["Clients & Co", "clients-2"],
])("the name %s becomes the address %s", (name, slug) => {
  expect(slugFor(name, none)).toBe(slug);
});

test("an address that was ever used is not given again", () => {
  expect(slugFor("Acme", new Set(["acme", "acme-2"]))).toBe("acme-3");
});

test("what is made from a name is always an address, and the program's own paths never are", () => {
  expect(isSlug(slugFor("x".repeat(300), none))).toBe(true);
  for (const text of ["", "-a", "a-", "A", "a b", "a/b", "sign-in", "assets", "a".repeat(49)])
    expect(isSlug(text)).toBe(false);
});

test("a path that people guess is no portal's to be given, though an older portal may stand there", () => {
  for (const text of ["login", "portal", "clients", "dashboard", "home", "start"]) {
    expect([isGuessedPath(text), isSlug(text), isPortalSlug(text)]).toEqual([true, true, false]);
  }
  expect([isGuessedPath("index.html"), isGuessedPath("acme"), isPortalSlug("acme")]).toEqual([true, false, true]);
});

test("a long name is cut between words", () => {
  expect(slugFor("The Trustees of the Penhallow Free Public Library and Athenaeum", none)).toBe(
    "the-trustees-of-the-penhallow-free",
  );
});
