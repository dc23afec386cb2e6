import type { ShownWork } from "../../access/content.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Milestone, Phase, Project, StaffMember } from "../../domain/project.ts";
import type { BlockName } from "../../domain/template.ts";
import type { MilestoneModel } from "../../ui/components/milestones.tsx";
import type { NoticeModel } from "../../ui/components/notice.tsx";
import type { RailModel } from "../../ui/components/phase-rail.tsx";
import type { TitleBlockModel } from "../../ui/components/title-block.tsx";
import { formatAge } from "../../ui/format/age.ts";
import { formatSpan } from "../../ui/format/day.ts";
import { formatCount, formatPercent } from "../../ui/format/number.ts";
import type { Link } from "../../ui/frame.ts";
import { type DisciplinesModel, type HoursModel, presentDisciplines, presentHours } from "./present-hours.ts";
import { type FeeModel, type InvoicesModel, presentFee, presentInvoices } from "./present-invoices.ts";
import { openMilestones, presentMilestone } from "./present-milestones.ts";
import { presentRail } from "./present-phases.ts";
import { presentTasks, presentTeam, type TasksModel, type TeamModel } from "./present-tasks.ts";

const NEXT_MILESTONES = 3;

/** The further blocks of the page, in the order of the portal's template; those without content are absent. */
export type BlockModel =
  | { name: "disciplines"; disciplines: DisciplinesModel }
  | { name: "hours"; hours: HoursModel }
  | { name: "fee"; fee: FeeModel }
  | { name: "invoices"; invoices: InvoicesModel }
  | { name: "tasks"; tasks: TasksModel }
  | { name: "team"; team: TeamModel };

export type ProjectModel = { state: "closed"; notice: NoticeModel } | OpenProjectModel;

export type OpenProjectModel = {
  /** `empty`: the firm has published neither phases nor milestones nor a percent for it. */
  state: "full" | "empty" | "stale";
  block: TitleBlockModel;
  back: Link | null;
  /** "Updated 6 minutes ago", or for a stale page since when it stands still. */
  freshness: string;
  progress: { heading: string; percent: number; measure: string } | null;
  rail: RailModel | null;
  /** `next` begins with those that are late; its heading says how many. */
  milestones: { nextHeading: string; next: MilestoneModel[]; later: MilestoneModel[]; done: MilestoneModel[] };
  manager: ManagerModel | null;
  description: string[];
  blocks: BlockModel[];
  emptyText: string;
};

export type ManagerModel = { name: string; role: string | null; email: Link | null; phone: Link | null };

/** Facts that the template or a switch hides are null or empty here already. */
export type ProjectInput = {
  portalSlug: string;
  firmName: string;
  project: Project;
  /** Whether this person sees no other one: the home page then leads here, and no link leads back to it. */
  isOnly?: boolean;
  phases: Phase[];
  milestones: Milestone[];
  manager: StaffMember | null;
  /** What belongs to this project; parts that are hidden are empty. */
  more: Pick<ShownWork, "disciplines" | "hours" | "invoices" | "margins" | "tasks" | "team" | "staff" | "utilisation">;
  /** The blocks of the page, in the order in which the firm wants them. */
  order: readonly BlockName[];
  /** What the percent measures, such as "by tasks done"; absent when the PSA does not say. */
  percentMeasure?: string | null;
  readAt: Date;
  /** Whether newer figures were asked for in vain. */
  isStale?: boolean;
  now: Date;
  today: CalendarDate;
  locale: string;
};

const STATUS_TEXT: Partial<Record<Project["status"], string>> = { on_hold: "On hold", completed: "Completed" };

/** One project as its client sees it. */
export function presentProject(input: ProjectInput): OpenProjectModel {
  const { project, phases, manager, firmName, today, locale } = input;
  const rail = presentRail({ project, phases, today, locale });
  const milestones = groupMilestones(input);
  const isEmpty = !rail && project.percentComplete === null && !milestones.next.length && !milestones.done.length;
  return {
    state: input.isStale ? "stale" : isEmpty ? "empty" : "full",
    block: { title: project.name, cells: presentCells(input) },
    back: input.isOnly ? null : { label: "All projects", href: `/${input.portalSlug}` },
    freshness: presentFreshness(input),
    progress: presentProgress(input, rail),
    rail,
    milestones,
    manager: manager && presentManager(manager),
    description: (project.description ?? "")
      .split(/\n+/)
      .map((line) => line.trim())
      .filter(Boolean),
    blocks: presentBlocks(input),
    emptyText: `${firmName} has not published phases or milestones for this project yet. They appear here as soon as they do.`,
  };
}

function presentBlocks(input: ProjectInput): BlockModel[] {
  const { more, phases, project, locale } = input;
  const blocks = [
    block("disciplines", presentDisciplines(more.disciplines, locale)),
    block("hours", presentHours({ hours: more.hours, phases, locale })),
    block("fee", presentFee({ project, ...more }, input)),
    block("invoices", presentInvoices(more.invoices, input)),
    block("tasks", presentTasks(more.tasks, phases, input)),
    block("team", presentTeam({ ...more, locale })),
  ] as (BlockModel | null)[];
  const { order } = input;
  return blocks.filter((one) => one !== null).sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
}

function block<Name extends BlockModel["name"], Model>(name: Name, model: Model | null) {
  return model === null ? null : { name, [name]: model };
}

/** How old what is shown is, in words that also say that it is being tried again. */
export function presentFreshness(input: Pick<ProjectInput, "readAt" | "now" | "isStale" | "locale">): string {
  const age = formatAge(input.readAt, input.now, input.locale);
  return input.isStale
    ? `As of ${age}. Newer figures cannot be read right now; the next visit tries again.`
    : `Updated ${age}`;
}

/** What a percent measures, in the reader's words. */
export function presentMeasure(percentMeasure: string | null | undefined, firmName: string): string {
  return percentMeasure ?? `as ${firmName} reports it`;
}

function presentCells({ project, readAt, now, today, locale }: ProjectInput): TitleBlockModel["cells"] {
  const cells: [label: string, value: string | null | undefined][] = [
    ["Number", project.number],
    ["Address", project.address],
    ["Phase", project.phase?.trim()],
    ["State", STATUS_TEXT[project.status]],
    ["Planned", formatSpan(project.startDate, project.endDate, today, locale)],
    ["As of", formatAge(readAt, now, locale)],
  ];
  return cells.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function presentProgress(input: ProjectInput, rail: RailModel | null): OpenProjectModel["progress"] {
  const { project, percentMeasure, firmName, locale } = input;
  const percent = project.percentComplete;
  const current = rail?.stations.find(({ state }) => state === "current");
  if (percent === null) return null;
  return {
    heading: `${formatPercent(percent, locale)} complete${current ? `, now in ${current.name}` : ""}`,
    percent,
    measure: presentMeasure(percentMeasure, firmName),
  };
}

function groupMilestones(input: ProjectInput): OpenProjectModel["milestones"] {
  const { project, milestones, today, locale } = input;
  const present = (milestone: Milestone) => presentMilestone(milestone, null, input);
  const open = openMilestones(milestones, project.id);
  const late = open.filter(({ dueDate }) => dueDate < today).length;
  const done = milestones.filter(({ projectId, doneDate }) => projectId === project.id && doneDate !== null);
  return {
    nextHeading: late > 0 ? `Next, ${formatCount(late, locale)} late` : "Next",
    next: open.slice(0, late + NEXT_MILESTONES).map(present),
    later: open.slice(late + NEXT_MILESTONES).map(present),
    done: done.sort((a, b) => (b.doneDate ?? "").localeCompare(a.doneDate ?? "")).map(present),
  };
}

function presentManager({ name, role, email, phone }: StaffMember): ManagerModel {
  return {
    name,
    role,
    email: email ? { label: email, href: `mailto:${encodeURIComponent(email)}` } : null,
    phone: phone ? { label: phone, href: `tel:${phone.replace(/[^+\d]/g, "")}` } : null,
  };
}
