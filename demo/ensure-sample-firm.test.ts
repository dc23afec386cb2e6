import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addDays } from "../src/domain/calendar-date.ts";
import { ensureSampleFirm, sampleFirmFiles, writeSampleFirm } from "./sample-firm.ts";
import { day } from "./testing/parsed-firm.ts";

const today = day("2026-11-25");
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "sample-firm-"));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

async function filesIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith("."));
  return Object.fromEntries(await Promise.all(names.map(async (n) => [n, await readFile(join(folder, n), "utf8")])));
}

describe("ensureSampleFirm", () => {
  it("writes all files and nothing else where there is no firm, even where there is no folder", async () => {
    const folder = join(dir, "deeper", "down");
    expect(await ensureSampleFirm(folder, today)).toBe("written");
    expect(await filesIn(folder)).toEqual(sampleFirmFiles(today));
    const manifest = JSON.parse(await readFile(join(folder, ".written.json"), "utf8"));
    expect(manifest.writtenFor).toBe(today);
    expect(Object.keys(manifest.files).sort()).toEqual(Object.keys(sampleFirmFiles(today)).sort());
  });

  it("keeps an untouched firm for a week, then refreshes it", async () => {
    await writeSampleFirm(dir, today);
    expect(await ensureSampleFirm(dir, addDays(today, 7))).toBe("kept");
    expect(await filesIn(dir)).toEqual(sampleFirmFiles(today));
    expect(await ensureSampleFirm(dir, addDays(today, 8))).toBe("refreshed");
    expect(await filesIn(dir)).toEqual(sampleFirmFiles(addDays(today, 8)));
    expect(await ensureSampleFirm(dir, addDays(today, 8))).toBe("kept");
  });

  it("does not wind a firm back when the clock does", async () => {
    await writeSampleFirm(dir, today);
    expect(await ensureSampleFirm(dir, addDays(today, -300))).toBe("kept");
  });

  it.each(Object.keys(sampleFirmFiles(today)))("never overwrites an edit of %s, however old", async (name) => {
    await writeSampleFirm(dir, today);
    await writeFile(join(dir, name), `${sampleFirmFiles(today)[name]} `);
    const edited = await filesIn(dir);
    expect(await ensureSampleFirm(dir, addDays(today, 400))).toBe("kept");
    expect(await filesIn(dir)).toEqual(edited);
  });

  it("takes a removed file for an edit: a PSA that does not supply something", async () => {
    await writeSampleFirm(dir, today);
    await rm(join(dir, "tasks.csv"));
    expect(await ensureSampleFirm(dir, addDays(today, 400))).toBe("kept");
    expect(Object.keys(await filesIn(dir))).not.toContain("tasks.csv");
  });

  it.each(["{}", "not json", "null", '{"writtenFor":"someday","files":{}}'])(
    "keeps a firm whose manifest is unreadable (%s): it may be somebody's own",
    async (text) => {
      await writeSampleFirm(dir, today);
      await writeFile(join(dir, ".written.json"), text);
      expect(await ensureSampleFirm(dir, addDays(today, 400))).toBe("kept");
    },
  );

  it("keeps somebody's own files, with or without companies.csv among them", async () => {
    await writeFile(join(dir, "contacts.csv"), "id,email,name\n");
    expect(await ensureSampleFirm(dir, today)).toBe("kept");
    await writeFile(join(dir, "companies.csv"), "id,name\n");
    expect(await ensureSampleFirm(dir, today)).toBe("kept");
    expect((await filesIn(dir))["contacts.csv"]).toBe("id,email,name\n");
  });

  it("writes again when only companies.csv was removed and nothing else was touched", async () => {
    await writeSampleFirm(dir, today);
    await rm(join(dir, "companies.csv"));
    expect(await ensureSampleFirm(dir, addDays(today, 1))).toBe("written");
    expect(await filesIn(dir)).toEqual(sampleFirmFiles(addDays(today, 1)));
  });

  it("finishes a refresh that stopped half-way", async () => {
    const later = addDays(today, 30);
    await writeSampleFirm(dir, today);
    const before = JSON.parse(await readFile(join(dir, ".written.json"), "utf8"));
    await writeSampleFirm(dir, later);
    const after = JSON.parse(await readFile(join(dir, ".written.json"), "utf8"));
    await writeFile(join(dir, ".written.json"), JSON.stringify({ ...after, replaced: before.files }));
    await writeFile(join(dir, "projects.csv"), sampleFirmFiles(today)["projects.csv"] ?? "");
    expect(await ensureSampleFirm(dir, later)).toBe("refreshed");
    expect(await filesIn(dir)).toEqual(sampleFirmFiles(later));
  });

  it("lets somebody bring their own version back after it was overwritten on purpose", async () => {
    await writeSampleFirm(dir, today);
    const own = `${sampleFirmFiles(today)["contacts.csv"]}k-99,new@acme.example,New,c-12,,,false\n`;
    await writeFile(join(dir, "contacts.csv"), own);
    await writeSampleFirm(dir, today);
    await writeFile(join(dir, "contacts.csv"), own);
    expect(await ensureSampleFirm(dir, addDays(today, 30))).toBe("kept");
    expect((await filesIn(dir))["contacts.csv"]).toBe(own);
  });
});
