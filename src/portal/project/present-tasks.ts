import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Phase, StaffMember, Task, TeamMember, Utilisation } from "../../domain/project.ts";
import { formatDay } from "../../ui/format/day.ts";
import { formatCount, formatPercent, formatQuantity } from "../../ui/format/number.ts";

export type TasksModel = { heading: string; open: TaskRow[]; done: TaskRow[] };
export type TaskRow = {
  id: string;
  name: string;
  phase: string | null;
  state: string;
  isLate: boolean;
  note: string | null;
};

export type TeamModel = { heading: string; people: TeamRow[] };
export type TeamRow = {
  id: string;
  name: string;
  role: string | null;
  /** Email, phone, how busy they are: as far as the firm shows it. */
  details: string[];
};

type Context = { today: CalendarDate; locale: string };

/** Open tasks by due day, done ones folded; null when there is none. */
export function presentTasks(tasks: Task[], phases: Phase[], context: Context): TasksModel | null {
  if (tasks.length === 0) return null;
  const sorted = [...tasks].sort(
    (a, b) => (a.dueDate ?? "9999").localeCompare(b.dueDate ?? "9999") || a.name.localeCompare(b.name),
  );
  const rows = (isDone: boolean) =>
    sorted.filter(({ status }) => (status === "done") === isDone).map((task) => taskRow(task, phases, context));
  const open = rows(false);
  const all = formatQuantity(tasks.length, "task", "tasks", context.locale);
  return {
    heading: open.length === 0 ? `${all}, all done` : `${formatCount(open.length, context.locale)} of ${all} open`,
    open,
    done: rows(true),
  };
}

function taskRow(task: Task, phases: Phase[], { today, locale }: Context): TaskRow {
  const { id, name, phaseId, status, dueDate, internalNotes } = task;
  const due = dueDate === null ? null : `due ${formatDay(dueDate, today, locale)}`;
  const isOpen = status !== "done";
  const words = status === "in_progress" ? ["under way", due] : [due];
  return {
    id,
    name,
    phase: phases.find((phase) => phase.id === phaseId)?.name ?? null,
    state: isOpen ? words.filter((word) => word !== null).join(", ") : "done",
    isLate: isOpen && dueDate !== null && dueDate < today,
    note: internalNotes,
  };
}

type TeamInput = { team: TeamMember[]; staff: StaffMember[]; utilisation: Utilisation[]; locale: string };

/** Who works on the project, by name; null when nobody is named. */
export function presentTeam({ team, staff, utilisation, locale }: TeamInput): TeamModel | null {
  const people = staff
    .flatMap((member) => {
      const part = team.find(({ personId }) => personId === member.id);
      return part
        ? [teamRow(member, { part, busy: utilisation.find(({ personId }) => personId === member.id), locale })]
        : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
  if (people.length === 0) return null;
  return { heading: `${formatQuantity(people.length, "person", "people", locale)} on the project`, people };
}

type Around = { part: TeamMember; busy: Utilisation | undefined; locale: string };

function teamRow({ id, name, role, email, phone }: StaffMember, { part, busy, locale }: Around): TeamRow {
  const load = busy ? `${formatPercent(busy.percent, locale)} of capacity in the last four weeks` : null;
  return {
    id,
    name,
    role: part.role ?? role,
    details: [email, phone, load].filter((detail) => detail !== null),
  };
}
