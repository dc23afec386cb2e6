// A record as Harvest writes it, and the vendor's ways to write ids, names, amounts and times.
import { createHash } from "node:crypto";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Row = { id: number; created_at: string; updated_at: string; [field: string]: Json };

/** `ourId` is the id of the row it was made from. */
export type Made = { ourId: string; row: Row };

/** When the firm began to use Harvest. Date-times are UTC, without fractions [R]. */
export const BEGINNING = "2026-01-05T08:00:00Z";

const INT32_MAX = 2 ** 31;
const WIDE_ID_MAX = 2 ** 40;

/** Always the same integer for the same thing, whatever else exists. Ids of time entries no longer fit 32 bits [S]. */
export function idOf(type: string, ourId: string): number {
  const hash = createHash("sha256").update(`${type} ${ourId}`).digest();
  return (hash.readUIntBE(0, 6) % (type === "time_entries" ? WIDE_ID_MAX : INT32_MAX - 1)) + 1;
}

/** What opens a page of the firm's clients to whoever has it: never to be shown. */
export function secretOf(kind: string, ourId: string): string {
  return createHash("sha256").update(`${kind} ${ourId}`).digest("hex").slice(0, 40);
}

export function madeOf(type: string, ourId: string, fields: Record<string, Json>): Made {
  return { ourId, row: { id: idOf(type, ourId), ...fields, created_at: BEGINNING, updated_at: BEGINNING } };
}

export function namesOf(name: string): { first_name: string; last_name: string } {
  const [first = "", ...rest] = name.split(" ");
  return { first_name: first, last_name: rest.join(" ") };
}

/** A decimal number in major units, or in hours; an empty text is nothing. */
export function numberOrNull(text: string): number | null {
  return text === "" ? null : Number(text);
}

export function textOrNull(text: string): string | null {
  return text === "" ? null : text;
}

const EMAIL =
  /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*@([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z\d]([a-z\d-]*[a-z\d])?$/i;

/** Whether the vendor can hold it where an email stands: the published description says `format: email`. */
export function isEmail(text: string): boolean {
  return EMAIL.test(text);
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
