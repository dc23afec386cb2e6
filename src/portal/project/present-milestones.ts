import { type CalendarDate, daysBetween } from "../../domain/calendar-date.ts";
import type { Milestone, Project } from "../../domain/project.ts";
import type { MilestoneModel } from "../../ui/components/milestones.tsx";
import { formatDay } from "../../ui/format/day.ts";
import { milestoneWords } from "../milestone-words.ts";

/** A milestone of the client's that is due within this many days counts as waiting on them. */
const WAITING_DAYS_MAX = 14;

export type MilestoneContext = { firmName: string; today: CalendarDate; locale: string };

/** One milestone in words; `project` is given where the list spans several projects. */
export function presentMilestone(
  milestone: Milestone,
  project: { name: string; href: string } | null,
  { firmName, today, locale }: MilestoneContext,
): MilestoneModel {
  const { name, dueDate, doneDate, owner } = milestone;
  const say = milestoneWords(locale);
  return {
    name,
    when: formatDay(doneDate ?? dueDate, today, locale),
    who: owner && { firm: say("byFirm", { firm: firmName }), client: say("byClient") }[owner],
    flag: flagOf(milestone, today, locale),
    project,
  };
}

/** Whether the client is expected to act on it now: theirs, open, and due soon or late. */
export function isWaitingOnClient({ owner, doneDate, dueDate }: Milestone, today: CalendarDate): boolean {
  return owner === "client" && doneDate === null && daysBetween(today, dueDate) <= WAITING_DAYS_MAX;
}

/** Open milestones, the earliest due first. */
export function openMilestones(milestones: Milestone[], projectId: Project["id"]): Milestone[] {
  return milestones
    .filter((milestone) => milestone.projectId === projectId && milestone.doneDate === null)
    .sort(byDueDate);
}

/** Earliest due first, then by name, so that two reads give one order. */
export function byDueDate(a: Milestone, b: Milestone): number {
  return a.dueDate.localeCompare(b.dueDate) || a.name.localeCompare(b.name);
}

function flagOf(milestone: Milestone, today: CalendarDate, locale: string): MilestoneModel["flag"] {
  const say = milestoneWords(locale);
  if (milestone.doneDate !== null) return null;
  if (milestone.dueDate < today) return { kind: "late", text: say("late") };
  return isWaitingOnClient(milestone, today) ? { kind: "waiting", text: say("waiting") } : null;
}
