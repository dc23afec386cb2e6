// The twelve files of one folder, opened; which of them must be there and what becomes of a bad optional one.
import { csvText } from "../../domain/psa-texts/csv-words.ts";
import { PsaFault } from "../errors.ts";
import { type CsvFile, type CsvFolder, openCsvFile, requireFolder } from "./client.ts";
import { logGap } from "./gaps.ts";
import { emptyTable, parseTable, type Table } from "./table.ts";
import * as wire from "./wire.ts";

/** A file with its rows; `C` are its columns. */
export type Source<C extends wire.Columns> = {
  spec: wire.FileSpec<C>;
  dir: string;
  file: CsvFile<Table<wire.RowOf<C>>>;
};

export type Sources = ReturnType<typeof openSources>;

/** Opens the files of a folder; reads nothing yet. */
export function openSources(folder: CsvFolder) {
  return {
    companies: openSource(folder, wire.companies),
    contacts: openSource(folder, wire.contacts),
    projects: openSource(folder, wire.projects),
    phases: openSource(folder, wire.phases),
    milestones: openSource(folder, wire.milestones),
    people: openSource(folder, wire.people),
    assignments: openSource(folder, wire.assignments),
    timeEntries: openSource(folder, wire.timeEntries),
    invoices: openSource(folder, wire.invoices),
    tasks: openSource(folder, wire.tasks),
    checkedOnly: wire.checkedOnly.map((spec) => openSource(folder, spec)),
  };
}

function openSource<C extends wire.Columns>(folder: CsvFolder, spec: wire.FileSpec<C>): Source<C> {
  const file = openCsvFile(folder, spec.file, (bytes, signal) => parseTable(spec, bytes, signal));
  return { spec, dir: folder.dir, file };
}

/** The table of a required file. Rejects with a PsaFault when the file is missing or unusable. */
export async function readRequired<C extends wire.Columns>(source: Source<C>, signal: AbortSignal) {
  const table = await source.file.read(signal);
  if (table === null) throw await missingFault(source.dir, source.spec.file);
  return table;
}

/** The table of an optional file: empty when it is missing, empty with a gap when it is unusable; it locks nobody out. */
export async function readOptional<C extends wire.Columns>(source: Source<C>, signal: AbortSignal) {
  try {
    return (await source.file.read(signal)) ?? emptyTable<wire.RowOf<C>>();
  } catch (error) {
    if (!(error instanceof PsaFault)) throw error;
    const table = emptyTable<wire.RowOf<C>>();
    logGap(table.gaps, { place: source.spec.file, message: error.detail }, "anything");
    return table;
  }
}

/** Why a required file has no content: its folder cannot be opened, or it is not in there. */
export async function missingFault(dir: string, file: string): Promise<PsaFault> {
  try {
    await requireFolder(dir);
  } catch (error) {
    if (error instanceof PsaFault) return error;
    throw error;
  }
  return new PsaFault("unavailable", csvText("missing", { file }));
}
