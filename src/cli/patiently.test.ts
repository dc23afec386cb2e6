import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { patiently } from "./patiently.ts";

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  vi.useFakeTimers();
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test("what takes long says on stderr, every few seconds, how far it is, and nothing after its end", async () => {
  const psa: { progress: { read: number; of: number } | null } = { progress: null };
  const { promise, resolve } = Promise.withResolvers<string>();
  const done = patiently(psa, () => promise);
  await vi.advanceTimersByTimeAsync(5_000);
  psa.progress = { read: 12_400, of: 67_000 };
  await vi.advanceTimersByTimeAsync(5_000);
  resolve("read");
  expect(await done).toBe("read");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toEqual(["reading the PSA\n", "reading the PSA: 12,400 of about 67,000 records\n"]);
});

test("what is soon over, or fails, says nothing of it", async () => {
  expect(await patiently({ progress: null }, async () => "read")).toBe("read");
  await expect(patiently({ progress: null }, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said).toEqual([]);
});
