// Whether a mailbox is made of a person's name, as firms make them: jane.doe, doejane, j.doe, jdoe, jane.
import { foldings } from "./fold.ts";

/** `full`: first and last name; `initials`: one of them and the other's first letter; `part`: one of them alone. */
export type NameLikeness = "full" | "initials" | "part" | null;

const SEPARATORS = /[._\-–—\s]+/u;
/** O’Neill writes oneill. */
const APOSTROPHES = /['’`]/g;
const PART_LENGTH_MIN = 3;

/** In which way the mailbox is made of this name; null when it is not. A name of one word proves nothing. */
export function nameLikeness(mailbox: string, name: string): NameLikeness {
  const words = wordsOf(name);
  if (words.length < 2) return null;
  const found = foldings(mailbox).flatMap((text) => likenessOf(text, words) ?? []);
  return (["full", "initials", "part"] as const).find((kind) => found.includes(kind)) ?? null;
}

/** The words of a name, the first name first ("Doe, Jane" is Jane Doe), each with every way to write it. */
function wordsOf(name: string): string[][] {
  const [last = "", first] = name.split(",");
  const ordered = first === undefined ? name : `${first} ${last}`;
  return ordered
    .replace(APOSTROPHES, "")
    .split(SEPARATORS)
    .map((word) => foldings(word).filter((text) => /^[\p{L}\p{N}]+$/u.test(text)))
    .filter((ways) => ways.length > 0);
}

function likenessOf(mailbox: string, words: string[][]): NameLikeness {
  const [first = []] = words;
  const last = words.at(-1) ?? [];
  const parts = mailbox.split(SEPARATORS).filter((part) => part !== "");
  const joined = parts.join("");
  if (isFull(parts, words) || isJoined(joined, first, last)) return "full";
  if (isInitialAnd(joined, first, last) || isInitialAnd(joined, last, first)) return "initials";
  const isPart = [...first, ...last].includes(joined) && joined.length >= PART_LENGTH_MIN;
  return parts.length === 1 && isPart ? "part" : null;
}

/** Every part is one of the name's words or the initial of one, and the first and last name are both there in full. */
function isFull(parts: string[], words: string[][]): boolean {
  const has = (ways: string[] | undefined) => parts.some((part) => ways?.includes(part));
  const isOfName = (part: string) =>
    words.some((ways) => ways.includes(part) || (part.length === 1 && ways.some((way) => way.startsWith(part))));
  return parts.length > 1 && has(words[0]) && has(words.at(-1)) && parts.every(isOfName);
}

function isJoined(joined: string, first: string[], last: string[]): boolean {
  return first.some((one) => last.some((other) => joined === one + other || joined === other + one));
}

/** j.doe and doe.j for the initial of the one and the whole of the other. */
function isInitialAnd(joined: string, initialOf: string[], whole: string[]): boolean {
  return initialOf.some((word) => {
    const initial = word.charAt(0);
    return whole.some((other) => other.length > 1 && (joined === initial + other || joined === other + initial));
  });
}
