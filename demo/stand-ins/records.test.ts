import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readFirmRecords } from "./records.ts";

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "records-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

test("columns in any order, quoted texts, a byte-order mark and unknown columns are read as the CSV connection reads them", () => {
  const folder = folderWith({ "companies.csv": '\uFEFFname,id,colour\r\n"North, bank",c-1,red\r\n' });
  expect(readFirmRecords(folder).companies).toEqual([{ id: "c-1", name: "North, bank", archived: "", domains: "" }]);
});

test("a file that is not there is a list without rows", () => {
  const records = readFirmRecords(folderWith({}));
  expect(Object.keys(records)).toHaveLength(12);
  expect(Object.values(records).flat()).toEqual([]);
});
