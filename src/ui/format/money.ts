import { listFormatter, numberFormatter } from "./formatters.ts";

/**
 * An amount with its currency, to the last cent: the decimal text is formatted as it is and never becomes a float.
 * Text that is no number is shown unchanged beside its currency rather than guessed at.
 */
export function formatMoney(money: { amount: string; currency: string }, locale: string): string {
  const { amount, currency } = money;
  if (!isDecimal(amount)) return `${amount} ${currency}`.trim();
  if (!/^[A-Za-z]{3}$/.test(currency)) return `${numberFormatter(locale, {}).format(amount)} ${currency}`.trim();
  return numberFormatter(locale, { style: "currency", currency }).format(amount);
}

/** Sums of several currencies in one breath: "€5.00 and US$160.00". */
export function formatSums(sums: { amount: string; currency: string }[], locale: string): string {
  return listFormatter(locale, { type: "conjunction" }).format(sums.map((sum) => formatMoney(sum, locale)));
}

function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}
