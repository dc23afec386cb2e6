import fc from "fast-check";
import { expect, test } from "vitest";
import { sumMoney } from "./sum-money.ts";

const usd = (amount: string) => ({ amount, currency: "USD" });

test("amounts are added up to the cent, each currency by itself", () => {
  const sums = sumMoney([usd("0.10"), usd("0.2"), { amount: "5", currency: "EUR" }, usd("1000000000000.00")]);
  expect(sums).toEqual([{ amount: "5", currency: "EUR" }, usd("1000000000000.30")]);
});

test("what is owed and what was paid may leave nothing, or less", () => {
  expect(sumMoney([usd("12.50"), usd("-12.50")])).toEqual([usd("0.00")]);
  expect(sumMoney([usd("0.05"), usd("-1")])).toEqual([usd("-0.95")]);
  expect(sumMoney([])).toEqual([]);
});

test("whole cents come out as integer arithmetic has them", () => {
  const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const text = (value: number) => `${value < 0 ? "-" : ""}${(Math.abs(value) / 100).toFixed(2)}`;
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1 }), (values) => {
      const [sum] = sumMoney(values.map((value) => usd(text(value))));
      expect(Number(sum?.amount).toFixed(2)).toBe(
        (values.reduce((a, b) => a + b, 0) / 100).toFixed(2).replace("-0.00", "0.00"),
      );
    }),
  );
});
