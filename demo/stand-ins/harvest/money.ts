// Time entries and invoices: decimal hours, amounts in major units.
import type { FirmRecords, RecordOf } from "../records.ts";
import { currencyOf } from "./directory.ts";
import { taskIdOf, taskOfEntry, userAssignmentId } from "./projects.ts";
import { BEGINNING, idOf, isTrue, type Json, type Made, madeOf, numberOrNull, secretOf, textOrNull } from "./row.ts";

/** This firm rounds up to the next quarter of an hour. */
const ROUNDING_HOURS = 0.25;

type TimeEntry = RecordOf<"time_entries">;

/** The latest day first, as they come. */
export function timeEntryRows(records: FirmRecords): Made[] {
  return records.time_entries
    .toSorted((one, other) => Number(other.date > one.date) - Number(other.date < one.date))
    .map((entry) => timeEntry(entry, records));
}

function timeEntry(entry: TimeEntry, records: FirmRecords): Made {
  const { project_id, phase_id, person_id } = entry;
  const project = records.projects.find(({ id }) => id === project_id);
  const company = records.companies.find(({ id }) => id === project?.company_id);
  const person = records.people.find(({ id }) => id === person_id);
  const hours = Number(entry.hours);
  const billable = entry.billable === "" || isTrue(entry.billable);
  return madeOf("time_entries", entry.id, {
    spent_date: entry.date,
    user: { id: idOf("users", person_id), name: person?.name ?? "" },
    client: { id: idOf("clients", company?.id ?? ""), name: company?.name ?? "" },
    project: { id: idOf("projects", project_id), name: project?.name ?? "" },
    task: taskOfEntry(phase_id, records),
    user_assignment: assignedPart("user_assignments", userAssignmentId(project_id, person_id)),
    task_assignment: assignedPart("task_assignments", taskIdOf(project_id, phase_id)),
    hours,
    hours_without_timer: hours,
    rounded_hours: Math.ceil(hours / ROUNDING_HOURS) * ROUNDING_HOURS,
    notes: textOrNull(entry.notes),
    is_locked: false,
    locked_reason: null,
    is_closed: false,
    approval_status: "unsubmitted",
    is_billed: false,
    timer_started_at: null,
    started_time: null,
    ended_time: null,
    is_running: false,
    billable,
    budgeted: true,
    billable_rate: billable ? numberOrNull(entry.bill_rate) : null,
    cost_rate: numberOrNull(entry.cost_rate),
    invoice: null,
    external_reference: null,
  });
}

function assignedPart(type: string, ourId: string): Json {
  const times = { created_at: BEGINNING, updated_at: BEGINNING };
  return { id: idOf(type, ourId), is_active: true, budget: null, hourly_rate: null, ...times };
}

export function invoiceRows(records: FirmRecords): Made[] {
  return records.invoices.map((invoice) => {
    const state = stateOf(invoice);
    const amount = Number(invoice.amount);
    const paid = state === "paid" ? amount : Number(invoice.paid_amount);
    const client = records.companies.find(({ id }) => id === invoice.company_id);
    return madeOf("invoices", invoice.id, {
      ...emptyInvoice,
      client: { id: idOf("clients", invoice.company_id), name: client?.name ?? "" },
      client_key: secretOf("invoice", invoice.id),
      number: invoice.number,
      amount,
      due_amount: Math.round((amount - paid) * 100) / 100,
      state,
      issue_date: textOrNull(invoice.issued_on) ?? BEGINNING.slice(0, 10),
      due_date: textOrNull(invoice.due_on),
      paid_date: textOrNull(invoice.paid_on),
      paid_at: invoice.paid_on === "" ? null : `${invoice.paid_on}T00:00:00Z`,
      currency: currencyOf([invoice]),
      line_items: [lineItem(invoice, records)],
    });
  });
}

/** What is void with us was written off. */
function stateOf({ status, amount, paid_amount }: RecordOf<"invoices">): string {
  if (status === "draft") return "draft";
  if (["void", "voided", "cancelled", "canceled"].includes(status)) return "closed";
  return status === "paid" || (paid_amount !== "" && Number(paid_amount) >= Number(amount)) ? "paid" : "open";
}

function lineItem({ id, project_id, amount }: RecordOf<"invoices">, { projects }: FirmRecords): Json {
  const project = projects.find((one) => one.id === project_id);
  return {
    id: idOf("line_items", id),
    kind: "Service",
    description: "Professional services",
    quantity: 1,
    unit_price: Number(amount),
    amount: Number(amount),
    taxed: false,
    taxed2: false,
    project: project ? { id: idOf("projects", project.id), name: project.name, code: project.number } : null,
  };
}

const emptyInvoice: Record<string, Json> = {
  purchase_order: "",
  tax: null,
  tax_amount: 0,
  tax2: null,
  tax2_amount: 0,
  discount: null,
  discount_amount: 0,
  subject: null,
  notes: null,
  period_start: null,
  period_end: null,
  payment_term: "custom",
  payment_options: [],
  sent_at: BEGINNING,
  closed_at: null,
  recurring_invoice_id: null,
  estimate: null,
  retainer: null,
  creator: null,
};
