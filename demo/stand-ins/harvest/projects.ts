// Projects, the tasks that are done in them, and who works on them. There are no phases: a task of a project is the nearest thing.
import type { FirmRecords, RecordOf } from "../records.ts";
import { currencyOf } from "./directory.ts";
import { idOf, isTrue, type Json, type Made, madeOf, numberOrNull, textOrNull } from "./row.ts";

type Project = RecordOf<"projects">;

/** A project is active or archived; nothing says that it is completed, on hold or a draft. */
export function projectRows(records: FirmRecords): Made[] {
  const ofCompany = Map.groupBy(records.projects, ({ company_id }) => company_id);
  return records.projects.map((project) => {
    const phases = records.phases.filter(({ project_id }) => project_id === project.id);
    const hours = phases.reduce((sum, { budget_hours }) => sum + Number(budget_hours), 0);
    return madeOf("projects", project.id, {
      client: clientOf(project, ofCompany.get(project.company_id) ?? [], records),
      name: project.name,
      code: project.number,
      is_active: project.status !== "archived",
      bill_by: "Tasks",
      budget: hours === 0 ? null : hours,
      budget_by: hours === 0 ? "none" : "task",
      budget_is_monthly: false,
      notify_when_over_budget: false,
      over_budget_notification_percentage: 80,
      over_budget_notification_date: null,
      show_budget_to_all: false,
      is_billable: true,
      is_fixed_fee: project.fee !== "",
      hourly_rate: null,
      cost_budget: null,
      cost_budget_include_expenses: false,
      fee: numberOrNull(project.fee),
      notes: textOrNull(project.description),
      starts_on: textOrNull(project.start_date),
      ends_on: textOrNull(project.end_date),
    });
  });
}

function clientOf({ company_id, currency }: Project, own: Project[], { companies }: FirmRecords): Json {
  const name = companies.find(({ id }) => id === company_id)?.name ?? "";
  return { id: idOf("clients", company_id), name, currency: currencyOf([{ currency }, ...own]) };
}

/** One for each phase, and one for the hours of a project that belong to no phase. */
export function taskAssignmentRows({ projects, phases, time_entries }: FirmRecords): Made[] {
  return projects.flatMap((project) => {
    const own = phases.filter(({ project_id }) => project_id === project.id);
    const hasOther = time_entries.some(({ project_id, phase_id }) => project_id === project.id && phase_id === "");
    return [
      ...own.map(({ id, name, budget_hours }) => taskAssignment(project, { ourId: id, name, budget: budget_hours })),
      ...(hasOther ? [taskAssignment(project, { ourId: taskIdOf(project.id, ""), name: OTHER_WORK, budget: "" })] : []),
    ];
  });
}

const OTHER_WORK = "Other work";

function taskAssignment(project: Project, of: { ourId: string; name: string; budget: string }): Made {
  return madeOf("task_assignments", of.ourId, {
    project: briefOf(project),
    task: taskOf(of.name),
    is_active: true,
    billable: true,
    hourly_rate: null,
    budget: numberOrNull(of.budget),
  });
}

/** Tasks are the account's: the same name is the same task in every project. */
function taskOf(name: string): { id: number; name: string } {
  return { id: idOf("tasks", name), name };
}

/** Our id of the task assignment on which an hour is booked. */
export function taskIdOf(projectId: string, phaseId: string): string {
  return phaseId === "" ? `other work of ${projectId}` : phaseId;
}

/** The task on which an hour is booked. */
export function taskOfEntry(phaseId: string, { phases }: FirmRecords): Json {
  return taskOf(phases.find(({ id }) => id === phaseId)?.name ?? OTHER_WORK);
}

function briefOf({ id, name, number }: Project): Json {
  return { id: idOf("projects", id), name, code: number };
}

/** The team of each project, its manager among them. */
export function userAssignmentRows({ projects, assignments, people }: FirmRecords): Made[] {
  return projects.flatMap((project) => {
    const members = assignments.filter(({ project_id }) => project_id === project.id).map(({ person_id }) => person_id);
    const ids = [...new Set([...(project.manager_id === "" ? [] : [project.manager_id]), ...members])];
    return ids.map((id) => {
      const person = people.find((one) => one.id === id);
      return madeOf("user_assignments", userAssignmentId(project.id, id), {
        project: briefOf(project),
        user: { id: idOf("users", id), name: person?.name ?? "" },
        is_active: !isTrue(person?.archived ?? ""),
        is_project_manager: id === project.manager_id,
        use_default_rates: true,
        hourly_rate: null,
        budget: null,
      });
    });
  });
}

export function userAssignmentId(projectId: string, personId: string): string {
  return `${personId} on ${projectId}`;
}
