import { z } from "zod";
import { type CalendarDate, parseCalendarDate } from "../../domain/calendar-date.ts";

/** A day as vendors write it, `2026-03-02`; anything else cannot be read. */
export const calendarDate = z.string().transform((written, context): CalendarDate => {
  const day = parseCalendarDate(written);
  if (day) return day;
  context.addIssue({ code: "custom", message: "no day of the calendar" });
  return z.NEVER;
});
