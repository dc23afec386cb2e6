import type { DisciplineShare } from "../../access/content.ts";
import type { HoursTotal, Phase } from "../../domain/project.ts";
import { formatMoney } from "../../ui/format/money.ts";
import { formatHours, formatPercent } from "../../ui/format/number.ts";
import { orderPhases } from "./present-phases.ts";
import { sumMoney } from "./sum-money.ts";

export type DisciplinesModel = { heading: string; bars: { name: string; percent: number; percentText: string }[] };

export type HoursModel = {
  heading: string;
  /** Whether any row says what was planned, and what the hours come to. */
  hasPlanned: boolean;
  hasBilled: boolean;
  rows: HoursRow[];
};
export type HoursRow = { name: string; worked: string; planned: string | null; billed: string | null };

export type HoursInput = { hours: HoursTotal[]; phases: Phase[]; locale: string };

/** Which disciplines have worked on the project, as shares of all hours; null when nothing is known. */
export function presentDisciplines(shares: DisciplineShare[], locale: string): DisciplinesModel | null {
  const sorted = [...shares].sort((a, b) => b.percent - a.percent || a.discipline.localeCompare(b.discipline));
  const [most] = sorted;
  if (!most) return null;
  return {
    heading: `${most.discipline} has done most of the work so far`,
    bars: sorted.map(({ discipline, percent }) => ({
      name: discipline,
      percent,
      percentText: formatPercent(percent, locale),
    })),
  };
}

/** Hours by phase, against what was planned; null when none are known. */
export function presentHours({ hours, phases, locale }: HoursInput): HoursModel | null {
  if (hours.length === 0) return null;
  const ordered = orderPhases(phases);
  const rows = [
    ...ordered.map((phase) => rowOf(phase.name, phase.budgetHours, ofPhase(hours, phase.id), locale)),
    ...otherRows(hours, ordered, locale),
  ].filter((row) => row !== null);
  const worked = hours.reduce((sum, total) => sum + total.hours, 0);
  return {
    heading: `${formatHours(worked, locale)} worked`,
    hasPlanned: rows.some(({ planned }) => planned !== null),
    hasBilled: rows.some(({ billed }) => billed !== null),
    rows,
  };
}

function ofPhase(hours: HoursTotal[], phaseId: string): HoursTotal[] {
  return hours.filter((total) => total.phaseId === phaseId);
}

function otherRows(hours: HoursTotal[], phases: Phase[], locale: string): (HoursRow | null)[] {
  const rest = hours.filter(({ phaseId }) => !phases.some(({ id }) => id === phaseId));
  return rest.length === 0 ? [] : [rowOf(phases.length === 0 ? "All phases" : "Other work", null, rest, locale)];
}

function rowOf(name: string, planned: number | null, totals: HoursTotal[], locale: string): HoursRow | null {
  if (totals.length === 0 && planned === null) return null;
  const worked = totals.reduce((sum, total) => sum + total.hours, 0);
  const billed = totals.flatMap((total) => total.billed ?? []);
  const [sum] = billed.length === totals.length ? sumMoney(billed) : [];
  return {
    name,
    worked: formatHours(worked, locale),
    planned: planned === null ? null : formatHours(planned, locale),
    billed: sum ? formatMoney(sum, locale) : null,
  };
}
