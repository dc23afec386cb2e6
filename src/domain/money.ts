/** An amount in a currency's major unit, kept as a decimal text (`"1234.50"`) so that no cent is lost; `currency` is ISO 4217. */
export type Money = { amount: string; currency: string };
