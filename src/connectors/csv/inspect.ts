// The connection test: every file read once, every row checked, and what the files say about each other.
import { csvText } from "../../domain/psa-texts/csv-words.ts";
import { PsaFault } from "../errors.ts";
import type { ConnectionReport, Gap } from "../port.ts";
import { requireFolder } from "./client.ts";
import { createGapLog, logGap, placeOf, reportGaps } from "./gaps.ts";
import { missingFault, type Source, type Sources } from "./source.ts";
import type { Table } from "./table.ts";
import type * as wire from "./wire.ts";

type Tables = {
  companies: Table<wire.CompanyRow> | null;
  contacts: Table<wire.ContactRow> | null;
  projects: Table<wire.ProjectRow> | null;
  phases: Table<wire.PhaseRow> | null;
  milestones: Table<wire.MilestoneRow> | null;
  people: Table<wire.PersonRow> | null;
};
type Report = Required<ConnectionReport>;
type Reference<Row> = {
  from: { table: Table<Row> | null; file: string; column: string; idsOf: (row: Row) => readonly string[] };
  to: { table: Table<{ id: string }> | null; file: string };
};

/** Reads all files one after the other, so that memory holds the bytes of one at most. Rejects when the folder cannot be opened. */
export async function inspectSources(dir: string, sources: Sources, signal: AbortSignal): Promise<ConnectionReport> {
  await requireFolder(dir);
  const report: Report = { counts: [], notSupplied: [], gaps: [], unread: [] };
  const companies = await inspectSource(report, sources.companies, signal);
  const contacts = await inspectSource(report, sources.contacts, signal);
  const projects = await inspectSource(report, sources.projects, signal);
  const phases = await inspectSource(report, sources.phases, signal);
  const milestones = await inspectSource(report, sources.milestones, signal);
  const people = await inspectSource(report, sources.people, signal);
  await inspectSource(report, sources.assignments, signal);
  await inspectSource(report, sources.timeEntries, signal);
  await inspectSource(report, sources.invoices, signal);
  await inspectSource(report, sources.tasks, signal);
  for (const source of sources.checkedOnly) await inspectSource(report, source, signal);
  report.gaps.push(...crossCheck({ companies, contacts, projects, phases, milestones, people }));
  return report;
}

/** Adds one file to the report; null when it is missing or unusable, which the report then says. */
async function inspectSource<C extends wire.Columns>(report: Report, source: Source<C>, signal: AbortSignal) {
  const { spec, file } = source;
  try {
    const table = await file.read(signal);
    if (table !== null) report.gaps.push(...reportGaps(table.gaps, spec.file));
    else if (spec.isRequired) throw await missingFault(source.dir, spec.file);
    else report.notSupplied.push(spec.kind);
    report.counts.push({ kind: spec.kind, rows: table?.count ?? 0 });
    return table;
  } catch (error) {
    if (!(error instanceof PsaFault)) throw error;
    report.counts.push({ kind: spec.kind, rows: 0 });
    const gap = { place: spec.file, message: error.detail };
    report.gaps.push(gap);
    if (spec.isRequired) report.unread.push(gap);
    return null;
  }
}

/** Ids that lead nowhere, and fees that cannot be shown for want of a currency. */
function crossCheck(tables: Tables): Gap[] {
  const { companies, contacts, projects, phases, milestones, people } = tables;
  const toCompanies = { table: companies, file: "companies.csv" };
  const toProjects = { table: projects, file: "projects.csv" };
  return [
    ...checkReference({
      from: { table: contacts, file: "contacts.csv", column: "company_id", idsOf: (row) => row.company_id },
      to: toCompanies,
    }),
    ...checkReference({
      from: { table: projects, file: "projects.csv", column: "company_id", idsOf: (row) => [row.company_id] },
      to: toCompanies,
    }),
    ...checkReference({
      from: { table: projects, file: "projects.csv", column: "contact_ids", idsOf: (row) => row.contact_ids },
      to: { table: contacts, file: "contacts.csv" },
    }),
    ...checkReference({
      from: { table: projects, file: "projects.csv", column: "manager_id", idsOf: (row) => listOf(row.manager_id) },
      to: { table: people, file: "people.csv" },
    }),
    ...checkReference({
      from: { table: phases, file: "phases.csv", column: "project_id", idsOf: (row) => [row.project_id] },
      to: toProjects,
    }),
    ...checkReference({
      from: { table: milestones, file: "milestones.csv", column: "project_id", idsOf: (row) => [row.project_id] },
      to: toProjects,
    }),
    ...checkPhaseFees(phases, projects),
  ];
}

function listOf(value: string | null): string[] {
  return value === null ? [] : [value];
}

function checkReference<Row extends { line: number }>({ from, to }: Reference<Row>): Gap[] {
  if (from.table === null || to.table === null) return [];
  const log = createGapLog();
  const known = new Set(to.table.rows.map(({ id }) => id));
  for (const row of from.table.rows) {
    for (const id of from.idsOf(row)) {
      if (known.has(id)) continue;
      const message = csvText("leads_nowhere", { id, file: to.file });
      logGap(log, { place: placeOf(from.file, row.line, from.column), message }, "nothing");
    }
  }
  return reportGaps(log, from.file);
}

function checkPhaseFees(phases: Tables["phases"], projects: Tables["projects"]): Gap[] {
  if (phases === null || projects === null) return [];
  const log = createGapLog();
  const withoutCurrency = new Set(projects.rows.filter((row) => row.currency === null).map((row) => row.id));
  for (const row of phases.rows) {
    if (row.fee === null || !withoutCurrency.has(row.project_id)) continue;
    const message = csvText("no_currency_of_project", { id: row.project_id });
    logGap(log, { place: placeOf("phases.csv", row.line, "fee"), message }, "nothing");
  }
  return reportGaps(log, "phases.csv");
}
