// Single time entries added up, pure. What comes out names no person, no day and no rate.
import { addDays, type CalendarDate } from "../../domain/calendar-date.ts";
import type { HoursTotal, Project, ProjectMargin, Utilisation } from "../../domain/project.ts";
import { moneyOf } from "./map.ts";
import type { TimeEntryRow, UserRow } from "./wire.ts";

const UTILISATION_WEEKS = 4;
const SECONDS_PER_HOUR = 3_600;

type Known = ReadonlyMap<string, Project>;

/** The first day that counts for how busy somebody is. */
export function busySince(today: CalendarDate): CalendarDate {
  return addDays(today, 1 - 7 * UTILISATION_WEEKS);
}

/** As the firm's invoices and reports count them: rounded as its account says. */
export function hoursOf({ rounded_hours, hours }: TimeEntryRow): number {
  return rounded_hours ?? hours;
}

/** Hours by project, task and discipline, with what they come to where every billable entry of the total has a rate. */
export function sumHours(
  entries: readonly TimeEntryRow[],
  projects: Known,
  disciplineOf: (userId: string) => string | null,
): HoursTotal[] {
  const groups = Map.groupBy(
    entries.filter(({ project }) => projects.has(project.id)),
    ({ project, task_assignment, user }) =>
      JSON.stringify([project.id, task_assignment?.id ?? null, disciplineOf(user.id)]),
  );
  return [...groups].sort(byKey).flatMap(([, group]) => totalOf(group, projects, disciplineOf));
}

function byKey([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

function totalOf(group: TimeEntryRow[], projects: Known, disciplineOf: (userId: string) => string | null) {
  const [first] = group;
  const project = first && projects.get(first.project.id);
  if (!first || !project) return [];
  const cents = sumOf(group, billedCents);
  const total: HoursTotal = {
    projectId: project.id,
    phaseId: first.task_assignment?.id ?? null,
    discipline: disciplineOf(first.user.id),
    hours: rounded(group.reduce((sum, entry) => sum + hoursOf(entry), 0)),
    billed: cents === null || project.currency === null ? null : moneyOf(cents / 100, project.currency),
  };
  return [total];
}

/** What is left of what the hours come to after their cost; none for a project where a rate is missing or nothing is billed. */
export function marginsOf(entries: readonly TimeEntryRow[], projects: Known): ProjectMargin[] {
  return [...projects.values()].flatMap(({ id }) => {
    const own = entries.filter(({ project }) => project.id === id);
    const [income, cost] = [sumOf(own, billedCents), sumOf(own, costCents)];
    if (income === null || cost === null || income === 0) return [];
    return [{ projectId: id, percent: Math.round(((income - cost) / income) * 100) }];
  });
}

/** How much of their capacity these people worked between two days. None for somebody without a capacity. */
export function utilisationOf(
  people: readonly UserRow[],
  entries: readonly TimeEntryRow[],
  [since, today]: readonly [CalendarDate, CalendarDate],
): Utilisation[] {
  const recent = entries.filter(({ spent_date }) => spent_date >= since && spent_date <= today);
  return people.flatMap(({ id, weekly_capacity: capacity }) => {
    if (capacity === null || capacity <= 0) return [];
    const own = recent.filter(({ user }) => user.id === id);
    const hours = own.reduce((sum, entry) => sum + entry.hours, 0);
    return [{ personId: id, percent: Math.round((hours / ((capacity / SECONDS_PER_HOUR) * UTILISATION_WEEKS)) * 100) }];
  });
}

function billedCents(entry: TimeEntryRow): number | null {
  if (!entry.billable) return 0;
  return entry.billable_rate === null ? null : Math.round(hoursOf(entry) * entry.billable_rate * 100);
}

/** What somebody costs counts by the hours that they worked, however these are rounded for the client. */
function costCents({ hours, cost_rate: rate }: TimeEntryRow): number | null {
  return rate === null ? null : Math.round(hours * rate * 100);
}

/** Null where any of them is. */
function sumOf(entries: readonly TimeEntryRow[], centsOf: (entry: TimeEntryRow) => number | null): number | null {
  return entries.map(centsOf).reduce((sum, cents) => (sum === null || cents === null ? null : sum + cents), 0);
}

function rounded(hours: number): number {
  return Math.round(hours * 100) / 100;
}
