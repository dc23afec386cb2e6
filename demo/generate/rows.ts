// The contract's columns: one function for each CSV file, from the planned firm and a way to date a day.
import type { CalendarDate } from "../../src/domain/calendar-date.ts";
import { invariant } from "../../src/lib/invariant.ts";
import { bookings, deals } from "../data/agenda.ts";
import { companies } from "../data/companies.ts";
import { contacts } from "../data/contacts.ts";
import { people } from "../data/people.ts";
import { phaseNorms } from "../data/phases.ts";
import { type Cell, moneyText } from "./csv.ts";
import { type SampleInvoice, sampleInvoices } from "./invoices.ts";
import { datedMilestones } from "./milestones.ts";
import type { PlannedProject } from "./plan.ts";
import { projectNumbers } from "./project-numbers.ts";
import { sampleTasks } from "./tasks.ts";
import { timeEntries } from "./time-entries.ts";

type Row = Record<string, Cell>;

/** `todayDay` is today counted from the Monday of its week: 0 to 6. */
export type Almanac = { dateOf: (day: number) => CalendarDate; todayDay: number };

export function companyRows(): Row[] {
  return companies.map(({ id, name, archived = false, domains }) => ({
    id,
    name,
    archived,
    domains: domains.join(";"),
  }));
}

export function contactRows(): Row[] {
  return contacts.map(({ id, emails, name, companyIds, title, phone = null, archived = false }) => ({
    id,
    email: emails.join(";"),
    name,
    company_id: companyIds.join(";"),
    title,
    phone,
    archived,
  }));
}

export function projectRows(plans: PlannedProject[], { dateOf }: Almanac): Row[] {
  const numbers = projectNumbers(plans, (day) => dateOf(day).slice(0, 4));
  return plans.map(({ project, company, percent, from, to }) => ({
    id: project.id,
    number: numbers.get(project.id) ?? null,
    name: project.name,
    company_id: project.companyId,
    status: project.status,
    phase: phaseNorms[project.phase].name,
    start_date: dateOf(from),
    end_date: dateOf(to),
    percent_complete: percent,
    manager_id: project.managerId,
    contact_ids: project.contactIds.join(";"),
    address: project.address,
    currency: company.currency,
    fee: moneyText(project.fee * 100),
    description: project.description,
  }));
}

export function phaseRows(plans: PlannedProject[], { dateOf }: Almanac): Row[] {
  return plans.flatMap(({ project, phases }) =>
    phases.map((phase) => ({
      id: phase.id,
      project_id: project.id,
      name: phase.name,
      order: phase.order,
      start_date: dateOf(phase.from),
      end_date: dateOf(phase.to),
      percent_complete: phase.percent,
      fee: moneyText(phase.feeCents),
      budget_hours: phase.budgetHours,
    })),
  );
}

export function milestoneRows(plans: PlannedProject[], { dateOf }: Almanac): Row[] {
  return datedMilestones(plans).map(({ id, projectId, name, due, done, owner }) => ({
    id,
    project_id: projectId,
    name,
    due_date: dateOf(due),
    done_date: done === null ? null : dateOf(done),
    owner,
  }));
}

export function peopleRows(): Row[] {
  return people.map(({ id, name, role, discipline, email, phone, capacityHours, archived = false }) => ({
    id,
    name,
    role,
    discipline,
    email,
    phone,
    capacity_hours: capacityHours,
    archived,
  }));
}

export function assignmentRows(plans: PlannedProject[]): Row[] {
  return plans.flatMap(({ project }) => [
    { project_id: project.id, person_id: project.managerId, role: "Project manager" },
    ...project.teamIds.map((id) => ({ project_id: project.id, person_id: id, role: roleOf(id) })),
  ]);
}

function roleOf(personId: string): string {
  const person = people.find((candidate) => candidate.id === personId);
  invariant(person, `person ${personId}`);
  return person.role;
}

/** Time is kept up to yesterday: this week's entries of today and later do not exist yet. */
export function timeEntryRows(plans: PlannedProject[], { dateOf, todayDay }: Almanac): Row[] {
  return timeEntries(plans)
    .filter((entry) => entry.day < todayDay)
    .map((entry, index) => ({
      id: `t-${index + 1}`,
      project_id: entry.projectId,
      phase_id: entry.phaseId,
      person_id: entry.personId,
      date: dateOf(entry.day),
      hours: entry.hours,
      billable: entry.billable,
      bill_rate: moneyText(entry.billRate * 100),
      cost_rate: moneyText(entry.costRate * 100),
      notes: entry.notes,
    }));
}

export function invoiceRows(plans: PlannedProject[], { dateOf, todayDay }: Almanac): Row[] {
  return sampleInvoices(plans).map((invoice, index) => ({
    id: `i-${index + 1}`,
    project_id: invoice.projectId,
    company_id: invoice.company.id,
    number: `INV-${2_301 + index}`,
    issued_on: dateOf(invoice.issued),
    due_on: dateOf(invoice.due),
    amount: moneyText(invoice.amountCents),
    paid_amount: moneyText(invoice.paidCents),
    paid_on: invoice.paid === null ? null : dateOf(invoice.paid),
    currency: invoice.company.currency,
    status: invoiceStatus(invoice, todayDay),
  }));
}

function invoiceStatus(invoice: SampleInvoice, todayDay: number): string {
  if (invoice.paidCents === invoice.amountCents) return "paid";
  return invoice.due < todayDay ? "overdue" : "open";
}

export function taskRows(plans: PlannedProject[], { dateOf }: Almanac): Row[] {
  return sampleTasks(plans).map((task, index) => ({
    id: `w-${index + 1}`,
    project_id: task.projectId,
    phase_id: task.phaseId,
    name: task.name,
    status: task.status,
    due_date: dateOf(task.due),
    internal_notes: task.internalNotes,
  }));
}

export function dealRows({ dateOf }: Almanac): Row[] {
  return deals.map(({ id, companyId, name, stage, value, day }) => ({
    id,
    company_id: companyId,
    name,
    stage,
    value: moneyText(value * 100),
    currency: companies.find((company) => company.id === companyId)?.currency ?? "USD",
    expected_on: dateOf(day),
  }));
}

export function bookingRows({ dateOf }: Almanac): Row[] {
  return bookings.map(({ id, personId, kind, from, to }) => ({
    id,
    person_id: personId,
    kind,
    start_date: dateOf(from),
    end_date: dateOf(to),
  }));
}
