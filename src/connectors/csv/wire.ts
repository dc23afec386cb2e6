// The twelve files of the contract: their columns, parsed, and under which keys their rows are looked up.
// The notes of time entries may never be shown to anybody: they are not named here, so they are never read.
import { projectStatuses } from "../../domain/project.ts";
import { csvText } from "../../domain/psa-texts/csv-words.ts";
import {
  amount,
  type Column,
  currency,
  date,
  decimal,
  decisive,
  email,
  emails,
  flag,
  list,
  oneOf,
  optional,
  percent,
  required,
  text,
} from "./columns.ts";

export type Columns = Record<string, Column<unknown>>;

/** One parsed row; `line` is where it begins in its file. */
export type RowOf<C> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never } & {
  readonly line: number;
};

export type FileSpec<C extends Columns = Columns> = {
  file: string;
  kind: string;
  isRequired: boolean;
  columns: C;
  /**
   * The keys by which a row is looked up, from the cells that could be read; null when they cannot be told. A lost row hides
   * exactly these. Absent for files that no page reads: their rows are checked and let go.
   */
  keysOf?: (row: Partial<RowOf<C>>) => readonly string[] | null;
  /** Whether a second row of the same id counts as well, or only the first one. */
  keepsDuplicates?: boolean;
  /** What is odd about a whole row without making it unusable. */
  review?: (row: RowOf<C>) => { column: string; message: string }[];
};

function file<C extends Columns>(spec: FileSpec<C>): FileSpec<C> {
  return spec;
}

function keyOf(value: string | undefined): readonly string[] | null {
  return value === undefined ? null : [value];
}

const id = required(text);
const archived = decisive(flag, false);

export const companies = file({
  file: "companies.csv",
  kind: "companies",
  isRequired: true,
  columns: { id, name: required(text), archived, domains: decisive(list, []) },
  keysOf: (row) => keyOf(row.id),
});

export const contacts = file({
  file: "contacts.csv",
  kind: "contacts",
  isRequired: true,
  columns: {
    id,
    email: emails,
    name: required(text),
    company_id: decisive(list, []),
    title: optional(text),
    phone: optional(text),
    archived,
  },
  keysOf: (row) => row.email?.usable ?? null,
  keepsDuplicates: true,
  review: (row) => [
    ...(row.email.usable.length + row.email.unusable.length === 0
      ? [{ column: "email", message: csvText("no_email") }]
      : []),
    ...row.email.unusable.map(() => ({ column: "email", message: csvText("bad_email") })),
  ],
});

export const projects = file({
  file: "projects.csv",
  kind: "projects",
  isRequired: true,
  columns: {
    id,
    number: optional(text),
    name: required(text),
    company_id: required(text),
    status: decisive(oneOf(projectStatuses), "active"),
    phase: optional(text),
    start_date: optional(date),
    end_date: optional(date),
    percent_complete: optional(percent),
    manager_id: optional(text),
    contact_ids: decisive(list, []),
    address: optional(text),
    currency: optional(currency),
    fee: optional(amount),
    description: optional(text),
  },
  keysOf: (row) => keyOf(row.company_id),
  review: (row) =>
    row.fee !== null && row.currency === null ? [{ column: "fee", message: csvText("no_currency") }] : [],
});

export const phases = file({
  file: "phases.csv",
  kind: "phases",
  isRequired: false,
  columns: {
    id,
    project_id: required(text),
    name: required(text),
    order: optional(decimal),
    start_date: optional(date),
    end_date: optional(date),
    percent_complete: optional(percent),
    fee: optional(amount),
    budget_hours: optional(decimal),
  },
  keysOf: (row) => keyOf(row.project_id),
});

export const milestones = file({
  file: "milestones.csv",
  kind: "milestones",
  isRequired: false,
  columns: {
    id,
    project_id: required(text),
    name: required(text),
    due_date: required(date),
    done_date: optional(date),
    owner: optional(oneOf(["firm", "client"])),
  },
  keysOf: (row) => keyOf(row.project_id),
});

export const people = file({
  file: "people.csv",
  kind: "people",
  isRequired: false,
  columns: {
    id,
    name: required(text),
    role: optional(text),
    discipline: optional(text),
    email: optional(email),
    phone: optional(text),
    capacity_hours: optional(decimal),
    archived,
  },
  keysOf: (row) => keyOf(row.id),
});

export const assignments = file({
  file: "assignments.csv",
  kind: "assignments",
  isRequired: false,
  columns: { project_id: required(text), person_id: required(text), role: optional(text) },
  keysOf: (row) => keyOf(row.project_id),
});

export const timeEntries = file({
  file: "time_entries.csv",
  kind: "time_entries",
  isRequired: false,
  columns: {
    id,
    project_id: required(text),
    phase_id: optional(text),
    person_id: required(text),
    date: required(date),
    hours: required(decimal),
    billable: decisive(flag, null),
    bill_rate: optional(amount),
    cost_rate: optional(amount),
  },
  keysOf: (row) =>
    row.project_id === undefined || row.person_id === undefined
      ? null
      : [ofProject(row.project_id), ofPerson(row.person_id)],
});

/** Time entries are looked up both ways; the two kinds of id must not be taken for each other. */
export function ofProject(projectId: string): string {
  return `project ${projectId}`;
}

/** The key of a person's time entries, beside `ofProject`. */
export function ofPerson(personId: string): string {
  return `person ${personId}`;
}

export const invoices = file({
  file: "invoices.csv",
  kind: "invoices",
  isRequired: false,
  columns: {
    id,
    project_id: optional(text),
    company_id: required(text),
    number: required(text),
    issued_on: required(date),
    due_on: optional(date),
    amount: required(amount),
    paid_amount: decisive(amount, null),
    paid_on: optional(date),
    currency: required(currency),
    status: optional(text),
  },
  keysOf: (row) => keyOf(row.company_id),
});

export const tasks = file({
  file: "tasks.csv",
  kind: "tasks",
  isRequired: false,
  columns: {
    id,
    project_id: required(text),
    phase_id: optional(text),
    name: required(text),
    status: optional(oneOf(["todo", "in_progress", "done"])),
    due_date: optional(date),
    internal_notes: optional(text),
  },
  keysOf: (row) => keyOf(row.project_id),
});

/** Files that no portal reads; their rows are checked by the connection test. */
export const checkedOnly: FileSpec[] = [
  {
    file: "deals.csv",
    kind: "deals",
    isRequired: false,
    columns: {
      id,
      company_id: optional(text),
      name: optional(text),
      stage: optional(text),
      value: optional(amount),
      currency: optional(currency),
      expected_on: optional(date),
    },
  },
  {
    file: "bookings.csv",
    kind: "bookings",
    isRequired: false,
    columns: {
      id,
      person_id: required(text),
      kind: optional(text),
      start_date: optional(date),
      end_date: optional(date),
    },
  },
];

export type CompanyRow = RowOf<typeof companies.columns>;
export type ContactRow = RowOf<typeof contacts.columns>;
export type ProjectRow = RowOf<typeof projects.columns>;
export type PhaseRow = RowOf<typeof phases.columns>;
export type MilestoneRow = RowOf<typeof milestones.columns>;
export type PersonRow = RowOf<typeof people.columns>;
export type AssignmentRow = RowOf<typeof assignments.columns>;
export type TimeEntryRow = RowOf<typeof timeEntries.columns>;
export type InvoiceRow = RowOf<typeof invoices.columns>;
export type TaskRow = RowOf<typeof tasks.columns>;
