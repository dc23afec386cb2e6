// How far the listings are together: a total is said once, and does not grow by what was not counted yet.
import { expect, test } from "vitest";
import { createMemoryConnector, noRecords } from "../../test/support/memory-psa.ts";
import { TestClock } from "../../test/support/test-clock.ts";
import type { Call } from "../connectors/port.ts";
import { Listings } from "./listings.ts";

test("no total is said before every collection of every listing is counted", async () => {
  const calls = new Map<string, Call>();
  const waiting = new Map<string, () => void>();
  const clock = new TestClock();
  const connector = createMemoryConnector(() => noRecords, clock);
  const listings = new Listings({
    connector: {
      ...connector,
      listDirectory: (call) => {
        calls.set("directory", call);
        return new Promise(() => {});
      },
      listProjects: (call) => {
        calls.set("projects", call);
        return new Promise(() => {});
      },
    },
    clock,
    waitMs: 1,
    inBackground: () => {},
    // Each waits for its turn.
    ask: async (question, read) => {
      await new Promise<void>((go) => waiting.set(question, go));
      return read({ signal: new AbortController().signal, isUrgent: false });
    },
  });
  const go = async (question: string) => {
    waiting.get(question)?.();
    await new Promise((done) => setImmediate(done));
  };
  const tell = (listing: string, collection: string, read: number, of: number | null) =>
    calls.get(listing)?.onProgress?.(collection, { read, of });
  void listings.everything.whole();
  await go("list_directory");
  tell("directory", "people", 0, null);
  tell("directory", "companies", 0, null);
  tell("directory", "people", 200, 5_000);
  expect(listings.progress).toEqual({ read: 200, of: null });
  tell("directory", "companies", 200, 2_000);
  expect(listings.progress).toEqual({ read: 400, of: null });
  await go("list_projects");
  tell("projects", "projects", 0, null);
  expect(listings.progress).toEqual({ read: 400, of: null });
  tell("projects", "projects", 200, 60_000);
  expect(listings.progress).toEqual({ read: 600, of: 67_000 });
});
