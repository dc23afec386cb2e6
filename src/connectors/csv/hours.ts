// Single time entries added up, pure. What comes out names no person, no day and no rate.
import { addDays, type CalendarDate } from "../../domain/calendar-date.ts";
import type { HoursTotal, Project, ProjectMargin, Utilisation } from "../../domain/project.ts";
import type { PersonRow, TimeEntryRow } from "./wire.ts";

const UTILISATION_WEEKS = 4;

/** Hours by project, phase and discipline, with what they come to where every billable entry of the total has a rate. */
export function sumHours(
  entries: readonly TimeEntryRow[],
  projects: ReadonlyMap<string, Project>,
  disciplineOf: (personId: string) => string | null,
): HoursTotal[] {
  const totals = new Map<string, { total: HoursTotal; cents: number | null }>();
  for (const entry of entries) {
    const project = projects.get(entry.project_id);
    if (!project) continue;
    const discipline = disciplineOf(entry.person_id);
    const key = JSON.stringify([entry.project_id, entry.phase_id, discipline]);
    const sum = totals.get(key) ?? {
      total: { projectId: project.id, phaseId: entry.phase_id, discipline, hours: 0, billed: null },
      cents: 0,
    };
    const cents = billedCents(entry);
    sum.total.hours += entry.hours;
    sum.cents = sum.cents === null || cents === null ? null : sum.cents + cents;
    totals.set(key, sum);
  }
  return [...totals.values()].map(({ total, cents }) => {
    const currency = projects.get(total.projectId)?.currency ?? null;
    const billed = cents === null || currency === null ? null : { amount: (cents / 100).toFixed(2), currency };
    return { ...total, hours: rounded(total.hours), billed };
  });
}

/** What is left of what the hours come to after their cost; none for a project where a rate is missing or nothing is billed. */
export function marginsOf(entries: readonly TimeEntryRow[], projects: ReadonlyMap<string, Project>): ProjectMargin[] {
  return [...projects.values()].flatMap((project) => {
    const own = entries.filter((entry) => entry.project_id === project.id);
    const billed = own.map(billedCents);
    const cost = own.map(costCents);
    if (billed.includes(null) || cost.includes(null)) return [];
    const income = billed.reduce<number>((sum, cents) => sum + (cents ?? 0), 0);
    if (income === 0) return [];
    const spent = cost.reduce<number>((sum, cents) => sum + (cents ?? 0), 0);
    return [{ projectId: project.id, percent: Math.round(((income - spent) / income) * 100) }];
  });
}

/** How much of their capacity these people worked in the four weeks before `today`. None for somebody without a capacity. */
export function utilisationOf(
  people: readonly PersonRow[],
  entriesOf: (personId: string) => readonly TimeEntryRow[],
  today: CalendarDate,
): Utilisation[] {
  const since = addDays(today, -7 * UTILISATION_WEEKS);
  return people.flatMap(({ id, capacity_hours: capacity }) => {
    if (capacity === null || capacity <= 0) return [];
    const worked = entriesOf(id).filter(({ date }) => date > since && date <= today);
    const hours = worked.reduce((sum, entry) => sum + entry.hours, 0);
    return [{ personId: id, percent: Math.round((hours / (capacity * UTILISATION_WEEKS)) * 100) }];
  });
}

function billedCents({ billable, hours, bill_rate: rate }: TimeEntryRow): number | null {
  if (billable === false) return 0;
  return rate === null ? null : Math.round(hours * Number(rate) * 100);
}

function costCents({ hours, cost_rate: rate }: TimeEntryRow): number | null {
  return rate === null ? null : Math.round(hours * Number(rate) * 100);
}

function rounded(hours: number): number {
  return Math.round(hours * 100) / 100;
}
