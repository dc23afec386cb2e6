// Days of the sample firm are counted from the Monday of the current week (day 0). Every date then falls on the same
// weekday whatever today is, and what lies in the past lies there for the whole week.
import { addDays, type CalendarDate } from "../../src/domain/calendar-date.ts";

/** The Monday on or before a day. */
export function mondayOf(day: CalendarDate): CalendarDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

export function isWeekend(day: number): boolean {
  return weekdayOf(day) > 4;
}

/** The same day, or the Friday before when it falls on a weekend. */
export function workdayBefore(day: number): number {
  return day - Math.max(0, weekdayOf(day) - 4);
}

/** Days from Monday to Friday between two days, both included. */
export function workdaysBetween(from: number, to: number): number {
  let count = 0;
  for (let day = from; day <= to; day++) if (!isWeekend(day)) count++;
  return count;
}

function weekdayOf(day: number): number {
  return ((day % 7) + 7) % 7;
}
