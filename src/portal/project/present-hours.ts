import type { DisciplineShare } from "../../access/content.ts";
import type { Money } from "../../domain/money.ts";
import type { HoursTotal, Phase } from "../../domain/project.ts";
import type { HoursBarModel } from "../../ui/components/hours-bar.tsx";
import type { SumsModel } from "../../ui/components/sums-table.tsx";
import { formatMoney } from "../../ui/format/money.ts";
import { formatHours, formatPercent } from "../../ui/format/number.ts";
import { hoursWords } from "./hours-words.ts";
import { firstOnPaper } from "./on-paper.ts";
import { orderPhases } from "./present-phases.ts";
import { sumMoney } from "./sum-money.ts";

export type DisciplinesModel = {
  heading: string;
  note: string;
  bars: { name: string; percent: number; percentText: string }[];
};

export type HoursModel = { heading: string; bars: PhaseBar[]; table: SumsModel };

/**
 * `parts`: "Structural 40 h, Civil 12 h", in the order in which they are drawn; null where there is nothing to tell apart.
 * `printedParts`: the largest of them, for paper.
 */
type PhaseBar = {
  id: string;
  name: string;
  text: string;
  hours: number;
  parts: string | null;
  printedParts: string | null;
  bar: HoursBarModel;
};

/** Of the disciplines that have worked on a phase. */
const PRINTED_PARTS = 3;

export type HoursInput = { hours: HoursTotal[]; phases: Phase[]; locale: string };

/** Hours of one phase, or of what belongs to none that is shown. */
export type HoursGroup = { id: string; name: string; planned: number | null; totals: HoursTotal[] };

/** Which disciplines have worked on the project, as shares of all hours; null when nothing is known. */
export function presentDisciplines(shares: DisciplineShare[], locale: string): DisciplinesModel | null {
  const say = hoursWords(locale);
  const sorted = [...shares].sort((a, b) => b.percent - a.percent || a.discipline.localeCompare(b.discipline));
  const [most] = sorted;
  if (!most) return null;
  return {
    heading: say("mostWork", { discipline: most.discipline }),
    note: say("shares"),
    bars: sorted.map(({ discipline, percent }) => ({
      name: discipline,
      percent,
      percentText: formatPercent(percent, locale),
    })),
  };
}

/** Hours by phase and discipline, against what was planned; null when none are known. */
export function presentHours(input: HoursInput): HoursModel | null {
  const { hours, locale } = input;
  if (hours.length === 0) return null;
  const groups = groupHours(input);
  const disciplines = disciplinesOf(hours);
  const most = Math.max(...groups.map(({ planned, totals }) => Math.max(planned ?? 0, sumHours(totals))));
  return {
    heading: hoursWords(locale)("worked", { hours: formatHours(sumHours(hours), locale) }),
    bars: groups.map((group) => barOf(group, { disciplines, most, locale })),
    table: tableOf(groups, disciplines, locale),
  };
}

/** In the phases' order, those with neither hours nor a plan left out; what belongs to no shown phase stands last. */
export function groupHours({ hours, phases, locale }: HoursInput): HoursGroup[] {
  const say = hoursWords(locale);
  const ordered = orderPhases(phases);
  const rest = hours.filter(({ phaseId }) => !ordered.some(({ id }) => id === phaseId));
  const restName = say(ordered.length === 0 ? "allPhases" : "otherWork");
  return [
    ...ordered.map(({ id, name, budgetHours }) => ({
      id,
      name,
      planned: budgetHours,
      totals: hours.filter((total) => total.phaseId === id),
    })),
    { id: "", name: restName, planned: null, totals: rest },
  ].filter(({ planned, totals }) => planned !== null || totals.length > 0);
}

/** Those that are named, the one with the most hours first; then null where hours name none. */
export function disciplinesOf(hours: HoursTotal[]): (string | null)[] {
  const names = [...new Set(hours.map(({ discipline }) => discipline))];
  const worked = (name: string | null) => sumHours(hours.filter(({ discipline }) => discipline === name));
  return names.sort(
    (a, b) => Number(a === null) - Number(b === null) || worked(b) - worked(a) || (a ?? "").localeCompare(b ?? ""),
  );
}

/** Hours of all totals together, not rounded. */
export function sumHours(totals: HoursTotal[]): number {
  return totals.reduce((sum, total) => sum + total.hours, 0);
}

type Part = { name: string; hours: number };
type Scale = { disciplines: (string | null)[]; most: number; locale: string };

function barOf({ id, name, planned, totals }: HoursGroup, { disciplines, most, locale }: Scale): PhaseBar {
  const say = hoursWords(locale);
  const workedHours = sumHours(totals);
  const worked = formatHours(workedHours, locale);
  const share = (hours: number) => (most > 0 ? (100 * hours) / most : 0);
  let end = 0;
  const parts = disciplines.flatMap((discipline) => {
    const hours = sumHours(totals.filter((total) => total.discipline === discipline));
    const from = end;
    end += hours;
    const part = { name: discipline ?? say("noDiscipline"), hours, from: share(from), to: share(end) };
    return hours > 0 ? [part] : [];
  });
  return {
    id,
    name,
    text: planned === null ? worked : say("workedOfPlanned", { worked, planned: formatHours(planned, locale) }),
    hours: workedHours,
    ...partTexts(disciplines.length < 2 ? [] : parts, locale),
    bar: {
      parts: parts.map(({ name, from, to }) => ({ name, from, to })),
      planned: planned === null ? null : share(planned),
    },
  };
}

function partTexts(parts: Part[], locale: string): Pick<PhaseBar, "parts" | "printedParts"> {
  const say = (some: Part[]) => some.map(({ name, hours }) => `${name} ${formatHours(hours, locale)}`).join(", ");
  const { printed, unprinted } = firstOnPaper(parts.length, PRINTED_PARTS, locale);
  const largest = [...parts].sort((a, b) => b.hours - a.hours).slice(0, printed.length);
  const rest = unprinted === null ? "" : ` ${unprinted}`;
  return {
    parts: say(parts) || null,
    printedParts: `${say(parts.filter((part) => largest.includes(part)))}${rest}` || null,
  };
}

function tableOf(groups: HoursGroup[], disciplines: (string | null)[], locale: string): SumsModel {
  const say = hoursWords(locale);
  const split = disciplines.length < 2 ? [] : disciplines;
  const hasPlanned = groups.some(({ planned }) => planned !== null);
  const hasBilled = groups.some(({ totals }) => billedOf(totals) !== null);
  const hours = (count: number) => formatHours(count, locale);
  return {
    label: say("table"),
    columns: [
      say("phase"),
      ...split.map((discipline) => discipline ?? say("noDiscipline")),
      say("workedColumn"),
      ...(hasPlanned ? [say("plannedColumn")] : []),
      ...(hasBilled ? [say("billedColumn")] : []),
    ],
    rows: groups.map(({ id, name, planned, totals }) => ({
      id,
      cells: [
        name,
        ...split.map((one) => hours(sumHours(totals.filter(({ discipline }) => discipline === one)))),
        hours(sumHours(totals)),
        ...(hasPlanned ? [planned === null ? "–" : hours(planned)] : []),
        ...(hasBilled ? [billedText(totals, locale)] : []),
      ],
    })),
  };
}

/** What they come to; null where any part has no rate, for a sum of the rest would mislead. */
export function billedOf(totals: HoursTotal[]): Money | null {
  const billed = totals.flatMap((total) => total.billed ?? []);
  const [sum] = billed.length === totals.length ? sumMoney(billed) : [];
  return sum ?? null;
}

function billedText(totals: HoursTotal[], locale: string): string {
  const billed = billedOf(totals);
  return billed ? formatMoney(billed, locale) : "–";
}
