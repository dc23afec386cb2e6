// A JSON:API resource as the stand-in holds it, and the vendor's ways to write ids, money, times and notes.
import { createHash } from "node:crypto";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Attributes = Record<string, Json>;
export type ResourceLink = { type: string; id: string };
export type Relation = ResourceLink | ResourceLink[] | null;

/** `ourId` is the id of the row it was made from; for what only the vendor has, a name that says what it is. */
export type Resource = ResourceLink & {
  ourId: string;
  attributes: Attributes;
  relations: Record<string, Relation>;
};

/** When the firm began to use Productive. Timestamps carry the organization's offset and never end in Z [R]. */
export const BEGINNING = "2026-01-05T09:00:00.000+01:00";

/** A numeric text, as all ids of the vendor are: always the same one for the same thing, whatever else exists. */
export function idOf(type: string, ourId: string): string {
  const hash = createHash("sha256").update(`${type} ${ourId}`).digest();
  return String((hash.readUIntBE(0, 6) % 900_000_000_000) + 100_000_000_000);
}

export function linkTo(type: string, ourId: string): ResourceLink {
  return { type, id: idOf(type, ourId) };
}

/** A link, or null where the row names nothing. */
export function linkIfAny(type: string, ourId: string): ResourceLink | null {
  return ourId === "" ? null : linkTo(type, ourId);
}

export function resourceOf(
  type: string,
  ourId: string,
  { attributes, relations }: { attributes: Attributes; relations: Record<string, Relation> },
): Resource {
  return { ...linkTo(type, ourId), ourId, attributes, relations };
}

/** The relations that the vendor names and the stand-in knows nothing about: asked for, they are null. */
export function unknownRelations(...names: string[]): Record<string, Relation> {
  return Object.fromEntries(names.map((name) => [name, null]));
}

/** The currency of the organization; amounts in any other have a `_default` that is worth more. */
const HOME_CURRENCY = "USD";
const FOREIGN_RATE = 1.25;

export function exchangeRateOf(currency: string): number {
  return currency === HOME_CURRENCY ? 1 : FOREIGN_RATE;
}

/** Each amount three times, in the currency of the record and twice in the organization's [R]. */
export function moneyColumns(currency: string, amounts: Record<string, number>): Attributes {
  const rate = exchangeRateOf(currency);
  const columns = Object.entries(amounts).flatMap(([name, amount]) => {
    const converted = Number.isInteger(amount) ? Math.round(amount * rate) : amount * rate;
    return [
      [name, amount],
      [`${name}_default`, converted],
      [`${name}_normalized`, converted],
    ];
  });
  return { ...currencyColumns(currency), ...Object.fromEntries(columns) };
}

function currencyColumns(currency: string): Attributes {
  return { currency, currency_default: HOME_CURRENCY, currency_normalized: HOME_CURRENCY };
}

export function currencyOr(currency: string): string {
  return currency === "" ? HOME_CURRENCY : currency;
}

/** Integer cents from a decimal text; an empty one is nothing. */
export function centsOf(amount: string): number {
  return Math.round(Number(amount) * 100);
}

export function minutesOf(hours: string): number {
  return Math.round(Number(hours) * 60);
}

export function textOrNull(text: string): string | null {
  return text === "" ? null : text;
}

/** Notes and descriptions are HTML [R]; an empty one is null [R]. */
export function htmlOrNull(text: string): string | null {
  if (text === "") return null;
  return `<p>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</p>`;
}

/** A day at the vendor's ordinary morning, or null. */
export function timestampOn(day: string): string | null {
  return day === "" ? null : `${day}T09:00:00.000+01:00`;
}

export function isTrue(text: string): boolean {
  return text.toLowerCase() === "true";
}

export function partsOf(list: string): string[] {
  return list
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
