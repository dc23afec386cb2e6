// The records of Productive, of each only what is read. What anything costs the firm is not named here, so it is never asked for.
import { z } from "zod";
import { calendarDate } from "../http/fields.ts";
import { id } from "./document.ts";

const text = z.string().nullish();
const number = z.number().nullish();
const flag = z.boolean().nullish();
const moment = z.string().nullish();
const ids = z.array(id).nullish();
/** Was asked for: where it is absent, nobody knows. */
const linked = id.nullable();
/** Decides what somebody may see: where it is absent, nobody knows. */
const decisiveMoment = z.string().nullable();
const decisiveFlag = z.boolean();
const label = z.union([z.string(), z.number().transform(String)]).nullish();

const day = calendarDate.nullish();

/** Users, contacts of clients, placeholders and agents are one resource. */
const person = z.object({
  id,
  first_name: text,
  last_name: text,
  email: z.string().nullable(),
  title: text,
  archived_at: decisiveMoment,
  deactivated_at: decisiveMoment,
  hrm_type_id: z.number().nullable(),
  is_user: decisiveFlag,
  placeholder: decisiveFlag,
  agent: decisiveFlag,
  virtual: decisiveFlag,
  teams: ids,
});

/** People who are asked for themselves: with their company. */
export const people = { type: "people", row: person.extend({ company: linked }) };

/** People who come along with something else. */
export const members = { type: "people", row: person };

export const companies = {
  type: "companies",
  row: z.object({
    id,
    name: z.string().min(1),
    archived_at: decisiveMoment,
    domain: text,
    domains: z.array(z.string()).nullish(),
  }),
};

export const projects = {
  type: "projects",
  row: z.object({
    id,
    name: z.string().min(1),
    number: label,
    project_number: label,
    archived_at: decisiveMoment,
    description: text,
    template: flag,
    company: linked,
    project_manager: linked.optional(),
  }),
};

/** Deals that are budgets, and those that are not yet. Amounts are whole cents. */
export const deals = {
  type: "deals",
  row: z.object({
    id,
    budget: z.boolean(),
    closed_at: decisiveMoment,
    deleted_at: moment,
    date: day,
    end_date: day,
    currency: text,
    budget_total: number,
    revenue: number,
    profit: number,
    company: linked,
    project: linked,
  }),
};

/** Lines of budgets. Amounts are cents with fractions, times are minutes. */
export const services = {
  type: "services",
  row: z.object({
    id,
    name: z.string(),
    position: number,
    deleted_at: moment,
    currency: text,
    budget_total: number,
    budgeted_time: number,
    worked_time: number,
    deal: linked,
  }),
};

export const tasks = {
  type: "tasks",
  row: z.object({
    id,
    title: z.string(),
    type_id: z.number(),
    private: z.boolean(),
    closed: flag,
    closed_at: moment,
    deleted_at: moment,
    due_date: day,
    description: text,
    tag_list: z.array(z.string()).nullish(),
    project: linked,
    service: linked.optional(),
    workflow_status: linked.optional(),
  }),
};

export const workflowStatuses = { type: "workflow_statuses", row: z.object({ id, category_id: z.number() }) };

export const timeEntries = {
  type: "time_entries",
  row: z.object({ id, time: z.number(), draft: flag, rejected: flag, person: linked, service: linked }),
};

export const teams = { type: "teams", row: z.object({ id, name: z.string() }) };

export const memberships = { type: "memberships", row: z.object({ id, person: linked, project: linked }) };

/** Amounts are taken for whole cents, as on budgets: not confirmed. Anything else than a whole number is not understood. */
export const invoices = {
  type: "invoices",
  row: z.object({
    id,
    number: z.string().nullable(),
    invoice_type_id: number,
    invoiced_on: day,
    pay_on: day,
    paid_on: day,
    sent_on: day,
    finalized_at: moment,
    deleted_at: moment,
    currency: z.string(),
    amount_with_tax: z.number().int(),
    amount_credited_with_tax: z.number().int().nullish(),
    amount_paid: z.number().int().nullish(),
    amount_unpaid: z.number().int().nullish(),
    company: linked,
    invoice_attributions: ids,
  }),
};

export const invoiceAttributions = { type: "invoice_attributions", row: z.object({ id, budget: linked }) };

export const organizations = { type: "organizations", row: z.object({ id, name: z.string() }) };

export const organizationMemberships = {
  type: "organization_memberships",
  row: z.object({ id, organization: linked, person: linked }),
};

/** Whoever made the token: of a person here only the name. */
export const names = { type: "people", row: z.object({ id, first_name: text, last_name: text }) };

export type PersonRow = z.output<typeof people.row>;
export type MemberRow = z.output<typeof members.row>;
export type CompanyRow = z.output<typeof companies.row>;
export type ProjectRow = z.output<typeof projects.row>;
export type DealRow = z.output<typeof deals.row>;
export type ServiceRow = z.output<typeof services.row>;
export type TaskRow = z.output<typeof tasks.row>;
export type InvoiceRow = z.output<typeof invoices.row>;
