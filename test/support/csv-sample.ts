// Small CSV folders for tests. Files are written whole and renamed into place, as a careful exporter does.
import { randomUUID } from "node:crypto";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type CsvRows = Record<string, string>[];

/** A temporary folder; `write` replaces one file, `remove` deletes one. */
export async function createCsvDir() {
  const dir = await mkdtemp(join(tmpdir(), "prolens-csv-"));
  return {
    dir,
    write: (name: string, rows: CsvRows) => writeFileWhole(join(dir, name), toCsv(rows)),
    writeText: (name: string, text: string | Buffer) => writeFileWhole(join(dir, name), text),
    remove: (name: string) => rm(join(dir, name)),
    drop: () => rm(dir, { recursive: true, force: true }),
  };
}

export type CsvDir = Awaited<ReturnType<typeof createCsvDir>>;

function toCsv(rows: CsvRows): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${[names.join(","), ...rows.map((row) => names.map((name) => cell(row[name] ?? "")).join(","))].join("\n")}\n`;
}

async function writeFileWhole(path: string, content: string | Buffer): Promise<void> {
  const beside = `${path}.${randomUUID()}.tmp`;
  await writeFile(beside, content);
  await rename(beside, path);
}
