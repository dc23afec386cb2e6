// What a row must be before it counts: only the fields that are used are named, so nothing else is ever held. Rates of cost stay
// in the rows that they are counted from; `statement_key`, `client_key` and the notes of projects and entries are never read.
import { z } from "zod";
import { type CalendarDate, parseCalendarDate } from "../../domain/calendar-date.ts";
import { parseEmail } from "../../domain/email.ts";
import type { Gap } from "../port.ts";

/**
 * A kind of record. `keyOf`: what the record is looked up by (contacts by email, clients by id, projects by client, their parts by
 * project), as far as the raw row tells; null where it does not, so that the row may hide any.
 */
export type Kind<Row> = { path: string; schema: z.ZodType<Row>; keyOf: (raw: LooseRow) => string | null };

/** `key` null: it may hide any record. `id` null: the row does not say which it is. */
export type RowGap = Gap & { id: string | null; key: string | null };

export type Parsed<Row> = { rows: Row[]; gaps: RowGap[] };

type LooseRow = Record<string, unknown>;

const id = z.int().positive().transform(String);
const link = z.object({ id });
const text = z.string().nullish().transform(textOrNull);
const number = z.number().nullish().transform(orNull);
const calendarDate = z.string().transform((written, context): CalendarDate => {
  const day = parseCalendarDate(written);
  if (day) return day;
  context.addIssue({ code: "custom", message: "no day of the calendar" });
  return z.NEVER;
});
const date = calendarDate.nullish().transform(orNull);
const moment = z.iso.datetime({ offset: true }).transform((written) => new Date(written));

function textOrNull(written: string | null | undefined): string | null {
  return written?.trim() || null;
}

function orNull<T>(value: T | null | undefined): T | null {
  return value ?? null;
}

export const clients = kind("clients", z.object({ id, name: z.string().min(1), is_active: z.boolean() }), ({ id }) =>
  keyText(id),
);

export const contacts = kind(
  "contacts",
  z.object({
    id,
    client: link.nullable(),
    title: text,
    first_name: text,
    last_name: text,
    email: text,
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
  ({ id }) => keyText(id),
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
export const account = z.object({ name: text, invoice_feature: z.boolean().nullish() });

function kind<Row>(path: string, schema: z.ZodType<Row>, keyOf: Kind<Row>["keyOf"]): Kind<Row> {
  return { path, schema, keyOf };
}

function idIn(link: unknown): string | null {
  return typeof link === "object" && link !== null && "id" in link ? keyText(link.id) : null;
}

function keyText(raw: unknown): string | null {
  return typeof raw === "number" ? String(raw) : null;
}

/** The rows that are as they should be, and a gap for each that is not. */
export function parseRows<Row>({ path, schema, keyOf }: Kind<Row>, raws: readonly unknown[]): Parsed<Row> {
  const parsed: Parsed<Row> = { rows: [], gaps: [] };
  for (const raw of raws) {
    const result = schema.safeParse(raw);
    if (result.success) parsed.rows.push(result.data);
    else parsed.gaps.push(gapOf(path, raw, { error: result.error, keyOf }));
  }
  return parsed;
}

/** Names the record and the field, never what stands there. */
function gapOf(path: string, raw: unknown, of: { error: z.ZodError; keyOf: Kind<unknown>["keyOf"] }): RowGap {
  const row: LooseRow = typeof raw === "object" && raw !== null ? { ...raw } : {};
  const id = keyText(row.id);
  const field = of.error.issues[0]?.path.join(".") || "the whole record";
  const place = `/v2/${path}, record ${id ?? "without an id"}`;
  return { place, message: `Not readable: ${field}. Correct the record in Harvest.`, id, key: of.keyOf(row) };
}

/** All pages as one. A record that came twice counts once, as it was read last. */
export function unite<Row extends { id: string }>(pages: readonly Parsed<Row>[]): Parsed<Row> {
  const rows = new Map(pages.flatMap((page) => page.rows).map((row) => [row.id, row]));
  return { rows: [...rows.values()], gaps: pages.flatMap((page) => page.gaps) };
}

/** The gaps that can hide a record of one of these keys. */
export function gapsHiding(gaps: readonly RowGap[], keys: ReadonlySet<string>): Gap[] {
  return gaps.filter(({ key }) => key === null || keys.has(key)).map(plain);
}

/** Without what is known of the raw row. */
export function plain({ place, message }: RowGap): Gap {
  return { place, message };
}
