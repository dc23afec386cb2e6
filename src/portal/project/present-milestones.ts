import { type CalendarDate, daysBetween } from "../../domain/calendar-date.ts";
import { isUnderWay, type Milestone, type Project } from "../../domain/project.ts";
import type { MilestoneModel } from "../../ui/components/milestones.tsx";
import { formatDay } from "../../ui/format/day.ts";
import { milestoneWords } from "../milestone-words.ts";

/** A milestone of the client's that is due within this many days counts as waiting on them. */
const WAITING_DAYS_MAX = 14;

/** Whose milestone it is: whether its days count is the project's. */
type Owning = Pick<Project, "status">;

export type MilestoneContext = { project: Owning; firmName: string; today: CalendarDate; locale: string };

/** One milestone in words; `place` is given where the list spans several projects. */
export function presentMilestone(
  milestone: Milestone,
  place: { name: string; href: string } | null,
  { project, firmName, today, locale }: MilestoneContext,
): MilestoneModel & { when: string } {
  const { name, dueDate, doneDate, owner } = milestone;
  const say = milestoneWords(locale);
  return {
    name,
    when: formatDay(doneDate ?? dueDate, today, locale),
    who: owner && { firm: say("byFirm", { firm: firmName }), client: say("byClient") }[owner],
    flag: flagOf(milestone, { project, today, locale }),
    project: place,
  };
}

/** Whether the client is expected to act on it now: theirs, open, due soon or late, and its project under way. */
export function isWaitingOnClient(milestone: Milestone, project: Owning, today: CalendarDate): boolean {
  const { owner, doneDate, dueDate } = milestone;
  const isDue = doneDate === null && daysBetween(today, dueDate) <= WAITING_DAYS_MAX;
  return owner === "client" && isDue && isUnderWay(project);
}

/** Whether it is open past its day, and its project under way. */
export function isLate({ doneDate, dueDate }: Milestone, project: Owning, today: CalendarDate): boolean {
  return doneDate === null && dueDate < today && isUnderWay(project);
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

function flagOf(
  milestone: Milestone,
  { project, today, locale }: Omit<MilestoneContext, "firmName">,
): MilestoneModel["flag"] {
  const say = milestoneWords(locale);
  if (isLate(milestone, project, today)) return { kind: "late", text: say("late") };
  return isWaitingOnClient(milestone, project, today) ? { kind: "waiting", text: say("waiting") } : null;
}
