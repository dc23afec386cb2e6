// What time entries come to: in minutes and cents, for a service or a budget.
import type { RecordOf } from "../records.ts";
import { isTrue, minutesOf } from "./resource.ts";

export type Worked = { minutes: number; billableMinutes: number; costCents: number; billedCents: number };

type TimeEntry = RecordOf<"time_entries">;

/** Cents keep their fractions: services show them, time entries and budgets round [R]. */
export function workedIn(entries: TimeEntry[]): Worked {
  const billable = entries.filter(isBillable);
  return {
    minutes: sumOf(entries, ({ hours }) => minutesOf(hours)),
    billableMinutes: sumOf(billable, ({ hours }) => minutesOf(hours)),
    costCents: sumOf(entries, ({ hours, cost_rate }) => Number(hours) * Number(cost_rate) * 100),
    billedCents: sumOf(billable, ({ hours, bill_rate }) => Number(hours) * Number(bill_rate) * 100),
  };
}

/** An entry that does not say is billable, as in the CSV connection. */
export function isBillable({ billable }: TimeEntry): boolean {
  return billable === "" || isTrue(billable);
}

export function sumOf<T>(items: T[], amountOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + amountOf(item), 0);
}
