import type { Brand } from "../lib/brand.ts";

/** A day without a time or zone, `YYYY-MM-DD` (ISO 8601). Compares correctly as text. */
export type CalendarDate = Brand<"CalendarDate">;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Returns the day, or null when the text is no day of the calendar (`2026-02-30`, `3/4/26`, empty). */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? (text as CalendarDate) : null;
}

/** The day it is at this moment in UTC. */
export function calendarDateOf(moment: Date): CalendarDate {
  return moment.toISOString().slice(0, 10) as CalendarDate;
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The day a number of days later (or earlier, when negative). */
export function addDays(day: CalendarDate, days: number): CalendarDate {
  return calendarDateOf(new Date(Date.parse(day) + days * 86_400_000));
}
