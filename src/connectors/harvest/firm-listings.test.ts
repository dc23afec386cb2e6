import { expect, onTestFinished, test, vi } from "vitest";
import { TestClock } from "../../../test/support/test-clock.ts";
import { PsaFault } from "../errors.ts";
import type { Call } from "../port.ts";
import type { HarvestClient } from "./client.ts";
import { FirmListings } from "./firm-listings.ts";
import { userAssignments, users } from "./wire.ts";

const page: Call = { signal: new AbortController().signal, isUrgent: true };

/** An account with so many rows in each listing; each answer names itself by its id. */
function account({ rows = 3 }: { rows?: number } = {}) {
  const asked: string[] = [];
  const clock = new TestClock();
  const state: { rows: number; wait: Promise<void> | null } = { rows, wait: null };
  const calls: Call[] = [];
  const listUpTo: HarvestClient["listUpTo"] = async (rowsMax, { path }, params, call) => {
    calls.push(call);
    asked.push([path, ...Object.values(params)].join(" "));
    const found = Array.from({ length: state.rows }, (_, at) => ({ id: `${asked.length}-${at}` }) as never);
    await state.wait;
    return found.length > rowsMax ? null : { rows: found, gaps: [], readAt: null };
  };
  const listings = new FirmListings({ listUpTo } as unknown as HarvestClient, clock);
  const list = (
    call = page,
    { rowsMax = 10, kind = users as typeof userAssignments | typeof users, params = {} } = {},
  ) => listings.forReading().listUpTo(rowsMax, kind as typeof users, params, call);
  return { asked, calls, clock, state, listings, list };
}

test("one listing is asked for once by all who come within a minute, one after the other or at the same moment", async () => {
  const { asked, clock, list } = account();
  const answers = await Promise.all([list(), list(), list()]);
  clock.advance(59_000);
  answers.push(await list());
  expect(new Set(answers.map((answer) => answer?.rows[0]?.id))).toEqual(new Set(["1-0"]));
  clock.advance(1_000);
  expect((await list())?.rows[0]?.id).toBe("2-0");
  expect(asked).toEqual(["users", "users"]);
});

test("each listing by itself, and each stretch of days", async () => {
  const { asked, list } = account();
  await list();
  await list(page, { kind: userAssignments });
  await list(page, { params: { from: "2026-03-01" } });
  await list(page, { params: { from: "2026-03-02" } });
  expect(asked).toEqual(["users", "user_assignments", "users 2026-03-01", "users 2026-03-02"]);
});

test("a reading is as old as the oldest listing in it", async () => {
  const { clock, listings, list } = account();
  const begun = clock.now();
  await list();
  clock.advance(30_000);
  const reading = listings.forReading();
  expect(reading.oldest(clock.now())).toEqual(clock.now());
  await reading.listUpTo(10, userAssignments, {}, page);
  await reading.listUpTo(10, users, {}, page);
  expect(reading.oldest(clock.now())).toEqual(begun);
});

test("that there are too many is remembered; a longer listing is asked for, and then serves for the shorter one", async () => {
  const { asked, list } = account({ rows: 5 });
  expect(await list(page, { rowsMax: 4 })).toBeNull();
  expect(await list(page, { rowsMax: 3 })).toBeNull();
  expect(asked).toHaveLength(1);
  expect((await list(page, { rowsMax: 9 }))?.rows).toHaveLength(5);
  expect(await list(page, { rowsMax: 4 })).toBeNull();
  expect((await list(page, { rowsMax: 5 }))?.rows).toHaveLength(5);
  expect(asked).toHaveLength(2);
});

test("a page waits for no background work", async () => {
  const { asked, state, list } = account();
  const { promise, resolve } = Promise.withResolvers<void>();
  state.wait = promise;
  const behind = list({ ...page, isUrgent: false });
  state.wait = null;
  expect((await list())?.rows[0]?.id).toBe("2-0");
  resolve();
  await behind;
  expect(asked).toHaveLength(2);
});

test("what is read behind pages goes first when a page waits for any that share it, and what holds it back is told to each", async () => {
  const { calls, state, list } = account();
  const { promise, resolve } = Promise.withResolvers<void>();
  state.wait = promise;
  const told: string[] = [];
  let isAwaited = false;
  const behind = (name: string) => ({ ...page, isUrgent: false, onHeld: () => void told.push(name) });
  const both = [list(behind("nobody's")), list({ ...behind("a page's"), isAwaited: () => isAwaited })];
  expect([calls.length, calls[0]?.isAwaited?.()]).toEqual([1, false]);
  isAwaited = true;
  expect(calls[0]?.isAwaited?.()).toBe(true);
  calls[0]?.onHeld?.(new PsaFault("rate_limited", "our own share is used up"));
  expect(told).toEqual(["nobody's", "a page's"]);
  resolve();
  await Promise.all(both);
});

test("what leaves most of the calls to others is not waited for by who need not", async () => {
  const { asked, list } = account();
  await Promise.all([true, false].map((isSecond) => list({ ...page, isUrgent: false, isSecond })));
  expect(asked).toHaveLength(2);
});

test("who began it and left takes nothing from who waits for it; a failure is everybody's, and is not kept", async () => {
  const { asked, state, list } = account();
  const left = new AbortController();
  const { promise, reject } = Promise.withResolvers<void>();
  state.wait = promise;
  const first = list({ ...page, signal: left.signal });
  const second = list();
  state.wait = null;
  left.abort();
  reject(new Error("given up"));
  await expect(first).rejects.toThrow("given up");
  expect((await second)?.rows[0]?.id).toBe("2-0");
  const other = account();
  other.state.wait = Promise.reject(new Error("refused"));
  const both = await Promise.allSettled([other.list(), other.list()]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  other.state.wait = null;
  await other.list();
  expect([asked.length, other.asked.length]).toEqual([2, 2]);
});

test("a clock that is set back makes nothing last, and after a minute nothing is held", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const { asked, clock, list } = account();
  await list();
  clock.advance(-1);
  await list();
  expect(asked).toHaveLength(2);
  vi.advanceTimersByTime(60_000);
  await list();
  expect(asked).toHaveLength(3);
});
