import type { CalendarDate } from "../../domain/calendar-date.ts";
import {
  isUnderWay,
  type Phase,
  type Project,
  type StaffMember,
  type Task,
  type TeamMember,
  type Utilisation,
} from "../../domain/project.ts";
import { formatDay } from "../../ui/format/day.ts";
import { formatCount, formatPercent } from "../../ui/format/number.ts";
import type { PartialModel } from "../unread.ts";
import { workWords } from "./work-words.ts";

export type TasksModel = {
  heading: string;
  /** That there may be others, which could not be read; null where these are all. */
  partial: string | null;
  open: TaskRow[];
  doneHeading: string;
  done: TaskRow[];
};
export type TaskRow = {
  id: string;
  name: string;
  phase: string | null;
  state: string;
  /** A word beside the colour; null when it is not late. */
  late: string | null;
  note: string | null;
};

/** `partial`: that there may be others, who could not be read; null where these are all. */
export type TeamModel = { heading: string; partial: string | null; people: TeamRow[] };
export type TeamRow = {
  id: string;
  name: string;
  role: string | null;
  /** Email, phone, how busy they are: as far as the firm shows it. */
  details: string[];
};

type Context = {
  project: Pick<Project, "status">;
  /** Others may be missing, and what is said of that; null or absent where these are all. */
  partial?: PartialModel | null;
  today: CalendarDate;
  locale: string;
};

/** Open tasks by due day, done ones folded; null when there is none. */
export function presentTasks(tasks: Task[], phases: Phase[], context: Context): TasksModel | null {
  const { partial } = context;
  if (tasks.length === 0 && !partial) return null;
  const say = workWords(context.locale);
  const sorted = sortTasks(tasks);
  const rows = (isDone: boolean) =>
    sorted.filter(({ status }) => (status === "done") === isDone).map((task) => taskRow(task, phases, context));
  const [open, done] = [rows(false), rows(true)];
  const all = tasks.length;
  return {
    heading: partial
      ? partial.heading
      : open.length === 0
        ? say("allDone", { all })
        : say("someOpen", { open: formatCount(open.length, context.locale), all }),
    partial: partial?.note ?? null,
    open,
    doneHeading: partial ? say("someDone") : say("doneCount", { count: formatCount(done.length, context.locale) }),
    done,
  };
}

/** The earliest due first, then by name. */
export function sortTasks(tasks: Task[]): Task[] {
  return [...tasks].sort(
    (a, b) => (a.dueDate ?? "9999").localeCompare(b.dueDate ?? "9999") || a.name.localeCompare(b.name),
  );
}

function taskRow(task: Task, phases: Phase[], context: Context): TaskRow {
  const { id, name, phaseId, status, dueDate, internalNotes } = task;
  const isLate = status !== "done" && dueDate !== null && dueDate < context.today && isUnderWay(context.project);
  return {
    id,
    name,
    phase: phases.find((phase) => phase.id === phaseId)?.name ?? null,
    state: stateText(task, context),
    late: isLate ? workWords(context.locale)("late") : null,
    note: internalNotes,
  };
}

function stateText({ status, dueDate }: Task, { today, locale }: Context): string {
  const say = workWords(locale);
  if (status === "done") return say("done");
  const day = dueDate === null ? null : formatDay(dueDate, today, locale);
  if (status === "in_progress") return day === null ? say("underWay") : say("underWayDue", { day });
  return day === null ? "" : say("due", { day });
}

type TeamInput = {
  team: TeamMember[];
  staff: StaffMember[];
  utilisation: Utilisation[];
  partial?: PartialModel | null;
  locale: string;
};

/** Who works on the project, by name; null when nobody is named. */
export function presentTeam({ team, staff, utilisation, partial, locale }: TeamInput): TeamModel | null {
  const people = staff
    .flatMap((member) => {
      const part = team.find(({ personId }) => personId === member.id);
      return part
        ? [teamRow(member, { part, busy: utilisation.find(({ personId }) => personId === member.id), locale })]
        : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
  if (partial) return { heading: partial.heading, partial: partial.note, people };
  if (people.length === 0) return null;
  return { heading: workWords(locale)("people", { count: people.length }), partial: null, people };
}

type Around = { part: TeamMember; busy: Utilisation | undefined; locale: string };

function teamRow({ id, name, role, email, phone }: StaffMember, { part, busy, locale }: Around): TeamRow {
  const load = busy ? workWords(locale)("load", { percent: formatPercent(busy.percent, locale) }) : null;
  return {
    id,
    name,
    role: part.role ?? role,
    details: [email, phone, load].filter((detail) => detail !== null),
  };
}
