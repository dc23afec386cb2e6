// Which filters each collection has, and what of a resource they look at. The vendor has more; these are the ones that a
// reader of portals may need. One that is missing here is refused, never silently ignored.
import type { Library } from "./library.ts";
import type { Json, Resource } from "./resource.ts";

/** The values of a resource that a filter compares; `bound` when a plain value means "from" or "until". */
export type Filter = {
  valuesOf(resource: Resource, library: Library): Json[];
  bound?: "gt_eq" | "lt_eq";
};

export function findFilter(type: string, name: string): Filter | null {
  return filters[type]?.[name] ?? null;
}

function attribute(name: string): Filter {
  return { valuesOf: ({ attributes }) => [attributes[name] ?? null].flat() };
}

/** The id at the end of a path of relations. */
function related(...path: string[]): Filter {
  return { valuesOf: (resource, library) => idsAlong(path, resource, library) };
}

function idsAlong([name = "", ...rest]: string[], resource: Resource, library: Library): Json[] {
  const links = [resource.relations[name] ?? []].flat();
  if (rest.length === 0) return links.length === 0 ? [null] : links.map(({ id }) => id);
  return links.flatMap((link) => {
    const next = library.find(link);
    return next ? idsAlong(rest, next, library) : [];
  });
}

/** 1 while none of the attributes has a value, 2 from then on. */
function openUntil(...names: string[]): Filter {
  return { valuesOf: ({ attributes }) => [names.some((name) => attributes[name]) ? 2 : 1] };
}

function from(filter: Filter): Filter {
  return { ...filter, bound: "gt_eq" };
}

function until(filter: Filter): Filter {
  return { ...filter, bound: "lt_eq" };
}

const id: Filter = { valuesOf: (resource) => [resource.id] };

function attributes(...names: string[]): Record<string, Filter> {
  return Object.fromEntries(names.map((name) => [name, attribute(name)]));
}

/** By name, and by the number that clients in use send. */
function personType({ attributes: { is_user, placeholder } }: Resource): Json[] {
  if (placeholder) return ["placeholder", 3];
  return is_user ? ["user", 1] : ["contact", 2];
}

/** 1 approved, 2 not yet, 3 rejected. */
function approvalStatus({ attributes: { approved, rejected } }: Resource): Json[] {
  if (rejected) return [3];
  return [approved ? 1 : 2];
}

const filters: Record<string, Record<string, Filter>> = {
  people: {
    id,
    ...attributes("email", "first_name", "last_name", "title", "hrm_type_id", "role_id", "archived_at"),
    ...attributes("deactivated_at", "created_at", "joined_at", "last_activity_at", "agent", "virtual"),
    company_id: related("company"),
    person_type: { valuesOf: personType },
    status: openUntil("archived_at", "deactivated_at"),
    project_id: {
      valuesOf: (person, library) =>
        library
          .list("memberships")
          .filter(({ relations }) => [relations.person ?? []].flat().some((link) => link.id === person.id))
          .flatMap((membership) => idsAlong(["project"], membership, library)),
    },
  },
  companies: {
    id,
    ...attributes("name", "company_code", "archived_at", "created_at", "last_activity_at", "default_currency"),
    status: openUntil("archived_at"),
  },
  projects: {
    id,
    ...attributes("name", "number", "project_number", "created_at"),
    company_id: related("company"),
    responsible_id: related("project_manager"),
    project_type: attribute("project_type_id"),
    status: openUntil("archived_at"),
  },
  deals: {
    id,
    ...attributes("name", "number", "date", "end_date", "closed_at", "created_at", "last_activity_at", "deal_type_id"),
    company_id: related("company"),
    project_id: related("project"),
    responsible_id: related("responsible"),
    contact_id: related("contact"),
    deal_status_id: related("deal_status"),
    budget_status: openUntil("closed_at"),
    type: { valuesOf: ({ attributes: { budget } }) => [budget ? 2 : 1] },
  },
  services: {
    id,
    ...attributes("name", "billable", "time_tracking_enabled", "budget_cap_enabled"),
    billing_type: attribute("billing_type_id"),
    unit: attribute("unit_id"),
    deal_id: related("deal"),
    budget_id: related("deal"),
    project_id: related("deal", "project"),
    company_id: related("deal", "company"),
    section_id: related("section"),
    person_id: related("person"),
  },
  sections: { id, name: attribute("name"), deal_id: related("deal"), budget_id: related("deal") },
  time_entries: {
    id,
    ...attributes("date", "time", "billable_time", "created_at", "updated_at", "invoiced", "note"),
    after: from(attribute("date")),
    before: until(attribute("date")),
    person_id: related("person"),
    service_id: related("service"),
    deal_id: related("service", "deal"),
    budget_id: related("service", "deal"),
    project_id: related("service", "deal", "project"),
    company_id: related("service", "deal", "company"),
    status: { valuesOf: approvalStatus },
  },
  task_lists: { id, project_id: related("project"), status: openUntil("archived_at") },
  tasks: {
    id,
    ...attributes("title", "task_number", "due_date", "start_date", "closed_at", "created_at", "updated_at", "type_id"),
    due_date_after: from(attribute("due_date")),
    due_date_before: until(attribute("due_date")),
    project_id: related("project"),
    company_id: related("project", "company"),
    task_list_id: related("task_list"),
    assignee_id: related("assignee"),
    workflow_status_id: related("workflow_status"),
    status: openUntil("closed_at"),
  },
  workflow_statuses: { id, ...attributes("category_id", "name") },
  invoices: {
    id,
    ...attributes("number", "invoiced_on", "pay_on", "paid_on", "sent_on", "currency", "credited", "created_at"),
    ...attributes("last_activity_at"),
    invoice_type: attribute("invoice_type_id"),
    company_id: related("company"),
    deal_id: related("invoice_attributions", "budget"),
    project_id: related("invoice_attributions", "budget", "project"),
  },
  line_items: {
    id,
    invoice_id: related("invoice"),
    company_id: related("invoice", "company"),
    service_id: related("service"),
  },
  invoice_attributions: { invoice_id: related("invoice"), budget_id: related("budget") },
  bookings: {
    id,
    ...attributes("started_on", "ended_on", "draft", "canceled", "created_at", "updated_at"),
    after: from(attribute("ended_on")),
    before: until(attribute("started_on")),
    person_id: related("person"),
    event_id: related("event"),
  },
  events: { id, name: attribute("name") },
  memberships: {
    id,
    ...attributes("access_type_id", "target_type", "type_id"),
    person_id: related("person"),
    project_id: related("project"),
  },
  contact_entries: { person_id: related("person"), contactable_type: attribute("contactable_type") },
  custom_fields: { id, ...attributes("customizable_type", "name") },
  deal_statuses: { id, status_id: attribute("status_id") },
  teams: { id },
  organizations: {},
  organization_memberships: { organization_id: related("organization") },
};

/** The collections that the stand-in has. */
export const collections = new Set(Object.keys(filters));
