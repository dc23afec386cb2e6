// Productive's projects and what belongs to them to our nouns, pure. Only what a portal may know is carried over.
import type { CompanyId, ContactId, ProjectId } from "../../domain/ids.ts";
import type { Invoice, Milestone, Phase, Project, ProjectMargin, Task, TaskStatus } from "../../domain/project.ts";
import { plainText } from "../http/plain-text.ts";
import { dayOf, decimalOf, earliest, hoursOf, latest, moneyOf, onlyOne, sumOf, textOrNull } from "./units.ts";
import type { DealRow, InvoiceRow, ProjectRow, ServiceRow, TaskRow } from "./wire.ts";

/** The type of a task that is a milestone. */
export const MILESTONE = 3;
const CREDIT_NOTE = 2;

/** `companyId`: the project's, told apart from that of a firm's own project, which has none of a client. */
export type ClientProject = { row: ProjectRow; companyId: CompanyId };

/** `budgets` are the project's own, `contactIds` the client's people who are members of it. */
export function mapProject(
  { row, companyId }: ClientProject,
  { budgets, contactIds }: { budgets: DealRow[]; contactIds: ContactId[] },
): Project {
  const currency = onlyOne(budgets.map((budget) => budget.currency ?? null));
  return {
    id: row.id as ProjectId,
    companyId,
    number: textOrNull(row.project_number ?? row.number),
    name: row.name,
    status: statusOf(row, budgets),
    phase: null,
    startDate: earliest(budgets.flatMap(({ date }) => date ?? [])),
    endDate: budgets.every(({ end_date }) => end_date)
      ? latest(budgets.flatMap(({ end_date }) => end_date ?? []))
      : null,
    percentComplete: null,
    managerId: row.project_manager ?? null,
    contactIds,
    address: null,
    currency,
    fee: moneyOf(
      sumOf(budgets, ({ budget_total }) => budget_total ?? 0),
      currency,
    ),
    description: plainText(row.description ?? null),
  };
}

/** Productive has no status of a project: it is archived or not, and its budgets are open or closed. */
function statusOf({ archived_at }: ProjectRow, budgets: DealRow[]): Project["status"] {
  if (archived_at !== null) return "archived";
  return budgets.length > 0 && budgets.every(({ closed_at }) => closed_at !== null) ? "completed" : "active";
}

/** What is left of the revenue of a project's budgets, where Productive has both figures and one currency. */
export function marginOf({ id, currency }: Project, budgets: DealRow[]): ProjectMargin[] {
  const isKnown = currency !== null && budgets.every(({ revenue, profit }) => revenue != null && profit != null);
  const revenue = sumOf(budgets, (budget) => budget.revenue ?? 0);
  if (!isKnown || revenue <= 0) return [];
  return [{ projectId: id, percent: Math.round((sumOf(budgets, ({ profit }) => profit ?? 0) / revenue) * 100) }];
}

/** A line of a budget. Productive has no dates for it; a total or a time of 0 is one that nobody has filled in. */
export function mapPhase(row: ServiceRow, projectId: ProjectId): Phase {
  return {
    id: row.id,
    projectId,
    name: row.name,
    order: row.position ?? null,
    startDate: null,
    endDate: null,
    percentComplete: null,
    fee: moneyOf(row.budget_total ?? 0, row.currency ?? null),
    budgetHours: row.budgeted_time ? hoursOf(row.budgeted_time) : null,
  };
}

/** Productive keeps milestones among the tasks, told apart by their type alone. */
export function isMilestone({ type_id }: TaskRow): boolean {
  return type_id === MILESTONE;
}

/** Null for a milestone without a day. Whose move it is says the tag `client` or `firm`. */
export function mapMilestone(row: TaskRow, projectId: ProjectId): Milestone | null {
  if (!row.due_date) return null;
  const tags = (row.tag_list ?? []).map((tag) => tag.trim().toLowerCase());
  const owners = (["firm", "client"] as const).filter((owner) => tags.includes(owner));
  return {
    id: row.id,
    projectId,
    name: row.title,
    dueDate: row.due_date,
    doneDate: dayOf(row.closed_at),
    owner: onlyOne(owners),
  };
}

/** The categories of a workflow's statuses. */
const statusOfCategory: Record<number, TaskStatus> = { 1: "todo", 2: "in_progress", 3: "done" };

/** `category` is that of the status in the project's workflow; null where it is not known. */
export function mapTask(
  row: TaskRow,
  { projectId, phaseId, category }: { projectId: ProjectId; phaseId: string | null; category: number | null },
): Task {
  const known = category === null ? null : (statusOfCategory[category] ?? null);
  return {
    id: row.id,
    projectId,
    phaseId,
    name: row.title,
    status: row.closed || row.closed_at ? "done" : known,
    dueDate: row.due_date ?? null,
    internalNotes: plainText(row.description ?? null),
  };
}

/** Null for one that the client has never got, or that no longer counts: a draft, a credit note, one that is credited in full. */
export function mapInvoice(row: InvoiceRow, { companyId, projectId }: Pick<Invoice, "companyId" | "projectId">) {
  const isSent = Boolean(row.finalized_at || row.sent_on);
  const credited = row.amount_credited_with_tax ?? 0;
  const isCancelled = row.amount_with_tax > 0 && credited >= row.amount_with_tax;
  if (!isSent || !row.invoiced_on || row.deleted_at || row.invoice_type_id === CREDIT_NOTE || isCancelled) return null;
  return {
    id: row.id,
    companyId,
    projectId,
    number: row.number ?? "",
    issuedOn: row.invoiced_on,
    dueOn: row.pay_on ?? null,
    amount: { amount: decimalOf(row.amount_with_tax), currency: row.currency },
    paid: row.amount_paid == null ? null : { amount: decimalOf(row.amount_paid), currency: row.currency },
    paidOn: row.paid_on ?? null,
    isPaid: row.amount_unpaid == null ? row.paid_on != null : row.amount_unpaid <= 0,
  } satisfies Invoice;
}
