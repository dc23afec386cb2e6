// Rows to our nouns, pure. Only what a portal may know is carried over.
import type { Company, Contact } from "../../domain/contact.ts";
import type { CompanyId, ContactId, ProjectId } from "../../domain/ids.ts";
import type { Money } from "../../domain/money.ts";
import type { Invoice, Milestone, Phase, Project, StaffMember, Task, TeamMember } from "../../domain/project.ts";
import type {
  AssignmentRow,
  CompanyRow,
  ContactRow,
  InvoiceRow,
  MilestoneRow,
  PersonRow,
  PhaseRow,
  ProjectRow,
  TaskRow,
} from "./wire.ts";

/** Mail domains are compared in small letters. */
export function mapCompany(row: CompanyRow): Company {
  return {
    id: row.id as CompanyId,
    name: row.name,
    isArchived: row.archived,
    domains: row.domains.map((domain) => domain.toLowerCase()),
  };
}

/** What is no email address is kept beside those that are, so that the firm can be shown it. */
export function mapContact(row: ContactRow): Contact {
  return {
    id: row.id as ContactId,
    name: row.name,
    emails: [...row.email.usable],
    unusableEmails: [...row.email.unusable],
    companyIds: row.company_id.map((id) => id as CompanyId),
    title: row.title,
    phone: row.phone,
    isArchived: row.archived,
  };
}

/** The columns mean what ours do. What a row leaves out is null, never a guess. */
export function mapProject(row: ProjectRow): Project {
  return {
    id: row.id as ProjectId,
    companyId: row.company_id as CompanyId,
    number: row.number,
    name: row.name,
    status: row.status,
    phase: row.phase,
    startDate: row.start_date,
    endDate: row.end_date,
    percentComplete: row.percent_complete,
    managerId: row.manager_id,
    contactIds: row.contact_ids.map((id) => id as ContactId),
    address: row.address,
    currency: row.currency,
    fee: mapMoney(row.fee, row.currency),
    description: row.description,
  };
}

/** `currency` is the project's: the file of phases has none of its own. */
export function mapPhase(row: PhaseRow, currency: string | null): Phase {
  return {
    id: row.id,
    projectId: row.project_id as ProjectId,
    name: row.name,
    order: row.order,
    startDate: row.start_date,
    endDate: row.end_date,
    percentComplete: row.percent_complete,
    fee: mapMoney(row.fee, currency),
    budgetHours: row.budget_hours,
  };
}

/** `owner` null: the row does not say whose move it is. */
export function mapMilestone(row: MilestoneRow): Milestone {
  return {
    id: row.id,
    projectId: row.project_id as ProjectId,
    name: row.name,
    dueDate: row.due_date,
    doneDate: row.done_date,
    owner: row.owner,
  };
}

/** Somebody of the firm. What may be shown of them is decided later. */
export function mapStaffMember(row: PersonRow): StaffMember {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    discipline: row.discipline,
    email: row.email,
    phone: row.phone,
  };
}

/** Who is assigned to a project, and as what; the person's name stands in the other file. */
export function mapTeamMember(row: AssignmentRow): TeamMember {
  return { projectId: row.project_id as ProjectId, personId: row.person_id, role: row.role };
}

/** Internal notes come along: the firm's switch decides whether they are shown. */
export function mapTask(row: TaskRow): Task {
  return {
    id: row.id,
    projectId: row.project_id as ProjectId,
    phaseId: row.phase_id,
    name: row.name,
    status: row.status,
    dueDate: row.due_date,
    internalNotes: row.internal_notes,
  };
}

const NOT_SENT = new Set(["draft", "void", "voided", "cancelled", "canceled"]);

/** Null for an invoice that the client has never got, or that no longer counts. */
export function mapInvoice(row: InvoiceRow): Invoice | null {
  const status = row.status?.toLowerCase() ?? "";
  if (NOT_SENT.has(status)) return null;
  const paid = row.paid_amount === null ? null : { amount: row.paid_amount, currency: row.currency };
  return {
    id: row.id,
    companyId: row.company_id as CompanyId,
    projectId: row.project_id as ProjectId | null,
    number: row.number,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    amount: { amount: row.amount, currency: row.currency },
    paid,
    paidOn: row.paid_on,
    isPaid: status === "paid" || (paid !== null && Number(paid.amount) >= Number(row.amount)),
  };
}

function mapMoney(amount: string | null, currency: string | null): Money | null {
  return amount === null || currency === null ? null : { amount, currency };
}
