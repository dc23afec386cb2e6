import { words } from "./words.ts";

/** What a percent measures, in the reader's words. */
export function presentMeasure(percentMeasure: string | null | undefined, firmName: string, locale: string): string {
  return percentMeasure ?? words(locale)("measure", { firm: firmName });
}
