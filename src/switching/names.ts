// Whether two records of different PSAs bear the same name, as people write it: case, accents, marks and legal forms apart.
import { foldings } from "../diagnosis/fold.ts";

const legalForms = new Set(
  [
    "inc incorporated llc llp lp ltd limited plc corp corporation co company pc pllc pty",
    "gmbh mbh ag kg ug ohg se ev kgaa sa sl slu sas sarl bv nv srl spa",
  ].flatMap((line) => line.split(" ")),
);

/** The same words in the same order. "Doe, Jane" is "Jane Doe". */
export function isSameName(one: string, other: string): boolean {
  return meet(plainNames(one), plainNames(other));
}

/** The same, once the legal forms at the end are left out: "Acme Inc." and "Acme". */
export function isSameBareName(one: string, other: string): boolean {
  return meet(plainNames(one).map(withoutForm), plainNames(other).map(withoutForm));
}

const WORD_LENGTH_MIN = 4;

/** One word of some length stands in both. */
export function isAlike(one: string, other: string): boolean {
  const words = (name: string) => plainNames(name).flatMap((text) => text.split(" "));
  const long = words(one).filter(({ length }) => length >= WORD_LENGTH_MIN);
  return meet(long, words(other));
}

/** Every way in which the name may be written in plain letters, its words apart by one blank. */
function plainNames(name: string): string[] {
  const [last = "", ...firsts] = name.split(",");
  const isTurned = firsts.length === 1 && !isLegalForm(firsts[0] ?? "");
  const ordered = isTurned ? `${firsts[0]} ${last}` : name;
  return foldings(ordered.replace(/&/g, " and "))
    .map(
      (text) =>
        text
          .replace(/['’.]/g, "")
          .match(/[\p{L}\p{N}]+/gu)
          ?.join(" ") ?? "",
    )
    .filter((text) => text !== "");
}

function isLegalForm(text: string): boolean {
  return legalForms.has(text.trim().toLowerCase().replaceAll(".", ""));
}

function withoutForm(plain: string): string {
  const words = plain.split(" ");
  while (words.length > 1 && legalForms.has(words.at(-1) ?? "")) words.pop();
  return words.join(" ");
}

function meet(ones: string[], others: string[]): boolean {
  return ones.some((one) => others.includes(one));
}
