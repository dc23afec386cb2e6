// What of a list a status report on one sheet of paper has room for. Nothing is left out without being counted.
import { words } from "./words.ts";

/** Which rows of a list are printed, by their place in it; and what stands for the others, null where all are printed. */
export type OnPaper = { printed: readonly number[]; unprinted: string | null };

/** The first rows of a list, and how many more there are. */
export function firstOnPaper(count: number, rows: number, locale: string): OnPaper {
  const printed = places(0, Math.min(count, rows));
  return { printed, unprinted: restText(count - printed.length, locale) };
}

/** The places from one up to another, which is left out. */
export function places(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** "and 26 more"; null where nothing is left out. */
export function restText(count: number, locale: string): string | null {
  return count > 0 ? words(locale)("unprinted", { count }) : null;
}
