import { usualMilestones } from "../data/phases.ts";
import { workdayBefore } from "./calendar.ts";
import { type Dice, diceFrom } from "./dice.ts";
import type { PlannedPhase, PlannedProject } from "./plan.ts";

export type DatedMilestone = {
  id: string;
  projectId: string;
  name: string;
  due: number;
  done: number | null;
  owner: "firm" | "client";
};

/** The Friday of last week: the last day that is past whatever day of this week it is. */
const LAST_FRIDAY = -3;

/** What has to happen on each project and by whom, in order of due date. A draft has none yet. */
export function datedMilestones(plans: PlannedProject[]): DatedMilestone[] {
  const rows = plans
    .filter((plan) => plan.project.status !== "draft")
    .flatMap((plan) => [...usual(plan), ...asked(plan)].sort((a, b) => a.due - b.due));
  return rows.map((row, index) => ({ id: `m-${index + 1}`, ...row }));
}

function usual({ project, company, phases }: PlannedProject): Omit<DatedMilestone, "id">[] {
  const dice = diceFrom(`milestones of ${project.id}`);
  return phases.flatMap((phase) =>
    usualMilestones[company.kind][phase.key].map(({ name, at, owner }) => {
      const due = workdayBefore(phase.from + Math.round(((phase.to - phase.from) * at) / 100));
      const done = at <= phase.percent ? doneDay(due, phase, dice) : null;
      return { projectId: project.id, name, due, done, owner };
    }),
  );
}

function doneDay(due: number, phase: PlannedPhase, dice: Dice): number {
  const day = workdayBefore(due + dice.between(-3, 7));
  return Math.min(Math.max(day, phase.from), LAST_FRIDAY);
}

function asked({ project }: PlannedProject): Omit<DatedMilestone, "id">[] {
  return (project.asks ?? []).map(({ name, day, owner }) => ({
    projectId: project.id,
    name,
    due: day,
    done: null,
    owner,
  }));
}
