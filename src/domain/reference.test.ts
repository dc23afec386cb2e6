import fc from "fast-check";
import { expect, test } from "vitest";
import { makeReference, parseReference } from "./reference.ts";

const digit = fc.integer({ min: 0, max: 31 });
const digits = fc.tuple(digit, digit, digit, digit, digit);

test("every reference is read back, however it was typed", () => {
  fc.assert(
    fc.property(digits, (drawn) => {
      const reference = makeReference(drawn);
      expect(parseReference(reference)).toBe(reference);
      expect(parseReference(` ${reference.toLowerCase().replaceAll("-", " ")} `)).toBe(reference);
      expect(parseReference(reference.replaceAll("0", "O").replaceAll("1", "l"))).toBe(reference);
    }),
  );
});

test("the example that texts give is one", () => {
  expect(parseReference("pl 7k3m 9q")).toBe("PL-7K3M-9Q");
});

test("one wrong character is always noticed", () => {
  fc.assert(
    fc.property(digits, fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 31 }), (drawn, place, shift) => {
      const wrong = [...drawn] as typeof drawn;
      wrong[place] = ((wrong[place] ?? 0) + shift) % 32;
      const check = makeReference(drawn).slice(-1);
      expect(parseReference(makeReference(wrong).slice(0, -1) + check)).toBeNull();
    }),
  );
});

test.each(["", "PL", "PL-7K3M", "XX-7K3M-9Q", "PL-7K3M-9QQ", "PL-7K3M-9!"])("%j is no reference", (text) => {
  expect(parseReference(text)).toBeNull();
});
