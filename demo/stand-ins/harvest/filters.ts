// Which rows a listing has. A parameter that the vendor does not know changes nothing: there is no filter by email [S].
import { invalidParameter, type Refusal } from "./refusals.ts";
import type { Json, Row } from "./row.ts";

type Condition = (row: Row, value: string) => boolean;

const isLinkedBy =
  (field: string): Condition =>
  (row, value) =>
    idIn(row[field]) === Number(value);

const isActive: Condition = (row, value) => row.is_active === (value === "true");

const conditions: Record<string, Record<string, Condition>> = {
  clients: { is_active: isActive },
  contacts: { client_id: isLinkedBy("client") },
  users: { is_active: isActive },
  projects: { is_active: isActive, client_id: isLinkedBy("client") },
  task_assignments: { is_active: isActive },
  user_assignments: { is_active: isActive, user_id: isLinkedBy("user") },
  time_entries: {
    client_id: isLinkedBy("client"),
    project_id: isLinkedBy("project"),
    user_id: isLinkedBy("user"),
    task_id: isLinkedBy("task"),
    from: (row, value) => String(row.spent_date) >= value,
    to: (row, value) => String(row.spent_date) <= value,
  },
  invoices: {
    client_id: isLinkedBy("client"),
    project_id: (row, value) => JSON.stringify(row.line_items).includes(`"project":{"id":${Number(value)},`),
    state: (row, value) => row.state === value,
    from: (row, value) => String(row.issue_date) >= value,
    to: (row, value) => String(row.issue_date) <= value,
  },
};

function idIn(link: Json | undefined): number | null {
  return link !== null && typeof link === "object" && !Array.isArray(link) ? Number(link.id) : null;
}

/** That what changed in that very second comes too is guessed. */
const changedSince: Condition = ({ updated_at }, since) => Date.parse(updated_at) >= Date.parse(since);

export function filterRows(name: string, rows: Row[], params: URLSearchParams): Row[] | { refusal: Refusal } {
  const since = params.get("updated_since");
  if (since !== null && Number.isNaN(Date.parse(since))) return { refusal: invalidParameter("updated_since") };
  const asked = Object.entries({ ...conditions[name], updated_since: changedSince }).flatMap(([parameter, holds]) => {
    const value = params.get(parameter);
    return value === null ? [] : [(row: Row) => holds(row, value)];
  });
  return rows.filter((row) => asked.every((holds) => holds(row)));
}
