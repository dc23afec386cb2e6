// What is wrong with a PSA is told and kept in English: in a decision's evidence, in the health of a connection, to programs. Here
// it is said in a reader's language: a sentence is recognised by the message that it was made from, so that old ones are too.
import { LOCALE, languageOf } from "../../lib/locale.ts";
import type { Say } from "../../lib/words.ts";
import { csvEnglish, csvWords } from "./csv-words.ts";
import { partEnglish, partWords } from "./part-words.ts";
import { vendorEnglish, vendorWords } from "./vendor-words.ts";

type Values = Record<string, string | number>;
type Pattern = { regex: RegExp; names: string[]; plain: number; say: (locale: string, values: Values) => string };

/**
 * A gap, its place, both as "place: message", or the detail of a fault, in the language of the locale. What is no sentence of
 * ours, such as the words of a vendor, stays as it is.
 */
export function retell(text: string, locale: string): string {
  if (languageOf(locale) === "en") return text;
  return retoldWithPlace(text, locale) ?? retoldBy(sentences, text, locale) ?? text;
}

/** What stands in a text that was made from this message about a vendor; null where it was made from another. */
export function valuesIn<Key extends keyof typeof vendorEnglish>(key: Key, text: string): Values | null {
  const { regex, names } = patternOf(vendorEnglish[key], () => "");
  const found = regex.exec(text);
  return found && valuesOf(names, found.slice(1), LOCALE);
}

/** Of what a folder says: that it, or a file of it, cannot be read at all. */
const folderFaults = [
  ...(["no_folder", "is_no_folder", "missing", "is_no_file", "not_allowed", "not_read", "too_large"] as const),
  ...(["being_written", "not_utf8", "empty", "bad_header", "column_twice", "no_column", "no_commas"] as const),
];

/** Whether a text says that a folder or a file of it cannot be read, and what is to be done. */
export function isFolderFault(text: string): boolean {
  return folderPatterns.some(({ regex }) => regex.test(text));
}

function retoldWithPlace(text: string, locale: string): string | null {
  const at = text.indexOf(": ");
  const message = at < 0 ? null : retoldBy(sentences, text.slice(at + 2), locale);
  return message === null ? null : `${retell(text.slice(0, at), locale)}: ${message}`;
}

function retoldBy(patterns: Pattern[], text: string, locale: string): string | null {
  for (const { regex, names, say } of patterns) {
    const found = regex.exec(text);
    if (found) return say(locale, valuesOf(names, found.slice(1), locale));
  }
  return null;
}

function valuesOf(names: string[], found: string[], locale: string): Values {
  return Object.fromEntries(
    names.map((name, index) => {
      const value = found[index] ?? "";
      if (shapes[name] === NUMBER) return [name, Number(value.replaceAll(",", ""))];
      return [name, retoldBy(parts, value, locale) ?? value];
    }),
  );
}

const NUMBER = "[\\d,.]+";
const NAME = "\\S+";

/** What a value looks like, so that no sentence is taken for another; of any other, anything. */
const shapes: Record<string, string> = {
  ...{ line: NUMBER, bytes: NUMBER, max: NUMBER, cells: NUMBER, count: NUMBER, sent: NUMBER, seconds: NUMBER },
  ...{ place: NAME, file: NAME, host: NAME, status: NAME, column: NAME },
};

/** The longest sentences first: what says more is never taken for what says less. */
function patternsOf<Key extends string>(english: Record<Key, string>, words: (locale: string) => Say<Key>): Pattern[] {
  const patterns: Pattern[] = [];
  for (const key in english) patterns.push(patternOf(english[key], (locale, values) => words(locale)(key, values)));
  return patterns;
}

function patternOf(english: string, say: Pattern["say"]): Pattern {
  const names: string[] = [];
  const pieces = english.split(/\{(\w+)\}/).map((piece, index) => {
    if (index % 2 === 0) return piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    names.push(piece);
    return `(${shapes[piece] ?? ".*?"})`;
  });
  const plain = english.replace(/\{\w+\}/g, "").length;
  return { regex: new RegExp(`^${pieces.join("")}$`, "s"), names, plain, say };
}

function sorted(patterns: Pattern[]): Pattern[] {
  return patterns.sort((one, other) => other.plain - one.plain);
}

const parts = sorted(patternsOf(partEnglish, partWords));
const sentences = sorted([...patternsOf(csvEnglish, csvWords), ...patternsOf(vendorEnglish, vendorWords)]);
const folderPatterns = folderFaults.map((key) => patternOf(csvEnglish[key], () => ""));
