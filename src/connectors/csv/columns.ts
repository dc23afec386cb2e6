// What a cell may hold. Every reader answers undefined for a text it does not understand.
import { type CalendarDate, parseCalendarDate } from "../../domain/calendar-date.ts";
import { type Email, parseEmail } from "../../domain/email.ts";
import { partText } from "../../domain/psa-texts/part-words.ts";

type Cell<T> = { read: (text: string) => T | undefined; expected: string };

/** A column of a file. `empty` and `bad` stand in for such a cell; undefined means that the whole row is lost. */
export type Column<T> = {
  read: (text: string) => T | undefined;
  expected: string;
  isRequired: boolean;
  empty: T | undefined;
  bad: T | undefined;
};

/** A row whose cell is empty or unreadable is lost. */
export function required<T>(cell: Cell<T>): Column<T> {
  return { ...cell, isRequired: true, empty: undefined, bad: undefined };
}

/** A detail: the row stays, with null where the cell is empty or unreadable. */
export function optional<T>(cell: Cell<T>): Column<T | null> {
  return { ...cell, isRequired: false, empty: null, bad: null };
}

/** Decides who sees the row, or what is added up: empty means the given value, unreadable loses the row, for guessing could grant. */
export function decisive<T>(cell: Cell<T>, empty: T): Column<T> {
  return { ...cell, isRequired: false, empty, bad: undefined };
}

export type EmailCell = { usable: Email[]; unusable: string[] };

/** The column must be there, the cell may be empty: a contact without an email is still a contact. */
export const emails: Column<EmailCell> = {
  read: readEmails,
  expected: partText("emails"),
  isRequired: true,
  empty: { usable: [], unusable: [] },
  bad: undefined,
};

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["1", true],
  ["yes", true],
  ["false", false],
  ["0", false],
  ["no", false],
]);
const DECIMAL = /^-?\d{1,15}(?:\.\d{1,10})?$/;

export const text: Cell<string> = { read: (value) => value, expected: partText("text") };
export const list: Cell<string[]> = { read: readList, expected: partText("list") };
export const date: Cell<CalendarDate> = {
  read: (value) => parseCalendarDate(value) ?? undefined,
  expected: partText("day"),
};
export const flag: Cell<boolean> = { read: (value) => FLAGS.get(value.toLowerCase()), expected: partText("flag") };
/** Kept as text, so that no cent is lost. */
export const amount: Cell<string> = {
  read: (value) => (DECIMAL.test(value) ? value : undefined),
  expected: partText("amount"),
};
export const decimal: Cell<number> = {
  read: (value) => (DECIMAL.test(value) ? Number(value) : undefined),
  expected: partText("number"),
};
export const percent: Cell<number> = { read: readPercent, expected: partText("percent") };
export const currency: Cell<string> = {
  read: (value) => (/^[A-Z]{3}$/.test(value) ? value : undefined),
  expected: partText("currency"),
};
export const email: Cell<Email> = { read: (value) => parseEmail(value) ?? undefined, expected: partText("email") };

/** One of these words, in whatever case; anything else is a gap that names them all. */
export function oneOf<const T extends string>(words: readonly T[]): Cell<T> {
  return {
    read: (value) => words.find((word) => word === value.toLowerCase()),
    expected: partText("one_of", { words: words.join(", ") }),
  };
}

function readPercent(value: string): number | undefined {
  const number = decimal.read(value);
  return number !== undefined && number >= 0 && number <= 100 ? number : undefined;
}

function readList(value: string): string[] {
  return [...new Set(value.split(";").map((part) => part.trim()))].filter((part) => part !== "");
}

function readEmails(value: string): EmailCell {
  const parts = readList(value);
  const usable = new Set<Email>();
  const unusable: string[] = [];
  for (const part of parts) {
    const parsed = parseEmail(part);
    if (parsed === null) unusable.push(part);
    else usable.add(parsed);
  }
  return { usable: [...usable], unusable };
}
