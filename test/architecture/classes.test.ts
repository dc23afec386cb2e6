// The sheet and the views agree: no rule for what no view shows, no class that no rule knows.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listSourceFiles } from "./source-files.ts";

const views = listSourceFiles()
  .filter(({ path }) => path.endsWith(".tsx") && !path.endsWith(".test.tsx"))
  .map(({ text }) => text);
const sheet = readFileSync(new URL("../../src/ui/styles.css", import.meta.url), "utf8").replace(/\/\*.*?\*\//gs, "");

test("every class in the sheet is written in a view, whole or with a stem that the view completes", () => {
  const written = views.join("\n");
  const isWritten = (name: string) =>
    new RegExp(`["'\` ]${name}["'\` ]`).test(written) || written.includes(`${name.replace(/-\w+$/, "")}-\${`);
  expect(classesIn(sheet).filter((name) => !isWritten(name))).toEqual([]);
});

test("every class in a view has a rule in the sheet", () => {
  const known = new Set(classesIn(sheet));
  const written = views.flatMap((text) =>
    [...text.matchAll(/\bclass="([^"]+)"/g)].flatMap(([, names = ""]) => names.split(" ")),
  );
  expect([...new Set(written)].filter((name) => !known.has(name))).toEqual([]);
});

/** The names in its selectors, once each. */
function classesIn(css: string): string[] {
  const selectors = css.replace(/\{[^{}]*\}/g, " ");
  return [...new Set([...selectors.matchAll(/\.([a-z][a-z0-9-]*)/g)].map(([, name = ""]) => name))];
}
