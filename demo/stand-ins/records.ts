// What a firm keeps in its PSA, as the rows of the CSV connection: the facts from which every stand-in answers.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

const columns = {
  companies: ["id", "name", "archived", "domains"],
  contacts: ["id", "email", "name", "company_id", "title", "phone", "archived"],
  projects: [
    ...["id", "number", "name", "company_id", "status", "phase", "start_date", "end_date", "percent_complete"],
    ...["manager_id", "contact_ids", "address", "currency", "fee", "description"],
  ],
  phases: ["id", "project_id", "name", "order", "start_date", "end_date", "percent_complete", "fee", "budget_hours"],
  milestones: ["id", "project_id", "name", "due_date", "done_date", "owner"],
  people: ["id", "name", "role", "discipline", "email", "phone", "capacity_hours", "archived"],
  assignments: ["project_id", "person_id", "role"],
  time_entries: [
    ...["id", "project_id", "phase_id", "person_id", "date", "hours", "billable", "bill_rate", "cost_rate", "notes"],
  ],
  invoices: [
    ...["id", "project_id", "company_id", "number", "issued_on", "due_on", "amount", "paid_amount", "paid_on"],
    ...["currency", "status"],
  ],
  tasks: ["id", "project_id", "phase_id", "name", "status", "due_date", "internal_notes"],
  deals: ["id", "company_id", "name", "stage", "value", "currency", "expected_on"],
  bookings: ["id", "person_id", "kind", "start_date", "end_date"],
} as const;

type FileName = keyof typeof columns;

/** A row of one file; a column that the file does not have is an empty text. */
export type RecordOf<File extends FileName> = Record<(typeof columns)[File][number], string>;

/** All rows of a firm; a file that the firm does not have is an empty list. */
export type FirmRecords = { [File in FileName]: RecordOf<File>[] };

/** Rows of which only what matters is given; the rest is empty. */
export type SparseRecords = { [File in FileName]?: Partial<RecordOf<File>>[] };

const fileNames = Object.keys(columns) as FileName[];

/** Reads a folder of the CSV connection. Throws when a file is no CSV; says nothing about what rows mean. */
export function readFirmRecords(folder: string): FirmRecords {
  return completeRecords(Object.fromEntries(fileNames.map((name) => [name, readRows(join(folder, `${name}.csv`))])));
}

function readRows(path: string): Record<string, string>[] {
  if (!existsSync(path)) return [];
  return parse(readFileSync(path), { bom: true, columns: true, skip_empty_lines: true });
}

/** Fills in what is absent, and drops columns that the connection does not know. */
export function completeRecords(sparse: SparseRecords): FirmRecords {
  const complete = fileNames.map((name) => {
    const rows: Partial<Record<string, string>>[] = sparse[name] ?? [];
    return [name, rows.map((row) => Object.fromEntries(columns[name].map((column) => [column, row[column] ?? ""])))];
  });
  return Object.fromEntries(complete) as FirmRecords;
}
