import fc from "fast-check";
import { expect, test } from "vitest";
import { allPairs, type Factors, pairwise } from "./pairwise.ts";

const factors: fc.Arbitrary<Factors> = fc.dictionary(
  fc.constantFrom("a", "b", "c", "d", "e", "f"),
  fc.uniqueArray(fc.constantFrom("1", "2", "3", "4"), { minLength: 1 }),
  { minKeys: 2 },
);

test("every two values meet in a row, and every row has one value of each factor", () => {
  fc.assert(
    fc.property(factors, (given) => {
      const rows = pairwise(given);
      for (const row of rows) {
        expect(Object.keys(row).sort()).toEqual(Object.keys(given).sort());
        for (const [factor, value] of Object.entries(row)) expect(given[factor]).toContain(value);
      }
      const missing = allPairs(given).filter(
        ([one, other]) => !rows.some((row) => row[one.factor] === one.value && row[other.factor] === other.value),
      );
      expect(missing).toEqual([]);
    }),
  );
});

test("it takes far fewer rows than all combinations", () => {
  const twelve = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`f${index}`, ["1", "2", "3", "4"]]));
  expect(pairwise(twelve).length).toBeLessThan(80);
});
