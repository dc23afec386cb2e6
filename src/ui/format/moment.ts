import { formatAge } from "./age.ts";
import { dateFormatter } from "./formatters.ts";

/** A moment as people say it, and as machines read it. */
export type MomentModel = { text: string; iso: string };

const HOUR_MS = 3_600_000;

/** "just now", "6 minutes ago"; from an hour on "25 November, 14:05 UTC", with the year when it is not this year's. */
export function formatMoment(moment: Date, now: Date, locale: string): MomentModel {
  const iso = moment.toISOString();
  if (now.getTime() - moment.getTime() < HOUR_MS) return { text: formatAge(moment, now, locale), iso };
  const isThisYear = moment.getUTCFullYear() === now.getUTCFullYear();
  const day: Intl.DateTimeFormatOptions = { day: "numeric", month: "long", timeZone: "UTC" };
  const date = dateFormatter(locale, isThisYear ? day : { ...day, year: "numeric" }).format(moment);
  return { text: `${date}, ${formatClock(moment, locale)}`, iso };
}

/** "14:05 UTC", for what ends within the hour. */
export function formatClock(moment: Date, locale: string): string {
  const hour: Intl.DateTimeFormatOptions = { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "UTC" };
  return `${dateFormatter(locale, hour).format(moment)} UTC`;
}
