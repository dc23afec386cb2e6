import { internalNotes, phaseTasks } from "../data/work-texts.ts";
import { workdayBefore } from "./calendar.ts";
import { diceFrom } from "./dice.ts";
import type { PlannedPhase, PlannedProject } from "./plan.ts";

export type SampleTask = {
  projectId: string;
  phaseId: string;
  name: string;
  status: "todo" | "in_progress" | "done";
  due: number;
  internalNotes: string | null;
};

/** One finished task for each phase that is complete and a handful for the current one. */
export function sampleTasks(plans: PlannedProject[]): SampleTask[] {
  return plans.flatMap((plan) =>
    plan.phases.filter((phase) => phase.percent > 0).flatMap((phase) => tasksOf(plan, phase)),
  );
}

function tasksOf({ project }: PlannedProject, phase: PlannedPhase): SampleTask[] {
  const dice = diceFrom(`tasks of ${phase.id}`);
  const names = phaseTasks[phase.key];
  const count = phase.percent === 100 ? 1 : Math.min(names.length, dice.between(3, 5));
  const first = dice.between(0, names.length - 1);
  // The last task of a phase in progress falls due next week or the week after.
  const end = phase.percent === 100 ? phase.to : phase.workedTo + 10;
  const inTurn = [...names.slice(first), ...names.slice(0, first)].slice(0, count);
  return inTurn.map((name, index) => ({
    projectId: project.id,
    phaseId: phase.id,
    name,
    status: phase.percent === 100 || (index === 0 && phase.percent >= 30) ? "done" : statusOf(index),
    due: workdayBefore(phase.from + Math.round(((end - phase.from) * (index + 1)) / count)),
    internalNotes: index === 0 || dice.between(0, 1) === 1 ? dice.pick(internalNotes) : null,
  }));
}

function statusOf(index: number): SampleTask["status"] {
  return index < 2 ? "in_progress" : "todo";
}
