import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceOf, type Piece } from "./difference.ts";

const marked = (pieces: Piece[]) => pieces.map(({ text, isDifferent }) => (isDifferent ? `[${text}]` : text)).join("");

test.each([
  ["jane.doe@acme.example", "jane@acme.example", "jane[.doe]@acme.example", "jane@acme.example"],
  ["jane@acme.example", "jane@acme.example", "jane@acme.example", "jane@acme.example"],
  ["jane@acme.exmaple", "", "[jane@acme.exmaple]", ""],
  ["søren@a.example", "soren@a.example", "s[ø]ren@a.example", "s[o]ren@a.example"],
])("the letters that tell %s from %s are marked", (one, other, first, second) => {
  const difference = differenceOf(one, other);
  expect([marked(difference.one), marked(difference.other)]).toEqual([first, second]);
});

test("no letter is lost or added, and what is not marked is the same on both sides", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (one, other) => {
      const difference = differenceOf(one, other);
      const all = (pieces: Piece[]) => pieces.map(({ text }) => text).join("");
      const same = (pieces: Piece[]) => all(pieces.filter(({ isDifferent }) => !isDifferent));
      expect([all(difference.one), all(difference.other)]).toEqual([one, other]);
      expect(same(difference.one)).toBe(same(difference.other));
    }),
  );
});
