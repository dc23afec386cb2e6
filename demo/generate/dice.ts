import { invariant } from "../../src/lib/invariant.ts";

/** Chance that repeats: the same seed gives the same throws on every machine. */
export type Dice = {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
};

/** Makes dice from a seed text, so that a change in one project leaves the chance of every other one alone. */
export function diceFrom(seed: string): Dice {
  let state = hash(seed);
  function between(low: number, high: number): number {
    state = (state + 0x6d2b79f5) | 0;
    return low + (scramble(state) % (high - low + 1));
  }
  return {
    between,
    pick(list) {
      const item = list[between(0, list.length - 1)];
      invariant(item !== undefined, "dice need something to pick from");
      return item;
    },
  };
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value | 0;
}

/** The output step of mulberry32: whole-number arithmetic only, so that no machine rounds differently. */
function scramble(state: number): number {
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return (t ^ (t >>> 14)) >>> 0;
}
