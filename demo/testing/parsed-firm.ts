import { parse } from "csv-parse/sync";
import { type CalendarDate, parseCalendarDate } from "../../src/domain/calendar-date.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { sampleFirmFiles } from "../sample-firm.ts";

export type ParsedRow = Record<string, string>;
export type ParsedFirm = Record<string, ParsedRow[]>;

/** A day that the test writes down. */
export function day(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  invariant(parsed, `${text} is a day`);
  return parsed;
}

/** The files of a day, read back by a CSV parser that is not ours; keys are file names without `.csv`. */
export function parsedFirm(today: CalendarDate): ParsedFirm {
  const entries = Object.entries(sampleFirmFiles(today));
  return Object.fromEntries(
    entries.map(([name, text]) => [name.replace(".csv", ""), parse<ParsedRow>(text, { columns: true })]),
  );
}

/** The rows of one file; a name that does not exist fails the test instead of passing it with no rows. */
export function rowsOf(firm: ParsedFirm, file: string): ParsedRow[] {
  const rows = firm[file];
  invariant(rows && rows.length > 0, `${file}.csv has rows`);
  return rows;
}
