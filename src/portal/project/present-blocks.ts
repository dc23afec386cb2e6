import type { Milestone } from "../../domain/project.ts";
import type { BlockName } from "../../domain/template.ts";
import type { MilestoneModel } from "../../ui/components/milestones.tsx";
import type { RailModel } from "../../ui/components/phase-rail.tsx";
import { formatCount, formatPercent } from "../../ui/format/number.ts";
import type { UnreadModel } from "../unread.ts";
import { phaseWords } from "./phase-words.ts";
import { type DownloadModel, presentDownload, type TableName } from "./present-download.ts";
import { type FeeModel, presentFee } from "./present-fee.ts";
import { type DisciplinesModel, type HoursModel, presentDisciplines, presentHours } from "./present-hours.ts";
import { type InvoicesModel, presentInvoices } from "./present-invoices.ts";
import { presentMeasure } from "./present-measure.ts";
import { isLate, openMilestones, presentMilestone } from "./present-milestones.ts";
import { presentRail } from "./present-phases.ts";
import { presentTasks, presentTeam, type TasksModel, type TeamModel } from "./present-tasks.ts";
import { isUnread, partialOf, presentUnread } from "./present-unread.ts";
import type { ProjectInput } from "./project-input.ts";
import type { PulseModel } from "./pulse/present.ts";
import type { UpdatesModel } from "./updates/present.ts";
import { words } from "./words.ts";

const NEXT_MILESTONES = 3;
const DONE_OPEN_MAX = 3;

/** One block of the page; its name says which. */
export type BlockModel =
  | { name: "phases"; phases: PhasesModel }
  | { name: "milestones"; milestones: MilestonesModel }
  | { name: "disciplines"; disciplines: DisciplinesModel }
  | { name: "hours"; hours: HoursModel & Tabled }
  | { name: "fee"; fee: FeeModel }
  | { name: "invoices"; invoices: InvoicesModel & { download: DownloadModel | null } }
  | { name: "tasks"; tasks: TasksModel & Tabled }
  | { name: "team"; team: TeamModel }
  | { name: "updates"; updates: UpdatesModel }
  | { name: "pulse"; pulse: PulseModel }
  | { name: "unread"; unread: UnreadModel };

/** What a block with a table offers below it; no file of what may lack some rows, for it goes on its own way. */
type Tabled = { download: DownloadModel | null; showTable: string };

export type PhasesModel = {
  heading: string;
  percent: number | null;
  /** That there may be others that could not be read; null where these are all. */
  partial: string | null;
  /** "Percent complete as Harbor & Finch reports it. Dates as planned."; null where neither is shown. */
  note: string | null;
  rail: RailModel | null;
  download: DownloadModel | null;
};

/**
 * "Next", which begins with those that are late, "Later" and "Done", each absent where there is none. `partial`: that there may be
 * others that could not be read, below a heading of its own; null where these are all.
 */
export type MilestonesModel = {
  partial: { heading: string; note: string } | null;
  lists: { heading: string; isDone: boolean; items: MilestoneModel[]; folded: FoldedMilestones | null }[];
  download: DownloadModel | null;
};

/** What was done before the newest, below a summary to open. */
type FoldedMilestones = { summary: string; items: MilestoneModel[] };

/** `isEmphasised`: it stands out among the others. */
export type OrderedBlock = BlockModel & { isEmphasised: boolean };

/** The blocks of the page in its order, those without content left out. */
export function presentBlocks(input: ProjectInput): OrderedBlock[] {
  return input.order.flatMap(({ name, isEmphasised }) => {
    // What is about the project as a whole stands beside the blocks.
    const unread = name === "about" ? null : presentUnread(name, input);
    const blocks = [presentBlock(name, input), blockOf("unread", unread)];
    return blocks.flatMap((block) => (block ? [{ ...block, isEmphasised }] : []));
  });
}

function presentBlock(name: BlockName, input: ProjectInput): BlockModel | null {
  const { more, phases, project, locale } = input;
  switch (name) {
    case "phases":
      return blockOf(name, presentPhases(input));
    case "milestones":
      return blockOf(name, presentMilestones(input));
    case "disciplines":
      return blockOf(name, presentDisciplines(more.disciplines, locale));
    case "hours":
      return blockOf(name, tabled(name, presentHours({ hours: more.hours, phases, locale }), input));
    case "fee":
      return blockOf(name, presentFee({ project, ...more, invoices: wholeInvoices(input) }, input));
    case "invoices":
      return blockOf(name, presentOwnInvoices(input));
    case "tasks":
      return blockOf(
        name,
        tabled(name, presentTasks(more.tasks, phases, { ...input, partial: partialOf(name, input) }), input),
      );
    case "team":
      return blockOf(name, presentTeam({ ...more, partial: partialOf(name, input), locale }));
    case "updates":
      return blockOf(name, input.updates ?? null);
    case "pulse":
      return blockOf(name, input.pulse ?? null);
    case "about":
      return null;
  }
}

function blockOf<Name extends BlockModel["name"], Model>(name: Name, model: Model | null) {
  return model === null ? null : ({ name, [name]: model } as { name: Name } & Record<Name, Model>);
}

function tabled<Model>(name: "hours" | "tasks", model: Model | null, input: ProjectInput): (Model & Tabled) | null {
  const showTable = words(input.locale)("showTable");
  return model === null ? null : { ...model, showTable, download: wholeFile(name, input) };
}

/** As a file goes on its own way, none is given that lacks some. */
function wholeFile(name: TableName, input: ProjectInput): DownloadModel | null {
  return isUnread(name, input) ? null : presentDownload(name, input);
}

function presentOwnInvoices(input: ProjectInput): Extract<BlockModel, { name: "invoices" }>["invoices"] | null {
  const model = presentInvoices(input.more.invoices, { ...input, partial: partialOf("invoices", input) });
  return model && { ...model, download: wholeFile("invoices", input) };
}

/** What the fee is held against: all invoices, or none where some are missing. */
function wholeInvoices(input: ProjectInput): ProjectInput["more"]["invoices"] {
  return isUnread("invoices", input) ? [] : input.more.invoices;
}

function presentPhases(input: ProjectInput): PhasesModel | null {
  const { project, locale } = input;
  const partial = partialOf("phases", input);
  const rail = presentRail({ ...input, partial });
  const percent = project.percentComplete;
  const heading = percent === null ? (rail?.summary ?? partial?.heading) : progressHeading(percent, rail, locale);
  if (heading === undefined) return null;
  return {
    heading,
    percent,
    partial: partial?.note ?? null,
    note: phasesNote(input, rail),
    rail,
    download: rail && wholeFile("phases", input),
  };
}

/** What the figures below are: said once for all phases. */
function phasesNote(
  { project, percentMeasure, firmName, locale }: ProjectInput,
  rail: RailModel | null,
): string | null {
  const say = phaseWords(locale);
  const measure = presentMeasure(percentMeasure, firmName, locale);
  const hasDates = rail?.stations.some(({ planned }) => planned !== null) === true;
  const told = [
    project.percentComplete === null ? [] : say("measured", { measure }),
    hasDates ? say("datesPlanned") : [],
  ];
  return told.flat().join(" ") || null;
}

function progressHeading(percent: number, rail: RailModel | null, locale: string): string {
  const say = phaseWords(locale);
  const phase = rail?.stations.find(({ state }) => state === "current")?.name;
  const text = formatPercent(percent, locale);
  return phase === undefined ? say("complete", { percent: text }) : say("completeNow", { percent: text, phase });
}

function presentMilestones(input: ProjectInput): MilestonesModel | null {
  const { project, milestones, today, locale } = input;
  const say = words(locale);
  const present = (milestone: Milestone) => presentMilestone(milestone, null, input);
  const open = openMilestones(milestones, project.id);
  const late = open.filter((one) => isLate(one, project, today)).length;
  const done = milestones
    .filter(({ projectId, doneDate }) => projectId === project.id && doneDate !== null)
    .sort(byDoneDate)
    .map(present);
  const partial = partialOf("milestones", input);
  const next = late > 0 && !partial ? say("nextLate", { late: formatCount(late, locale) }) : say("next");
  const lists = [
    { heading: next, isDone: false, items: open.slice(0, late + NEXT_MILESTONES).map(present), folded: null },
    { heading: say("later"), isDone: false, items: open.slice(late + NEXT_MILESTONES).map(present), folded: null },
    {
      heading: say("done"),
      isDone: true,
      items: done.slice(0, DONE_OPEN_MAX),
      folded: foldDone(done, partial !== null, locale),
    },
  ].filter(({ items }) => items.length > 0);
  if (lists.length === 0 && !partial) return null;
  return { partial, lists, download: wholeFile("milestones", input) };
}

function foldDone(done: MilestoneModel[], isPartial: boolean, locale: string): FoldedMilestones | null {
  const items = done.slice(DONE_OPEN_MAX);
  const say = words(locale);
  if (items.length === 0) return null;
  return { summary: isPartial ? say("doneOthers") : say("doneMore", { count: items.length }), items };
}

/** What was done last stands first. */
function byDoneDate(a: Milestone, b: Milestone): number {
  return (b.doneDate ?? "").localeCompare(a.doneDate ?? "");
}
