// The sort values that each collection takes; any other is refused [R].
import type { Json, Resource } from "./resource.ts";

type KeyOf = (resource: Resource) => Json;

/** `-name` sorts downwards. Null when the collection does not take the value. */
export function findSort(type: string, sort: string): ((one: Resource, other: Resource) => number) | null {
  const name = sort.replace(/^-/, "");
  if (!sortable[type]?.includes(name)) return null;
  const keyOf = keys[`${type}/${name}`] ?? (({ attributes }) => attributes[name] ?? null);
  const direction = sort.startsWith("-") ? -1 : 1;
  return (one, other) => direction * order(keyOf(one), keyOf(other));
}

const sortable: Record<string, string[]> = {
  people: ["name", "email", "joined_at", "last_seen_at", "role_id", "title"],
  companies: ["name", "company_code", "created_at", "last_activity_at"],
  projects: ["name", "number", "project_number", "created_at", "last_activity_at"],
  deals: ["name", "number", "deal_number", "date", "end_date", "closed_at", "created_at", "last_activity_at"],
  services: ["name"],
  time_entries: ["date", "updated_at"],
  tasks: ["id", "title", "due_date", "closed_at", "created_at", "updated_at", "task_number", "last_activity_at"],
  invoices: ["number", "invoiced_on", "pay_on", "sent_on", "amount", "created_at", "last_activity_at"],
  bookings: ["started_on", "last_activity_at"],
  deal_statuses: ["id", "name", "position", "status_id"],
  workflow_statuses: ["name", "position"],
};

const keys: Record<string, KeyOf> = {
  "people/name": ({ attributes }) => `${attributes.first_name} ${attributes.last_name}`,
  "tasks/id": ({ id }) => Number(id),
  "deal_statuses/id": ({ id }) => Number(id),
};

function order(one: Json, other: Json): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one ?? "").localeCompare(String(other ?? ""), "en");
}
