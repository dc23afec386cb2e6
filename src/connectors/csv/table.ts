// One file version, parsed and indexed: rows by the keys they are looked up with, and what could not be understood.
import { csvText } from "../../domain/psa-texts/csv-words.ts";
import { PsaFault } from "../errors.ts";
import type { Gap } from "../port.ts";
import { createGapLog, type GapLog, gapsHiding, type Hides, logGap, placeOf } from "./gaps.ts";
import { scanRecords } from "./text.ts";
import type { Columns, FileSpec, RowOf } from "./wire.ts";

export type Table<Row> = { count: number; rows: Row[]; byKey: Map<string, Row[]>; gaps: GapLog };

type Seen = { line: number; keys: readonly string[] };
type Field<C> = { name: keyof C & string; index: number };
type Build<C extends Columns> = {
  spec: FileSpec<C>;
  table: Table<RowOf<C>>;
  seen: Map<string, Seen>;
  header: { cells: number; fields: Field<C>[] } | null;
};

const NO_KEYS: readonly string[] = [];

/** What stands for an optional file that is not there: no rows, and no gaps. */
export function emptyTable<Row>(): Table<Row> {
  return { count: 0, rows: [], byKey: new Map(), gaps: createGapLog() };
}

/** Parses a whole file. Rejects with a PsaFault when it has no header row or lacks a required column. */
export async function parseTable<C extends Columns>(
  spec: FileSpec<C>,
  bytes: Buffer,
  signal: AbortSignal,
): Promise<Table<RowOf<C>>> {
  const build: Build<C> = { spec, table: emptyTable(), seen: new Map(), header: null };
  await scanRecords(bytes, sinkOf(build), signal);
  if (build.header === null) throw headerFault(spec, "empty");
  return build.table;
}

/** The rows of these keys, and the gaps that could hide another one. */
export function lookUp<Row>(table: Table<Row>, keys: readonly string[]): { rows: Row[]; gaps: Gap[] } {
  const rows = new Set(keys.flatMap((key) => table.byKey.get(key) ?? []));
  return { rows: [...rows], gaps: gapsHiding(table.gaps, keys) };
}

function sinkOf<C extends Columns>(build: Build<C>): Parameters<typeof scanRecords>[1] {
  const { spec, table } = build;
  const lost = (line: number, message: string) => {
    if (build.header === null) throw headerFault(spec, "bad_header");
    logGap(table.gaps, { place: placeOf(spec.file, line), message }, "anything");
  };
  return {
    record(cells, line) {
      if (cells.every((cell) => cell.trim() === "")) return;
      if (build.header === null) build.header = readHeader(spec, cells);
      else if (cells.length === build.header.cells) addRow(build, cells, line);
      else lost(line, csvText("cell_count", { cells: cells.length, count: build.header.cells }));
    },
    damaged: (line) => lost(line, csvText("stray_quote")),
    cut: (line) => lost(line, csvText("unclosed")),
  };
}

function headerFault({ file }: { file: string }, problem: "empty" | "bad_header"): PsaFault {
  return new PsaFault("invalid_response", csvText(problem, { file }));
}

function readHeader<C extends Columns>(spec: FileSpec<C>, cells: string[]): Build<C>["header"] {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const fields = Object.keys(spec.columns).map((name) => {
    const index = names.indexOf(name);
    if (index !== names.lastIndexOf(name)) throw columnFault(spec.file, name, "column_twice");
    if (index < 0 && spec.columns[name]?.isRequired) throw columnFault(spec.file, name, noColumn(names));
    return { name, index };
  });
  return { cells: cells.length, fields };
}

type ColumnProblem = "column_twice" | "no_column" | "no_commas";

function columnFault(file: string, column: string, problem: ColumnProblem): PsaFault {
  return new PsaFault("invalid_response", csvText(problem, { file, column }));
}

function noColumn(names: string[]): ColumnProblem {
  const isOtherSeparator = names.length === 1 && /[;\t]/.test(names[0] ?? "");
  return isOtherSeparator ? "no_commas" : "no_column";
}

function addRow<C extends Columns>(build: Build<C>, cells: string[], line: number): void {
  const { spec, table } = build;
  const row = readRow(build, cells, line);
  if (row === null) return;
  const keys = spec.keysOf?.(row) ?? NO_KEYS;
  if (isRefusedDuplicate(build, row, keys)) return;
  for (const { column, message } of spec.review?.(row) ?? []) {
    logGap(table.gaps, { place: placeOf(spec.file, line, column), message }, "nothing");
  }
  table.count++;
  if (!spec.keysOf) return;
  table.rows.push(row);
  for (const key of keys) {
    const rows = table.byKey.get(key);
    if (rows) rows.push(row);
    else table.byKey.set(key, [row]);
  }
}

/** The parsed row, or null when a cell that it cannot do without is empty or unreadable. */
function readRow<C extends Columns>(build: Build<C>, cells: string[], line: number): RowOf<C> | null {
  const values: Record<string, unknown> = { line };
  const problems: { column: string; message: string; isLoss: boolean }[] = [];
  for (const { name, index } of build.header?.fields ?? []) {
    const column = build.spec.columns[name];
    if (!column) continue;
    const text = cells[index]?.trim() ?? "";
    const read = text === "" ? column.empty : column.read(text);
    values[name] = read === undefined && text !== "" ? column.bad : read;
    if (read !== undefined) continue;
    const isLoss = values[name] === undefined;
    problems.push({ column: name, message: cellMessage(text, column.expected, isLoss), isLoss });
  }
  const row = values as RowOf<C>;
  const isLost = problems.some((problem) => problem.isLoss);
  for (const { column, message, isLoss } of problems) {
    const hides: Hides = isLoss ? (build.spec.keysOf?.(row) ?? "anything") : "nothing";
    logGap(build.table.gaps, { place: placeOf(build.spec.file, line, column), message }, hides);
  }
  return isLost ? null : row;
}

function cellMessage(text: string, expected: string, isLoss: boolean): string {
  if (!isLoss) return csvText("bad_cell", { expected });
  return csvText(text === "" ? "empty_lost" : "bad_lost", { expected });
}

/** Notes a second row of the same id; true when only the first one counts. */
function isRefusedDuplicate<C extends Columns>(build: Build<C>, row: RowOf<C>, keys: readonly string[]): boolean {
  const id = "id" in row && typeof row.id === "string" ? row.id : null;
  if (id === null) return false;
  const first = build.seen.get(id);
  if (!first) {
    build.seen.set(id, { line: row.line, keys });
    return false;
  }
  const isRefused = !build.spec.keepsDuplicates;
  const place = placeOf(build.spec.file, row.line, "id");
  const message = csvText(isRefused ? "id_again_lost" : "id_again", { line: first.line });
  // Under the first row's own keys nothing is missing; under others this row would be.
  const hidden = isRefused ? keys.filter((key) => !first.keys.includes(key)) : [];
  logGap(build.table.gaps, { place, message }, hidden.length > 0 ? hidden : "nothing");
  return isRefused;
}
