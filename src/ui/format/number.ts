import { numberFormatter } from "./formatters.ts";

/** Whole percent with its unit: "62 %". The space does not break, so that number and unit stay on one line. */
export function formatPercent(percent: number, locale: string): string {
  return `${numberFormatter(locale, { maximumFractionDigits: 0 }).format(percent)}\u00a0%`;
}

/** Hours with their unit, to the half hour's precision that people read: "12.5 h". */
export function formatHours(hours: number, locale: string): string {
  return `${numberFormatter(locale, { maximumFractionDigits: 1 }).format(hours)}\u00a0h`;
}

/** A count with its grouping: "1,204". */
export function formatCount(count: number, locale: string): string {
  return numberFormatter(locale, {}).format(count);
}

/** "1 project", "3 projects". */
export function formatQuantity(count: number, one: string, many: string, locale: string): string {
  return `${formatCount(count, locale)}\u00a0${count === 1 ? one : many}`;
}
