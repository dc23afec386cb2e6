// What a row must be before it counts: only the fields that are used are named, so nothing else is ever held. Rates of cost stay
// in the rows that they are counted from; `statement_key`, `client_key` and the notes of projects and entries are never read.
import { z } from "zod";
import { parseEmail } from "../../domain/email.ts";
import { calendarDate } from "../http/fields.ts";
import { idText, type Kind, type LooseRow } from "../http/rows.ts";

const id = z.int().positive().transform(String);
const link = z.object({ id });
const text = z.string().nullish().transform(textOrNull);
/** Decides who gets in: null is none, and where it is absent nobody knows. */
const decisiveText = z.string().nullable().transform(textOrNull);
const number = z.number().nullish().transform(orNull);
const date = calendarDate.nullish().transform(orNull);
const moment = z.iso.datetime({ offset: true }).transform((written) => new Date(written));

function textOrNull(written: string | null | undefined): string | null {
  return written?.trim() || null;
}

function orNull<T>(value: T | null | undefined): T | null {
  return value ?? null;
}

export const clients = kind("clients", z.object({ id, name: z.string().min(1), is_active: z.boolean() }), ({ id }) =>
  idText(id),
);

export const contacts = kind(
  "contacts",
  z.object({
    id,
    client: link.nullable(),
    title: text,
    first_name: text,
    last_name: text,
    email: decisiveText,
    phone_office: text,
    phone_mobile: text,
    updated_at: moment,
  }),
  ({ email }) => (typeof email === "string" ? parseEmail(email) : null),
);

export const projects = kind(
  "projects",
  z.object({
    id,
    client: z.object({ id, currency: text }),
    name: z.string().min(1),
    code: text,
    is_active: z.boolean(),
    is_fixed_fee: z.boolean().nullish(),
    budget_by: text,
    fee: number,
    starts_on: date,
    ends_on: date,
  }),
  ({ client }) => idIn(client),
);

const ofProject = ({ project }: LooseRow) => idIn(project);

export const taskAssignments = kind(
  "task_assignments",
  z.object({ id, project: link, task: z.object({ name: z.string().min(1) }), budget: number }),
  ofProject,
);

export const userAssignments = kind(
  "user_assignments",
  z.object({ id, project: link, user: link, is_active: z.boolean(), is_project_manager: z.boolean() }),
  ofProject,
);

export const users = kind(
  "users",
  z.object({
    id,
    first_name: text,
    last_name: text,
    email: text,
    telephone: text,
    weekly_capacity: number,
    roles: z.array(z.string()).nullish().transform(orNull),
  }),
  ({ id }) => idText(id),
);

export const timeEntries = kind(
  "time_entries",
  z.object({
    id,
    spent_date: calendarDate,
    user: link,
    project: link,
    task_assignment: link.nullish().transform(orNull),
    hours: z.number(),
    rounded_hours: number,
    billable: z.boolean(),
    billable_rate: number,
    cost_rate: number,
  }),
  ofProject,
);

export const invoices = kind(
  "invoices",
  z.object({
    id,
    client: link,
    number: z.string().min(1),
    amount: z.number(),
    due_amount: z.number(),
    state: z.string(),
    issue_date: calendarDate,
    due_date: date,
    paid_date: date,
    currency: z.string().min(1),
    line_items: z.array(z.object({ project: link.nullish().transform(orNull) })),
  }),
  ({ client }) => idIn(client),
);

export type ClientRow = z.output<typeof clients.schema>;
export type ContactRow = z.output<typeof contacts.schema>;
export type ProjectRow = z.output<typeof projects.schema>;
export type TaskAssignmentRow = z.output<typeof taskAssignments.schema>;
export type UserAssignmentRow = z.output<typeof userAssignments.schema>;
export type UserRow = z.output<typeof users.schema>;
export type TimeEntryRow = z.output<typeof timeEntries.schema>;
export type InvoiceRow = z.output<typeof invoices.schema>;

export const ownUser = z.object({ first_name: text, last_name: text, access_roles: z.array(z.string()) });
export const anyProjects = z.object({ projects: z.array(z.unknown()) });
export const account = z.object({ name: text, invoice_feature: z.boolean().nullish() });

function kind<Row>(path: string, schema: z.ZodType<Row>, keyOf: Kind<Row>["keyOf"]): Kind<Row> {
  return { path, place: `/v2/${path}`, vendor: "Harvest", schema, keyOf };
}

function idIn(link: unknown): string | null {
  return typeof link === "object" && link !== null && "id" in link ? idText(link.id) : null;
}
