import type { ShownWork } from "../../access/content.ts";
import type { FieldName } from "../../domain/template.ts";
import { formatSpan } from "../../ui/format/day.ts";
import { formatMoney } from "../../ui/format/money.ts";
import { formatHours, formatPercent } from "../../ui/format/number.ts";

/** What stands in the work for each field, as short texts; what is hidden is not in the work, nor is what the firm itself writes and asks. */
export function listValues(work: ShownWork, today: string, locale: string): Record<FieldName, string[]> {
  const percent = (value: number) => formatPercent(value, locale);
  const { projects, phases, hours, staff } = work;
  return {
    phase: distinct(phases.length > 0 ? phases.map(({ name }) => name) : projects.map(({ phase }) => phase)),
    percentComplete: distinct(projects.map(({ percentComplete: done }) => (done === null ? null : percent(done)))),
    dates: distinct(projects.map(({ startDate, endDate }) => formatSpan(startDate, endDate, today, locale))),
    milestones: distinct(work.milestones.map(({ name }) => name)),
    disciplines: distinct(work.disciplines.map((share) => `${share.discipline} ${percent(share.percent)}`)),
    hours: hours.length > 0 ? [formatHours(sumOf(hours.map((total) => total.hours)), locale)] : [],
    rates: distinct(hours.map(({ billed }) => billed && formatMoney(billed, locale))),
    budget: distinct(projects.map(({ fee }) => fee && formatMoney(fee, locale))),
    profitability: distinct(work.margins.map((margin) => percent(margin.percent))),
    invoices: distinct(work.invoices.map(({ number }) => number)),
    tasks: distinct(work.tasks.map(({ name }) => name)),
    taskNotes: distinct(work.tasks.map(({ internalNotes }) => internalNotes)),
    teamNames: distinct(staff.map(({ name }) => name)),
    teamProfiles: distinct(staff.map(({ email, phone }) => email ?? phone)),
    utilisation: distinct(work.utilisation.map((one) => percent(one.percent))),
    manager: distinct(work.managers.map(({ name }) => name)),
    managerProfile: distinct(work.managers.map(({ name, email, phone }) => email ?? phone ?? name)),
    address: distinct(projects.map(({ address }) => address)),
    updates: [],
    pulse: [],
    description: distinct(projects.map(({ description }) => description && shortened(description))),
  };
}

const SHORT_MAX = 60;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > SHORT_MAX ? `${line.slice(0, SHORT_MAX - 1).trimEnd()}…` : line;
}

function distinct(values: (string | null)[]): string[] {
  return [...new Set(values.flatMap((value) => value || []))];
}

function sumOf(numbers: number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
