import { type CalendarDate, daysBetween } from "../../domain/calendar-date.ts";
import { isUnderWay, type Phase, type Project } from "../../domain/project.ts";
import type { RailModel, StationModel } from "../../ui/components/phase-rail.tsx";
import { formatSpan } from "../../ui/format/day.ts";
import { formatCount, formatPercent } from "../../ui/format/number.ts";
import type { PartialModel } from "../unread.ts";
import { phaseWords } from "./phase-words.ts";

/** `partial`: others may be missing, so that they are not counted, and what is said instead; null or absent where these are all. */
type RailInput = {
  project: Project;
  phases: Phase[];
  partial?: Pick<PartialModel, "heading"> | null;
  today: CalendarDate;
  locale: string;
};

/** The phases of one project in their order, or null when the firm has none for it. Phases of other projects are left out. */
export function presentRail({ project, phases, partial, today, locale }: RailInput): RailModel | null {
  const ordered = orderPhases(phases.filter(({ projectId }) => projectId === project.id));
  if (ordered.length === 0) return null;
  const current = currentPhaseIndex(project, ordered, !partial);
  const isTold = current >= 0 || ordered.some(({ percentComplete }) => percentComplete !== null);
  const stations = ordered.map((phase, index) =>
    presentStation(phase, stateOf(phase, index, current), { today, project, isTold, locale }),
  );
  const isBare = !isTold && stations.every(({ planned }) => planned === null);
  if (partial) return { summary: stations[current]?.name ?? partial.heading, stations, isBare };
  const untold = () => phaseWords(locale)("summaryUntold", { count: formatCount(stations.length, locale) });
  return { summary: isTold ? railSummary(stations, locale) : untold(), stations, isBare };
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

/** `isWhole`: no phase is missing. Otherwise the one that is named may be, and no other is taken for it. */
function currentPhaseIndex(project: Project, phases: Phase[], isWhole: boolean): number {
  if (project.status === "completed") return phases.length;
  const named = phases.findIndex(({ name }) => sameName(name, project.phase));
  if (named >= 0 || (project.phase !== null && !isWhole)) return named;
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

/** `isTold`: the PSA says how far the work is. Where it does not, no phase is said to be still to come. */
type Around = { today: CalendarDate; project: Project; isTold: boolean; locale: string };

function presentStation(phase: Phase, state: StationModel["state"], around: Around): StationModel {
  const { name, percentComplete, startDate, endDate } = phase;
  const { today, isTold, locale } = around;
  const say = phaseWords(locale);
  const isUntouched = state === "next" && percentComplete === 0;
  const percent = percentComplete === null || isUntouched ? null : formatPercent(percentComplete, locale);
  const word = say(isTold ? (state === "next" && percentComplete ? "begun" : state) : "untold");
  return {
    letters: phaseLetters(name),
    name,
    state,
    word,
    stateText: percent !== null && state !== "done" ? say("at", { state: word, percent }) : word,
    donePercent: percentComplete ?? (state === "done" ? 100 : 0),
    planned: formatSpan(startDate, endDate, today, locale),
    ...presentPace(phase, state, around),
  };
}

/** How far the planned days have come, said beside how far the work has; whether that is late is left to the reader. */
function presentPace(
  { startDate, endDate }: Phase,
  state: StationModel["state"],
  { today, project, locale }: Around,
): Pick<StationModel, "today" | "pace"> {
  const say = phaseWords(locale);
  const percent = todayWithin(startDate, endDate, today);
  const isOpen = state !== "done" && isUnderWay(project);
  const isOverdue = isOpen && endDate !== null && endDate < today;
  const passed = isOpen && percent !== null ? say("passed", { percent: formatPercent(percent, locale) }) : null;
  return {
    today: percent === null ? null : { percent, label: say("today"), text: say("todayWithin") },
    pace: isOverdue ? { text: say("overdue"), isLate: true } : passed === null ? null : { text: passed, isLate: false },
  };
}

function todayWithin(start: CalendarDate | null, end: CalendarDate | null, today: CalendarDate): number | null {
  if (!start || !end || today < start || today > end) return null;
  return Math.round((100 * daysBetween(start, today)) / Math.max(1, daysBetween(start, end)));
}

function railSummary(stations: StationModel[], locale: string): string {
  const say = phaseWords(locale);
  const index = stations.findIndex(({ state }) => state === "current");
  const current = stations[index];
  const count = formatCount(stations.length, locale);
  if (current) return say("summary", { phase: current.name, index: formatCount(index + 1, locale), count });
  const done = stations.filter(({ state }) => state === "done").length;
  return say("summaryDone", { done: formatCount(done, locale), count });
}
