import { type CalendarDate, daysBetween } from "../../domain/calendar-date.ts";
import type { Phase, Project } from "../../domain/project.ts";
import type { RailModel, StationModel } from "../../ui/components/phase-rail.tsx";
import { formatSpan } from "../../ui/format/day.ts";
import { formatPercent } from "../../ui/format/number.ts";

const STATE_TEXT = { done: "done", current: "now", next: "to come" } as const;

type RailInput = { project: Project; phases: Phase[]; today: CalendarDate; locale: string };

/** The phases of one project in their order, or null when the firm has none for it. Phases of other projects are left out. */
export function presentRail({ project, phases, today, locale }: RailInput): RailModel | null {
  const ordered = orderPhases(phases.filter(({ projectId }) => projectId === project.id));
  if (ordered.length === 0) return null;
  const current = currentPhaseIndex(project, ordered);
  const stations = ordered.map((phase, index) => presentStation(phase, stateOf(phase, index, current), today, locale));
  return { summary: railSummary(stations), stations };
}

/** By position, then by start, then by name; what is not known sorts last. */
export function orderPhases(phases: Phase[]): Phase[] {
  return [...phases].sort(
    (a, b) =>
      (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER) ||
      (a.startDate ?? "9999").localeCompare(b.startDate ?? "9999") ||
      a.name.localeCompare(b.name),
  );
}

/** Two letters for the bubble: the initials of the first two words that carry meaning, else the first two letters. */
export function phaseLetters(name: string): string {
  const words = (name.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/^(and|of|the|for|und|et)$/i.test(word));
  const [first = "", second] = /^\d+$/.test(words[0] ?? "") && words.length > 1 ? words.slice(1) : words;
  const letters = second ? [...first].slice(0, 1).concat([...second].slice(0, 1)) : [...first].slice(0, 2);
  return letters.join("").toUpperCase();
}

function currentPhaseIndex(project: Project, phases: Phase[]): number {
  if (project.status === "completed") return -1;
  const named = phases.findIndex(({ name }) => sameName(name, project.phase));
  if (named >= 0) return named;
  return phases.findIndex(({ percentComplete }) => (percentComplete ?? 0) > 0 && (percentComplete ?? 0) < 100);
}

function sameName(a: string, b: string | null): boolean {
  return a.trim().toLowerCase() === b?.trim().toLowerCase();
}

function stateOf(phase: Phase, index: number, current: number): StationModel["state"] {
  if (index === current) return "current";
  if (phase.percentComplete !== null) return phase.percentComplete >= 100 ? "done" : "next";
  return index < current ? "done" : "next";
}

function presentStation(phase: Phase, state: StationModel["state"], today: CalendarDate, locale: string): StationModel {
  const { name, percentComplete, startDate, endDate } = phase;
  return {
    letters: phaseLetters(name),
    name,
    state,
    stateText: state === "next" && percentComplete ? "begun" : STATE_TEXT[state],
    donePercent: percentComplete ?? (state === "done" ? 100 : 0),
    percentText:
      percentComplete === null || (state === "next" && percentComplete === 0)
        ? null
        : formatPercent(percentComplete, locale),
    planned: formatSpan(startDate, endDate, today, locale),
    todayPercent: todayWithin(startDate, endDate, today),
  };
}

function todayWithin(start: CalendarDate | null, end: CalendarDate | null, today: CalendarDate): number | null {
  if (!start || !end || today < start || today > end) return null;
  return Math.round((100 * daysBetween(start, today)) / Math.max(1, daysBetween(start, end)));
}

function railSummary(stations: StationModel[]): string {
  const index = stations.findIndex(({ state }) => state === "current");
  const current = stations[index];
  if (current) return `${current.name}, phase ${index + 1} of ${stations.length}`;
  const done = stations.filter(({ state }) => state === "done").length;
  return `${done} of ${stations.length} phases done`;
}
