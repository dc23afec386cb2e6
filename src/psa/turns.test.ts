import { expect, test } from "vitest";
import { TestClock } from "../../test/support/test-clock.ts";
import { harvestBudgets } from "../connectors/harvest/adapter.ts";
import type { Email } from "../domain/email.ts";
import { Turns } from "./turns.ts";

const jane = "jane@acme.example" as Email;
const CALLS_OF_A_LOAD = 2;
const CALLS_OF_A_FIRST_LOAD = 9;

test("some questions about a person go at once, the next waits, and another person's does not", () => {
  const turns = new Turns(new TestClock());
  for (let taken = 0; taken < 3; taken++) {
    expect(turns.awayMs(jane)).toBe(0);
    turns.take(jane);
  }
  expect(turns.awayMs(jane)).toBe(1_500);
  expect(turns.awayMs("raul@birch.example" as Email)).toBe(0);
});

test("whoever reloads without end leaves others of their firm a first load in every window", () => {
  const clock = new TestClock();
  const turns = new Turns(clock);
  const begun = clock.now().getTime();
  const taken: number[] = [];
  while (taken.length < 200) {
    clock.advance(turns.awayMs(jane));
    turns.take(jane);
    taken.push(clock.now().getTime() - begun);
  }
  const [own] = harvestBudgets;
  const { calls = 0, windowMs = 0 } = own ?? {};
  const inWindow = taken.map((from) => taken.filter((at) => at >= from && at < from + windowMs).length);
  expect(Math.max(...inWindow) * CALLS_OF_A_LOAD).toBeLessThanOrEqual(calls - CALLS_OF_A_FIRST_LOAD);
});

test("a clock that is set back keeps nobody waiting longer than for one turn", () => {
  const clock = new TestClock();
  const turns = new Turns(clock);
  for (let taken = 0; taken < 5; taken++) turns.take(jane);
  clock.advance(-3_600_000);
  expect(turns.awayMs(jane)).toBe(1_500);
});

test("who leaves while they wait is let go at once, with their own reason", async () => {
  const turns = new Turns(new TestClock());
  for (let taken = 0; taken < 3; taken++) turns.take(jane);
  const left = new AbortController();
  const waiting = turns.next(jane, left.signal);
  left.abort(new Error("gone"));
  await expect(waiting).rejects.toThrow("gone");
});
