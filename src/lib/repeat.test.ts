import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { repeat } from "./repeat.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const times = { firstAfterMs: 10, everyMs: 100 };

/** Rounds that end when they are told to. */
function rounds() {
  const ends: (() => void)[] = [];
  const signals: AbortSignal[] = [];
  const work = (stopped: AbortSignal) => {
    signals.push(stopped);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  return { ends, signals, work };
}

test("a round begins in its time, and none while another is under way", async () => {
  const { ends, work } = rounds();
  repeat(work, times, () => {});
  await vi.advanceTimersByTimeAsync(9);
  expect(ends.length).toBe(0);
  await vi.advanceTimersByTimeAsync(1 + 5 * 100);
  expect(ends.length).toBe(1);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(100);
  expect(ends.length).toBe(2);
});

test("stopping begins no more, tells the round under way, and idle waits for its end", async () => {
  const { ends, signals, work } = rounds();
  const repeated = repeat(work, times, () => {});
  await vi.advanceTimersByTimeAsync(10 + 2 * 100);
  repeated.stop();
  expect(signals[0]?.aborted).toBe(true);
  let isIdle = false;
  const idle = repeated.idle().then(() => {
    isIdle = true;
  });
  await vi.advanceTimersByTimeAsync(1_000);
  expect({ isIdle, begun: ends.length }).toEqual({ isIdle: false, begun: 1 });
  ends[0]?.();
  await idle;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ends.length).toBe(1);
});

test("a round that fails is told, and the next one comes", async () => {
  const told: unknown[] = [];
  const fault = new Error("the storage is gone");
  let begun = 0;
  const work = async () => {
    begun++;
    throw fault;
  };
  repeat(work, times, (err) => told.push(err));
  await vi.advanceTimersByTimeAsync(110);
  expect({ begun, told }).toEqual({ begun: 2, told: [fault, fault] });
});

test("idle before the first round has nothing to wait for", async () => {
  await expect(repeat(rounds().work, times, () => {}).idle()).resolves.toBeUndefined();
});
