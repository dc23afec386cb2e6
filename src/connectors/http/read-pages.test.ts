import { expect, test } from "vitest";
import { PsaFault } from "../errors.ts";
import { type Page, readPages, readPagesUpTo, telling } from "./read-pages.ts";

const first = new URL("https://psa.example/people?page=1");

/** A listing whose pages lead on as told; what is asked beyond them fails. */
function listing(pages: Record<string, Page<string>>) {
  const asked: string[] = [];
  const read = async (url: URL) => {
    asked.push(url.href);
    const page = pages[url.searchParams.get("page") ?? ""];
    if (!page) throw new PsaFault("unavailable", "no such page");
    return page;
  };
  return { asked, read };
}

test("the rows of all pages come in their order", async () => {
  const { asked, read } = listing({
    "1": { rows: ["a", "b"], next: "https://psa.example/people?page=2" },
    "2": { rows: ["c"], next: "/people?page=3" },
    "3": { rows: [], next: null },
  });
  expect(await readPages(first, read)).toEqual(["a", "b", "c"]);
  expect(asked).toHaveLength(3);
});

test("a page that fails fails the whole reading", async () => {
  const { read } = listing({ "1": { rows: ["a"], next: "/people?page=2" } });
  await expect(readPages(first, read)).rejects.toMatchObject({ code: "unavailable" });
});

test.each([
  ["back to a page that was read", "/people?page=1"],
  ["to itself", "https://psa.example/people?page=1"],
])("a listing that leads %s is no answer", async (_, next) => {
  const { read } = listing({ "1": { rows: ["a"], next } });
  await expect(readPages(first, read)).rejects.toMatchObject({ code: "partial" });
});

test("a listing that never ends is given up", async () => {
  let count = 0;
  const endless = async () => {
    count += 1;
    return { rows: ["a"], next: `/people?page=${count + 1}` };
  };
  await expect(readPages(first, endless)).rejects.toMatchObject({ code: "partial" });
  expect(count).toBeLessThan(1_000);
});

test.each(["https://elsewhere.example/people?page=2", "http://psa.example/people?page=2", "https://:bad", "data:,x"])(
  "the credential never follows a link to %s",
  async (next) => {
    const { asked, read } = listing({ "1": { rows: ["a"], next } });
    await expect(readPages(first, read)).rejects.toMatchObject({ code: "invalid_response" });
    expect(asked).toEqual([first.href]);
  },
);

test.each([
  ["that says how long it is: after one page", 5, 1],
  ["that does not say it: once more have come", null, 2],
])("a listing that is longer than it may be is left, %s", async (_, total, pages) => {
  const { asked, read } = listing({
    "1": { rows: ["a", "b"], next: "/people?page=2", total },
    "2": { rows: ["c", "d"], next: "/people?page=3", total },
  });
  expect(await readPagesUpTo(3, first, read)).toBeNull();
  expect(asked).toHaveLength(pages);
});

test("a page may have more rows than a function takes arguments", async () => {
  const { read } = listing({ "1": { rows: Array(300_000).fill("a"), next: null } });
  expect(await readPages(first, read)).toHaveLength(300_000);
});

test("whoever asks is told of a listing before it is counted, then how far it is, and that no more comes where it fails", async () => {
  const said: unknown[] = [];
  const onProgress = (_: string, progress: unknown) => said.push(progress);
  const { read } = listing({ "1": { rows: ["a", "b"], next: "/people?page=2", total: 3 } });
  await expect(readPages(first, telling({ onProgress }, read))).rejects.toMatchObject({ code: "unavailable" });
  expect(said).toEqual([
    { read: 0, of: null },
    { read: 2, of: 3 },
    { read: 2, of: 2 },
  ]);
});

test("a listing whose rows nobody counts is counted at its end", async () => {
  const said: unknown[] = [];
  const onProgress = (_: string, progress: unknown) => said.push(progress);
  const { read } = listing({ "1": { rows: ["a"], next: "/people?page=2" }, "2": { rows: ["b"], next: null } });
  await readPages(first, telling({ onProgress }, read));
  expect(said.slice(1)).toEqual([
    { read: 1, of: null },
    { read: 2, of: 2 },
  ]);
});
