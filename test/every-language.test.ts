// No page speaks half a language: every message is there in all of them, and says the same things.
import { readdirSync, readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { beforeAll, expect, test } from "vitest";
import { languages } from "../src/lib/locale.ts";
import { listDefinedWords } from "../src/lib/words.ts";

type Ast = ReturnType<IntlMessageFormat["getAst"]>;

const sources = new URL("../src/", import.meta.url);
let keys: { key: string; texts: Record<string, string> }[];
beforeAll(async () => {
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && readFileSync(new URL(file, sources), "utf8").includes(" = defineWords({"),
  );
  for (const file of files) await import(new URL(file, sources).href);
  keys = listDefinedWords().flatMap((table) =>
    Object.keys(table.en).map((key) => ({
      key,
      texts: Object.fromEntries(languages.map((language) => [language, table[language][key] ?? ""])),
    })),
  );
});

/** The names of a message's values, those inside of plurals and choices too. */
function valueNames(ast: Ast): string[] {
  return ast.flatMap((element) => [
    ...("value" in element && element.type !== 0 ? [String(element.value)] : []),
    ...("options" in element ? Object.values(element.options).flatMap(({ value }) => valueNames(value)) : []),
  ]);
}

const namesIn = (text: string, language: string) =>
  [...new Set(valueNames(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst()))].sort();

test("every message is there in every language, and none is empty", () => {
  const missing = keys.flatMap(({ key, texts }) =>
    languages.filter((one) => !texts[one]?.trim()).map((one) => `${one} ${key}`),
  );
  expect(missing).toEqual([]);
});

test("every message takes the same values in every language", () => {
  const different = keys.filter(({ texts }) => {
    const [first, ...others] = languages.map((language) => namesIn(texts[language] ?? "", language).join());
    return others.some((names) => names !== first);
  });
  expect(different.map(({ key }) => key)).toEqual([]);
});
