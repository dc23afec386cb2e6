import { dateFormatter, relativeFormatter } from "./formatters.ts";
import { formatWords } from "./words.ts";

const DAY_MS = 86_400_000;
const RELATIVE_DAYS_MAX = 31;

/**
 * A calendar day (`YYYY-MM-DD`) as people say it: "12 March (in 9 days)" near today, "12 March" further off,
 * with the year when it is not this year's.
 */
export function formatDay(day: string, today: string, locale: string): string {
  const isNear = Math.abs(daysUntil(day, today)) <= RELATIVE_DAYS_MAX;
  return isNear ? formatDistantDay(day, today, locale) : formatPlainDay(day, today, locale);
}

/** The day with its distance, however far off it is: "2 January (57 days ago)". For what somebody has to act on. */
export function formatDistantDay(day: string, today: string, locale: string): string {
  return `${formatPlainDay(day, today, locale)} (${relativeDays(daysUntil(day, today), locale)})`;
}

function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
}

/** The day without its distance: "12 March", or "12 March 2027" when it is not this year's. */
export function formatPlainDay(day: string, today: string, locale: string): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  const parts: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", timeZone: "UTC" };
  return dateFormatter(locale, isThisYear ? parts : { ...parts, year: "numeric" }).format(Date.parse(day));
}

/** A planned span: "3 February – 12 March"; one end alone when the other is not known, null when neither is. */
export function formatSpan(start: string | null, end: string | null, today: string, locale: string): string | null {
  if (!start && !end) return null;
  const year = today.slice(0, 4);
  const isThisYear = [start, end].every((day) => day === null || day.startsWith(year));
  const parts: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", timeZone: "UTC" };
  const format = dateFormatter(locale, isThisYear ? parts : { ...parts, year: "numeric" });
  const day = (text: string) => unbroken(format.format(Date.parse(text)));
  if (start && end && start <= end) return unbroken(format.formatRange(Date.parse(start), Date.parse(end)));
  const say = formatWords(locale);
  return start ? say("from", { day: day(start) }) : say("until", { day: day(end ?? "") });
}

/** Keeps a date on one line; the thin spaces around a range's dash may still break. */
function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}

function relativeDays(days: number, locale: string): string {
  return relativeFormatter(locale, { numeric: "auto" }).format(days, "day");
}
