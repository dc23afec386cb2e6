// Rows to our nouns, pure. Only what a portal may know is carried over.
import type { Company, Contact } from "../../domain/contact.ts";
import { parseEmail } from "../../domain/email.ts";
import type { CompanyId, ContactId, ProjectId } from "../../domain/ids.ts";
import type { Money } from "../../domain/money.ts";
import type { Invoice, Phase, Project, StaffMember, TeamMember } from "../../domain/project.ts";
import type {
  ClientRow,
  ContactRow,
  InvoiceRow,
  ProjectRow,
  TaskAssignmentRow,
  UserAssignmentRow,
  UserRow,
} from "./wire.ts";

/** Harvest knows no mail domains. */
export function mapCompany({ id, name, is_active }: ClientRow): Company {
  return { id: id as CompanyId, name, isArchived: !is_active, domains: [] };
}

/** Harvest archives no contacts: who is gone was deleted. */
export function mapContact(row: ContactRow): Contact {
  const email = row.email === null ? null : parseEmail(row.email);
  return {
    id: row.id as ContactId,
    name: nameOf(row) ?? row.email ?? `Contact ${row.id}`,
    emails: email === null ? [] : [email],
    unusableEmails: row.email !== null && email === null ? [row.email] : [],
    companyIds: row.client === null ? [] : [row.client.id as CompanyId],
    title: row.title,
    phone: row.phone_mobile ?? row.phone_office,
    isArchived: false,
  };
}

/** Null where neither name is filled in. */
export function nameOf({ first_name, last_name }: { first_name: string | null; last_name: string | null }) {
  return [first_name, last_name].filter((part) => part !== null).join(" ") || null;
}

/** Harvest knows active and not, and neither phase nor percent complete. Its currency is the client's. */
export function mapProject(row: ProjectRow, managerId: string | null): Project {
  const { currency } = row.client;
  return {
    id: row.id as ProjectId,
    companyId: row.client.id as CompanyId,
    number: row.code,
    name: row.name,
    status: row.is_active ? "active" : "archived",
    phase: null,
    startDate: row.starts_on,
    endDate: row.ends_on,
    percentComplete: null,
    managerId,
    contactIds: [],
    address: null,
    currency,
    fee: row.is_fixed_fee && row.fee !== null && currency !== null ? moneyOf(row.fee, currency) : null,
    description: null,
  };
}

/** A task of a project is the nearest that Harvest has to a phase. Its budget counts hours only where the project says so. */
export function mapPhase(row: TaskAssignmentRow, { budget_by }: ProjectRow): Phase {
  return {
    id: row.id,
    projectId: row.project.id as ProjectId,
    name: row.task.name,
    order: null,
    startDate: null,
    endDate: null,
    percentComplete: null,
    fee: null,
    budgetHours: budget_by === "task" ? row.budget : null,
  };
}

/** Harvest names no role on a project. */
export function mapTeamMember({ project, user }: UserAssignmentRow): TeamMember {
  return { projectId: project.id as ProjectId, personId: user.id, role: null };
}

/** Harvest has one list of business roles for a person: the first of them stands for the discipline. */
export function mapStaffMember(row: UserRow): StaffMember {
  return {
    id: row.id,
    name: nameOf(row) ?? `User ${row.id}`,
    role: row.roles?.join(", ") || null,
    discipline: disciplineOf(row),
    email: row.email,
    phone: row.telephone,
  };
}

/** The first of the person's roles in Harvest, or null. */
export function disciplineOf({ roles }: UserRow): string | null {
  return roles?.[0] ?? null;
}

/** Null for an invoice that the client has never got, or that was written off. */
export function mapInvoice(row: InvoiceRow): Invoice | null {
  if (row.state !== "open" && row.state !== "paid") return null;
  const projectIds = [...new Set(row.line_items.map(({ project }) => project?.id ?? null))];
  return {
    id: row.id,
    companyId: row.client.id as CompanyId,
    projectId: projectIds.length === 1 ? ((projectIds[0] ?? null) as ProjectId | null) : null,
    number: row.number,
    issuedOn: row.issue_date,
    dueOn: row.due_date,
    amount: moneyOf(row.amount, row.currency),
    paid: moneyOf(row.amount - row.due_amount, row.currency),
    paidOn: row.paid_date,
    isPaid: row.state === "paid",
  };
}

/** The two decimals that invoices are written with: what JSON numbers lose behind them is no money. */
export function moneyOf(amount: number, currency: string): Money {
  return { amount: amount.toFixed(2), currency };
}
