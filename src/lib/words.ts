// What pages and mails say, in every language: one table of messages beside each page, written in ICU MessageFormat.
import { IntlMessageFormat } from "intl-messageformat";
import { type Language, languageOf } from "./locale.ts";

type Values = Record<string, string | number>;

/** Says a message in the table's language of this locale. */
export type Say<Key extends string> = (key: Key, values?: Values) => string;

/**
 * Makes a table of messages speak: `const words = defineWords({ en: { … }, de: { … }, es: { … } })`, then
 * `words(locale)("key", { count: 3 })`. A language that lacks a key does not compile; a test holds the names of the values
 * to be the same in all of them. Values are texts and numbers that are already written in the locale, save for plurals.
 */
export function defineWords<Key extends string>(
  table: Record<"en", Record<Key, string>> & Record<Language, Record<NoInfer<Key>, string>>,
): (locale: string) => Say<Key> {
  defined.push(table);
  const made = new Map<string, IntlMessageFormat>();
  return (locale) => (key, values) => {
    const id = `${locale} ${key}`;
    const message = made.get(id) ?? new IntlMessageFormat(table[languageOf(locale)][key], locale, undefined, OPTIONS);
    made.set(id, message);
    return endOnce(String(message.format(values)), values);
  };
}

/** A name that ends in a full stop ends a sentence with that one: "the portal of Pine & Pilot Brewing Co." */
function endOnce(text: string, values: Values = {}): string {
  const stopped = Object.values(values).filter((value) => typeof value === "string" && /[^.]\.$/.test(value));
  return stopped.reduce<string>((said, value) => said.replaceAll(`${value}.`, String(value)), text);
}

/** Messages are text: "<" is no tag, and what they come to is escaped by the renderer like any other text. */
const OPTIONS = { ignoreTag: true };

const defined: Record<Language, Record<string, string>>[] = [];

/** Every table that was defined so far, for the test that compares the languages. */
export function listDefinedWords(): readonly Record<Language, Record<string, string>>[] {
  return defined;
}
