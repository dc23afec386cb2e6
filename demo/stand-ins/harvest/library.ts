// All records of the account by collection, and when each of them last changed.
import { isDeepStrictEqual } from "node:util";
import { invariant } from "../../../src/lib/invariant.ts";
import type { FirmRecords } from "../records.ts";
import { clientRows, contactRows, userRows } from "./directory.ts";
import { invoiceRows, timeEntryRows } from "./money.ts";
import { projectRows, taskAssignmentRows, userAssignmentRows } from "./projects.ts";
import type { Made, Row } from "./row.ts";

const makers = {
  clients: clientRows,
  contacts: contactRows,
  users: userRows,
  projects: projectRows,
  task_assignments: taskAssignmentRows,
  user_assignments: userAssignmentRows,
  time_entries: timeEntryRows,
  invoices: invoiceRows,
} satisfies Record<string, (records: FirmRecords) => Made[]>;

export type Collection = keyof typeof makers;
export type Library = Record<Collection, Map<number, Made>>;

const collections = Object.keys(makers) as Collection[];

export function isCollection(name: string): name is Collection {
  return name in makers;
}

/** Throws when two records of a collection have the same id. */
export function libraryOf(records: FirmRecords): Library {
  return Object.fromEntries(collections.map((name) => [name, byId(name, makers[name](records))])) as Library;
}

function byId(name: Collection, made: Made[]): Map<number, Made> {
  const rows = new Map(made.map((one) => [one.row.id, one]));
  invariant(rows.size === made.length, `the ids of ${name} are unique`);
  return rows;
}

/** The same records; what is new was made at `at`, and what differs from before was changed then. */
export function stampChanges(library: Library, previous: Library, at: string): Library {
  const stamped = collections.map((name) => {
    const rows = [...library[name]].map(([id, made]) => [id, stamp(made, previous[name].get(id), at)] as const);
    return [name, new Map(rows)];
  });
  return Object.fromEntries(stamped) as Library;
}

function stamp({ ourId, row }: Made, before: Made | undefined, at: string): Made {
  if (!before) return { ourId, row: { ...row, created_at: at, updated_at: at } };
  const { created_at, updated_at } = before.row;
  return { ourId, row: { ...row, created_at, updated_at: isSame(before.row, row) ? updated_at : at } };
}

function isSame(before: Row, now: Row): boolean {
  const times = { created_at: "", updated_at: "" };
  return isDeepStrictEqual({ ...before, ...times }, { ...now, ...times });
}

/** Our id of what the vendor calls `id`, or null. */
export function ourIdIn(library: Library, name: Collection, id: string): string | null {
  return library[name].get(Number(id))?.ourId ?? null;
}
