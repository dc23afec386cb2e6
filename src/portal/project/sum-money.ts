import type { Money } from "../../domain/money.ts";

/** One sum for each currency, in their order. Exact to the smallest part that any amount has. */
export function sumMoney(amounts: readonly Money[]): Money[] {
  const currencies = [...new Set(amounts.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const own = amounts.filter((money) => money.currency === currency);
    const places = Math.max(0, ...own.map(({ amount }) => amount.split(".")[1]?.length ?? 0));
    const sum = own.reduce((total, { amount }) => total + scaled(amount, places), 0n);
    return { amount: unscaled(sum, places), currency };
  });
}

function scaled(amount: string, places: number): bigint {
  const [whole = "0", fraction = ""] = amount.split(".");
  return BigInt(`${whole}${fraction.padEnd(places, "0")}`);
}

function unscaled(sum: bigint, places: number): string {
  const sign = sum < 0n ? "-" : "";
  const digits = String(sum < 0n ? -sum : sum).padStart(places + 1, "0");
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
