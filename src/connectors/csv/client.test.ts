import { symlink, truncate } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { makeCsvFolder } from "../../../test/contracts/csv-folder.ts";
import { isVersionTrusted, openCsvFile } from "./client.ts";

// Node's own reading, counted and with a hook, so that an edit can fall exactly between the first byte and the last.
const disk = vi.hoisted(() => ({ reads: 0, afterRead: async () => {} }));
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof import("node:fs/promises")>();
  const readFile = async (path: string) => {
    disk.reads++;
    const bytes = await real.readFile(path);
    await disk.afterRead();
    return bytes;
  };
  return { ...real, readFile };
});

beforeEach(() => {
  disk.reads = 0;
  disk.afterRead = async () => {};
});

const signal = new AbortController().signal;

async function makeFile(content: string | Buffer, limits = {}) {
  const { dir, write } = await makeCsvFolder();
  const folder = { dir, fileBytesMax: 1000, quietMs: 10, settleMsMax: 1_500, ...limits };
  if (content !== "") await write("a.csv", content);
  const file = openCsvFile(folder, "a.csv", async (bytes) => bytes.toString().trim());
  return { dir, file, write: (next: string) => write("a.csv", next) };
}

function every(ms: number, action: () => unknown): void {
  const timer = setInterval(action, ms);
  onTestFinished(() => clearInterval(timer));
}

describe("reading", () => {
  test("an unchanged file is read once, and readers at the same moment share that read", async () => {
    const { file } = await makeFile("one\n");
    expect(await Promise.all([file.read(signal), file.read(signal), file.read(signal)])).toEqual(["one", "one", "one"]);
    expect(await file.read(signal)).toBe("one");
    expect(disk.reads).toBe(1);
  });

  test("an edit counts at the next read, also when size stays the same", async () => {
    const { file, write } = await makeFile("one\n");
    expect(await file.read(signal)).toBe("one");
    await write("two\n");
    expect(await file.read(signal)).toBe("two");
  });

  test("a missing file is null", async () => {
    const { file } = await makeFile("");
    expect(await file.read(signal)).toBeNull();
  });

  test("a folder in place of a file is a fault", async () => {
    const { dir, file } = await makeFile("");
    await symlink(dir, join(dir, "a.csv"));
    await expect(file.read(signal)).rejects.toMatchObject({ code: "unavailable" });
  });

  test("a file over the limit is refused without being read", async () => {
    const { dir, file } = await makeFile("one\n");
    await truncate(join(dir, "a.csv"), 1001);
    await expect(file.read(signal)).rejects.toMatchObject({
      code: "invalid_response",
      detail: expect.stringMatching(/a\.csv has 1,001 bytes; at most 1,000 .* Export fewer rows/),
    });
    expect(disk.reads).toBe(0);
  });

  test("a file that is not UTF-8 is refused by the line of its first bad byte, and not read again until it is edited", async () => {
    const { file, write } = await makeFile(Buffer.from("id,name\r\n1,ok é\r\n2,M\xfcller\r\n", "latin1"));
    const fault = {
      code: "invalid_response",
      detail: "a.csv is not UTF-8 (first bad byte in line 2). Save it as 'CSV UTF-8'.",
    };
    await expect(file.read(signal)).rejects.toMatchObject(fault);
    await expect(file.read(signal)).rejects.toMatchObject(fault);
    expect(disk.reads).toBe(1);
    await write("mended");
    expect(await file.read(signal)).toBe("mended");
  });
});

describe("a file that is being written", () => {
  test("is read when its writer has stopped, whole", async () => {
    const { file, write } = await makeFile("x\n", { quietMs: 60 });
    let length = 1;
    every(15, () => length < 10 && write(`${"x".repeat(++length)}\n`));
    expect(await file.read(signal)).toBe("xxxxxxxxxx");
  });

  test("and stops in the middle of a line is given longer to go on", async () => {
    const { file, write } = await makeFile("k-9,c-1", { quietMs: 60 });
    setTimeout(() => write("k-9,c-12\n"), 120);
    expect(await file.read(signal)).toBe("k-9,c-12");
  });

  test("is told from one that merely ends without a line end", async () => {
    const { file } = await makeFile("k-9,c-1");
    expect(await file.read(signal)).toBe("k-9,c-1");
    expect(await file.read(signal)).toBe("k-9,c-1");
    expect(disk.reads).toBeLessThanOrEqual(2);
  });

  test("changed between first and last byte, is read again", async () => {
    const { file, write } = await makeFile("one\n");
    disk.afterRead = async () => {
      disk.afterRead = async () => {};
      await write("three\n");
    };
    expect(await file.read(signal)).toBe("three");
    expect(disk.reads).toBe(2);
  });

  test("is a partial answer when its writer never stops", async () => {
    const { file, write } = await makeFile("x\n", { quietMs: 100, settleMsMax: 200 });
    let length = 1;
    every(10, () => write(`${"x".repeat(++length)}\n`));
    await expect(file.read(signal)).rejects.toMatchObject({ code: "partial" });
  });

  test("is not waited for when the reader leaves; other readers still get it", async () => {
    const { file } = await makeFile("one\n", { quietMs: 200 });
    const leaving = new AbortController();
    const left = file.read(leaving.signal);
    const stayed = file.read(signal);
    leaving.abort(new Error("left"));
    await expect(left).rejects.toThrow("left");
    expect(await stayed).toBe("one");
  });
});

test("a version in whole seconds is not trusted while the file is young", () => {
  expect(isVersionTrusted(5_000_000_000n, 100)).toBe(false);
  expect(isVersionTrusted(5_000_000_000n, 2_001)).toBe(true);
  expect(isVersionTrusted(5_000_000_001n, 100)).toBe(true);
});
