// Small pieces of which the sentences are made.
import { sharedWords } from "./shared-words.ts";

/** "Acme", "Acme and Birch", "Acme, Birch and Cedar", as the locale lists them; the fallback when there is nothing to list. */
export function listed(value: unknown, fallback: string, locale: string): string {
  if (!Array.isArray(value) || value.length === 0) return fallback;
  return value.length === 1 ? String(value[0]) : listFormatOf(locale).format(value.map(String));
}

const made = new Map<string, Intl.ListFormat>();

function listFormatOf(locale: string): Intl.ListFormat {
  const format = made.get(locale) ?? new Intl.ListFormat(locale, { type: "conjunction" });
  made.set(locale, format);
  return format;
}

/** How many an evidence lists; 0 where it is no list. */
export function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/** A slug stands below the firm's host; a whole address is quoted as it was asked. */
export function doorOf(asked: string, locale: string): string {
  if (asked === "") return sharedWords(locale)("yourPortals");
  return asked.includes("://") ? asked : `/${asked}`;
}

/** As the second half of a sentence. In every language, what is lowered here begins with a verb or a preposition. */
export function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The first text of an evidence that lists texts, else null. */
export function first(value: unknown): string | null {
  return Array.isArray(value) && typeof value[0] === "string" ? value[0] : null;
}

/** A sentence without its full stop, to stand within another one. */
export function unstopped(text: string): string {
  return text.replace(/\.$/, "");
}

/** A change that is made in the PSA or here, and when it counts. */
export function counted(change: string, locale: string): string {
  return `${change} ${onNextLoad(locale)}`;
}

/** "It counts on the next page load", in the reader's language. */
export function onNextLoad(locale: string): string {
  return sharedWords(locale)("onNextLoad");
}
