// The tables of a project's page as files: the same rows in the same order, written for programs rather than people.
import type { Invoice, Phase } from "../../domain/project.ts";
import { csvOf, numberCell } from "../../lib/csv.ts";
import { milestoneWords } from "../milestone-words.ts";
import { csvWords } from "./csv-words.ts";
import { hoursWords } from "./hours-words.ts";
import { moneyWords } from "./money-words.ts";
import type { TableName } from "./present-download.ts";
import { billedOf, disciplinesOf, groupHours, sumHours } from "./present-hours.ts";
import { type InvoiceContext, sortInvoices, stateOfInvoice } from "./present-invoices.ts";
import { byDueDate } from "./present-milestones.ts";
import { orderPhases, presentRail } from "./present-phases.ts";
import { sortTasks } from "./present-tasks.ts";
import { isUnread } from "./present-unread.ts";
import type { ProjectInput } from "./project-input.ts";
import { workWords } from "./work-words.ts";

export type CsvFile = { name: string; text: string };

/** So that every spreadsheet reads it as UTF-8. */
const BYTE_ORDER_MARK = "\uFEFF";

type Row = string[];

/** One table of the page as a file; null when this person's page does not show it, or it lacks rows. */
export function presentCsv(table: TableName, input: ProjectInput): CsvFile | null {
  if (!input.order.some(({ name }) => name === table) || isUnread(table, input)) return null;
  const [header, ...rows] = tables[table](input);
  if (!header || rows.length === 0) return null;
  const project = (input.project.number ?? "").replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[-.]+|-+$/g, "");
  return csvFile(`${project || "project"}-${table}.csv`, [header, ...rows]);
}

/** A file that every spreadsheet opens as it is meant, with nothing in it that one would run. */
export function csvFile(name: string, rows: Row[]): CsvFile {
  return { name, text: BYTE_ORDER_MARK + csvOf(rows) };
}

/** The invoices of all projects as a file, as `placeOf` says which each is of; null when there is none. */
export function presentInvoicesCsv(
  invoices: Invoice[],
  context: InvoiceContext,
  placeOf: (invoice: Invoice) => string,
): CsvFile | null {
  return invoices.length === 0 ? null : csvFile("invoices.csv", rowsOfInvoices(invoices, context, placeOf));
}

const tables: Record<TableName, (input: ProjectInput) => Row[]> = {
  phases: phaseRows,
  milestones: milestoneRows,
  hours: hoursRows,
  invoices: invoiceRows,
  tasks: taskRows,
};

function phaseRows(input: ProjectInput): Row[] {
  const say = csvWords(input.locale);
  const stations = presentRail(input)?.stations ?? [];
  const own = orderPhases(input.phases.filter(({ projectId }) => projectId === input.project.id));
  // Where hours are hidden, or none are planned, nothing says so.
  const hasHours = own.some(({ budgetHours }) => budgetHours !== null);
  const heads = [say("phase"), say("state"), say("percent"), say("plannedStart"), say("plannedEnd")];
  return [
    [...heads, ...(hasHours ? [say("plannedHours")] : [])],
    ...own.map(({ name, percentComplete, startDate, endDate, budgetHours }, index) => [
      name,
      stations[index]?.word ?? "",
      numberCell(percentComplete),
      startDate ?? "",
      endDate ?? "",
      ...(hasHours ? [numberCell(budgetHours)] : []),
    ]),
  ];
}

function milestoneRows({ milestones, project, firmName, locale }: ProjectInput): Row[] {
  const say = csvWords(locale);
  const by = milestoneWords(locale);
  const own = milestones.filter(({ projectId }) => projectId === project.id).sort(byDueDate);
  return [
    [say("milestone"), say("due"), say("done"), say("who")],
    ...own.map(({ name, dueDate, doneDate, owner }) => [
      name,
      dueDate,
      doneDate ?? "",
      owner === null ? "" : { firm: by("byFirm", { firm: firmName }), client: by("byClient") }[owner],
    ]),
  ];
}

/** One row for each phase and discipline; where no discipline is named or shown, one for each phase. */
function hoursRows({ more, phases, locale }: ProjectInput): Row[] {
  const say = csvWords(locale);
  const disciplines = disciplinesOf(more.hours);
  const hasDisciplines = disciplines.some((discipline) => discipline !== null);
  const hasBilled = more.hours.some(({ billed }) => billed !== null);
  const rows = groupHours({ hours: more.hours, phases, locale }).flatMap(({ name, totals }) =>
    disciplines.flatMap((discipline) => {
      const own = totals.filter((total) => total.discipline === discipline);
      const billed = billedOf(own);
      const named = hasDisciplines ? [discipline ?? hoursWords(locale)("noDiscipline")] : [];
      const money = hasBilled ? [billed?.amount ?? "", billed?.currency ?? ""] : [];
      return own.length === 0 ? [] : [[name, ...named, numberCell(sumHours(own)), ...money]];
    }),
  );
  const header = [
    say("phase"),
    ...(hasDisciplines ? [say("discipline")] : []),
    say("hours"),
    ...(hasBilled ? [say("billed"), say("currency")] : []),
  ];
  return [header, ...rows];
}

function invoiceRows({ more, ...context }: ProjectInput): Row[] {
  return rowsOfInvoices(more.invoices, context);
}

function rowsOfInvoices(invoices: Invoice[], context: InvoiceContext, placeOf?: (invoice: Invoice) => string): Row[] {
  const say = csvWords(context.locale);
  return [
    [
      ...[
        say("invoice"),
        ...(placeOf ? [moneyWords(context.locale)("project")] : []),
        say("issued"),
        say("due"),
        say("amount"),
        say("paid"),
        say("currency"),
        say("paidOn"),
      ],
      say("state"),
    ],
    ...sortInvoices(invoices).map((invoice) => [
      invoice.number,
      ...(placeOf ? [placeOf(invoice)] : []),
      invoice.issuedOn,
      invoice.dueOn ?? "",
      invoice.amount.amount,
      invoice.isPaid ? invoice.amount.amount : (invoice.paid?.amount ?? ""),
      invoice.amount.currency,
      invoice.paidOn ?? "",
      stateOfInvoice(invoice, context),
    ]),
  ];
}

function taskRows({ more, phases, locale }: ProjectInput): Row[] {
  const say = csvWords(locale);
  const state = workWords(locale);
  const hasNotes = more.tasks.some(({ internalNotes }) => internalNotes !== null);
  return [
    [say("task"), say("phase"), say("state"), say("due"), ...(hasNotes ? [say("note")] : [])],
    ...sortTasks(more.tasks).map(({ name, phaseId, status, dueDate, internalNotes }) => [
      name,
      phaseName(phases, phaseId),
      { todo: say("todo"), in_progress: state("underWay"), done: state("done"), none: "" }[status ?? "none"],
      dueDate ?? "",
      ...(hasNotes ? [internalNotes ?? ""] : []),
    ]),
  ];
}

function phaseName(phases: Phase[], id: string | null): string {
  return phases.find((phase) => phase.id === id)?.name ?? "";
}
