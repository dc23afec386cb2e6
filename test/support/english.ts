// Whether a page is in one language: no piece of an English message may stand on a page in another.
import { IntlMessageFormat } from "intl-messageformat";
import { type Language, languages } from "../../src/lib/locale.ts";
import { listDefinedWords } from "../../src/lib/words.ts";
import { wordsOf } from "./page.ts";

/**
 * What of our English messages stands on a page that is in another language. A message of one word counts only where it is
 * all that an element says: names of projects and companies are made of words too.
 */
export function englishOn(page: { text: string }, language: Exclude<Language, "en">): string[] {
  const said = wordsOf(page);
  return listDefinedWords()
    .flatMap((table) => foreignIn(table, language))
    .filter((piece) => (piece.includes(" ") ? said.includes(piece) : page.text.includes(`>${piece}<`)));
}

type Table = ReturnType<typeof listDefinedWords>[number];

/** The pieces of a table's English messages that are not in this language as well; to take them apart takes a while. */
function foreignIn(table: Table, language: Exclude<Language, "en">): string[] {
  const known = foreign[language].get(table);
  if (known) return known;
  const pieces = Object.entries(table.en).flatMap(([key, english]) => {
    const own = piecesOf(table[language][key] ?? "", language);
    return piecesOf(english, "en").filter((piece) => !own.some((one) => one.includes(piece)));
  });
  foreign[language].set(table, pieces);
  return pieces;
}

const foreign = { de: new WeakMap<Table, string[]>(), es: new WeakMap<Table, string[]>() };

/** The literal pieces of a message, those inside of plurals and choices too. */
function piecesOf(message: string, language: Language): string[] {
  const literals = (ast: ReturnType<IntlMessageFormat["getAst"]>): string[] =>
    ast.flatMap((element) => [
      ...(element.type === 0 ? [element.value.replace(/\s+/g, " ").trim()] : []),
      ...("options" in element ? Object.values(element.options).flatMap(({ value }) => literals(value)) : []),
    ]);
  const { length } = "at the";
  return literals(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst()).filter(
    (piece) => piece.length > length,
  );
}

/** The languages that are not English. */
export const otherLanguages = languages.filter((language) => language !== "en");
