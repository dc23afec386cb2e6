import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export type CsvFolder = {
  dir: string;
  write(name: string, content: string | Buffer): Promise<void>;
  remove(name: string): Promise<void>;
};

/** A folder of its own for one test, with a heading and no row in every required file unless the test gives content. */
export async function makeCsvFolder(files: Record<string, string | Buffer> = {}): Promise<CsvFolder> {
  const dir = await mkdtemp(join(tmpdir(), "prolens-csv-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const write = (name: string, content: string | Buffer) => writeFile(join(dir, name), content);
  const remove = (name: string) => rm(join(dir, name), { recursive: true });
  for (const [name, content] of Object.entries({ ...headers, ...files })) await write(name, content);
  return { dir, write, remove };
}

const headers = {
  "companies.csv": "id,name,archived,domains\n",
  "contacts.csv": "id,email,name,company_id,title,phone,archived\n",
  "projects.csv": "id,name,company_id,status\n",
};

/** RFC 4180 text of rows that all have the columns of the first one. */
export function toCsv(rows: Record<string, string>[], lineEnd = "\n"): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))];
  return lines.map((cells) => cells.map(quote).join(",") + lineEnd).join("");
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
