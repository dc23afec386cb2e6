import { relativeFormatter } from "./formatters.ts";
import { formatWords } from "./words.ts";

const STEPS: readonly [limitSeconds: number, unitSeconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [3_600, 60, "minute"],
  [86_400, 3_600, "hour"],
  [Number.POSITIVE_INFINITY, 86_400, "day"],
];

/** How long ago a moment was: "6 minutes ago", "yesterday"; "just now" below one minute and for clocks that run ahead. */
export function formatAge(moment: Date, now: Date, locale: string): string {
  const seconds = (now.getTime() - moment.getTime()) / 1000;
  if (seconds < 60) return formatWords(locale)("justNow");
  const [, unitSeconds, unit] = STEPS.find(([limit]) => seconds < limit) ?? [0, 86_400, "day" as const];
  return relativeFormatter(locale, { numeric: "auto" }).format(-Math.floor(seconds / unitSeconds), unit);
}
