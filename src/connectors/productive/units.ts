// How Productive writes amounts, times and days.
import { type CalendarDate, parseCalendarDate } from "../../domain/calendar-date.ts";
import type { Money } from "../../domain/money.ts";

/** Minutes to hours, to the hundredth. */
export function hoursOf(minutes: number): number {
  return Math.round((minutes / 60) * 100) / 100;
}

/** Cents to money, rounded to whole ones. Null for nothing, which nobody has filled in, and where the currency is not known. */
export function moneyOf(cents: number, currency: string | null): Money | null {
  return currency === null || Math.round(cents) <= 0 ? null : { amount: decimalOf(cents), currency };
}

/** Cents as a decimal with two places, rounded to whole cents. */
export function decimalOf(cents: number): string {
  return (Math.round(cents) / 100).toFixed(2);
}

/** The day that it was where the organisation is: timestamps carry its offset. */
export function dayOf(timestamp: string | null | undefined): CalendarDate | null {
  return parseCalendarDate(timestamp?.slice(0, 10) ?? "");
}

/** The first of the days, or null for none. */
export function earliest(days: CalendarDate[]): CalendarDate | null {
  return days.toSorted()[0] ?? null;
}

/** The last of the days, or null for none. */
export function latest(days: CalendarDate[]): CalendarDate | null {
  return days.toSorted().at(-1) ?? null;
}

/** The value that all of them have; null where there is none, or several. */
export function onlyOne<T>(values: (T | null)[]): T | null {
  const [first = null, ...others] = new Set(values);
  return others.length === 0 ? first : null;
}

/** The sum of what each item comes to; 0 for none. */
export function sumOf<T>(items: T[], amountOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + amountOf(item), 0);
}

/** Null for what is empty. */
export function textOrNull(text: string | null | undefined): string | null {
  return text?.trim() || null;
}
