// Tasks and milestones are one resource, told apart by `type_id`; task lists group them, one for each phase.
import type { FirmRecords, RecordOf } from "../records.ts";
import {
  type Attributes,
  BEGINNING,
  htmlOrNull,
  idOf,
  linkTo,
  type Relation,
  type Resource,
  resourceOf,
  textOrNull,
  timestampOn,
  unknownRelations,
} from "./resource.ts";
import { serviceId } from "./services.ts";

const TASK_TYPE = 1;
const MILESTONE_TYPE = 3;

/** Every project with tasks has one more that is private: a portal must not show it. */
export function taskResources(records: FirmRecords): Resource[] {
  const { tasks, milestones } = records;
  const projectsWithTasks = [...new Set(tasks.map(({ project_id }) => project_id))];
  return [
    ...taskListsOf(records),
    ...workflowStatuses(),
    ...tasks.map(taskOf),
    ...milestones.map(milestoneOf),
    ...projectsWithTasks.map(privateTaskOf),
  ];
}

export function taskId(id: string): string {
  return `task ${id}`;
}

export function milestoneId(id: string): string {
  return `milestone ${id}`;
}

export function privateTaskId(projectId: string): string {
  return `private task of ${projectId}`;
}

function taskOf(row: RecordOf<"tasks">): Resource {
  const phase = row.phase_id === "" ? null : linkTo("services", serviceId(row));
  return resourceOf("tasks", taskId(row.id), {
    attributes: {
      ...emptyTask,
      ...numberOf(taskId(row.id)),
      title: row.name,
      description: htmlOrNull(row.internal_notes),
      due_date: textOrNull(row.due_date),
      closed: row.status === "done",
      closed_at: row.status === "done" ? (timestampOn(row.due_date) ?? BEGINNING) : null,
    },
    relations: relationsOf(row.project_id, {
      task_list: linkTo("task_lists", taskListId(row)),
      service: phase,
      workflow_status: linkTo("workflow_statuses", statusOf(row.status)),
    }),
  });
}

/** Whose move it is has no attribute; this firm tags it. */
function milestoneOf(row: RecordOf<"milestones">): Resource {
  const isDone = row.done_date !== "";
  return resourceOf("tasks", milestoneId(row.id), {
    attributes: {
      ...emptyTask,
      ...numberOf(milestoneId(row.id)),
      type_id: MILESTONE_TYPE,
      title: row.name,
      due_date: textOrNull(row.due_date),
      closed: isDone,
      closed_at: timestampOn(row.done_date),
      tag_list: row.owner === "" ? [] : [row.owner],
    },
    relations: relationsOf(row.project_id, {
      task_list: linkTo("task_lists", `milestones of ${row.project_id}`),
      workflow_status: linkTo("workflow_statuses", isDone ? "done" : "todo"),
    }),
  });
}

function privateTaskOf(projectId: string): Resource {
  return resourceOf("tasks", privateTaskId(projectId), {
    attributes: {
      ...emptyTask,
      ...numberOf(privateTaskId(projectId)),
      title: "Staffing and fee review",
      private: true,
    },
    relations: relationsOf(projectId, {
      task_list: linkTo("task_lists", taskListId({ project_id: projectId, phase_id: "" })),
      workflow_status: linkTo("workflow_statuses", "todo"),
    }),
  });
}

function numberOf(ourId: string): Attributes {
  const number = idOf("task numbers", ourId).slice(0, 5);
  return { number, task_number: number };
}

function relationsOf(projectId: string, relations: Record<string, Relation>): Record<string, Relation> {
  return {
    ...unknownRelations("assignee", "creator", "last_actor", "parent_task", "repeated_task", "service"),
    ...unknownRelations("template_object"),
    attachments: [],
    custom_field_attachments: [],
    custom_field_people: [],
    project: linkTo("projects", projectId),
    ...relations,
  };
}

function taskListId({ project_id, phase_id }: { project_id: string; phase_id: string }): string {
  return phase_id === "" ? `general list of ${project_id}` : `list of phase ${phase_id}`;
}

function taskListsOf({ projects, phases }: FirmRecords): Resource[] {
  const ofPhases = phases.map((phase) => taskListOf(taskListId({ ...phase, phase_id: phase.id }), phase));
  const ofProjects = projects.flatMap(({ id }) => [
    taskListOf(taskListId({ project_id: id, phase_id: "" }), { name: "General", project_id: id }),
    taskListOf(`milestones of ${id}`, { name: "Milestones", project_id: id }),
  ]);
  return [...ofPhases, ...ofProjects];
}

function taskListOf(ourId: string, { name, project_id }: { name: string; project_id: string }): Resource {
  return resourceOf("task_lists", ourId, {
    attributes: { archived_at: null, email_key: "fedcba9876543210fedcba9876543210", name, placement: 1, position: 1 },
    relations: { ...unknownRelations("board", "folder"), project: linkTo("projects", project_id) },
  });
}

/** `category_id`: 1 not started, 2 started, 3 closed [S]. */
const statuses = { todo: "Not started", in_progress: "Started", done: "Closed" };

function statusOf(ourStatus: string): string {
  return ourStatus in statuses ? ourStatus : "todo";
}

function workflowStatuses(): Resource[] {
  return Object.entries(statuses).map(([ourStatus, name], index) =>
    resourceOf("workflow_statuses", ourStatus, {
      attributes: { category_id: index + 1, color_id: 1, name, position: index + 1 },
      relations: unknownRelations("workflow"),
    }),
  );
}

const emptyTask: Attributes = {
  billable_time: 0,
  blocking_dependency_count: 0,
  booked_time: 0,
  bookings_count: 0,
  closed: false,
  closed_at: null,
  created_at: BEGINNING,
  creation_method_id: 1,
  custom_fields: null,
  deleted_at: null,
  description: null,
  due_date: null,
  due_time: null,
  email_key: "00112233445566778899aabbccddeeff",
  future_booked_time: 0,
  initial_estimate: null,
  last_activity_at: BEGINNING,
  linked_dependency_count: 0,
  number: "",
  open_subtask_count: 0,
  open_todo_count: 0,
  placement: 1,
  private: false,
  remaining_time: null,
  repeat_on_date: null,
  repeat_on_interval: null,
  repeat_on_monthday: null,
  repeat_on_weekday: null,
  repeat_origin_id: null,
  repeat_schedule_id: null,
  start_date: null,
  subtask_count: 0,
  subtask_placement: null,
  tag_list: [],
  task_dependency_count: 0,
  task_number: "",
  title: "",
  todo_assignee_ids: [],
  todo_count: 0,
  type_id: TASK_TYPE,
  updated_at: BEGINNING,
  waiting_on_dependency_count: 0,
  worked_time: 0,
};
