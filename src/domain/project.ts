import type { CalendarDate } from "./calendar-date.ts";
import type { CompanyId, ContactId, ProjectId } from "./ids.ts";
import type { Money } from "./money.ts";

export const projectStatuses = ["active", "on_hold", "completed", "archived", "draft"] as const;
export type ProjectStatus = (typeof projectStatuses)[number];

/** A project of a client company. Null means that the PSA does not supply the fact. */
export type Project = {
  id: ProjectId;
  companyId: CompanyId;
  number: string | null;
  name: string;
  status: ProjectStatus;
  /** Name of the phase the project is in. */
  phase: string | null;
  startDate: CalendarDate | null;
  endDate: CalendarDate | null;
  /** 0–100. */
  percentComplete: number | null;
  managerId: string | null;
  /** The client's contacts who are named on the project. */
  contactIds: ContactId[];
  address: string | null;
  currency: string | null;
  fee: Money | null;
  description: string | null;
};

/** Whether its days count: of a project that is on hold or over nothing is late, and nothing waits on anybody. */
export function isUnderWay({ status }: Pick<Project, "status">): boolean {
  return status === "active";
}

export type Phase = {
  id: string;
  projectId: ProjectId;
  name: string;
  /** Position on the rail, ascending; null sorts last, then by start date, then by name. */
  order: number | null;
  startDate: CalendarDate | null;
  endDate: CalendarDate | null;
  percentComplete: number | null;
  fee: Money | null;
  budgetHours: number | null;
};

export type Milestone = {
  id: string;
  projectId: ProjectId;
  name: string;
  dueDate: CalendarDate;
  doneDate: CalendarDate | null;
  /** Who has to act: the firm or the client; null when the PSA does not say. */
  owner: "firm" | "client" | null;
};

/** Somebody who works at the firm. */
export type StaffMember = {
  id: string;
  name: string;
  role: string | null;
  discipline: string | null;
  email: string | null;
  phone: string | null;
};

/** Somebody's part in a project. */
export type TeamMember = { projectId: ProjectId; personId: string; role: string | null };

/**
 * Hours of one discipline in one phase, added up: who worked them, and when, is not in it. `billed` is what they come to at
 * the bill rates; null where the PSA supplies no rates, or no currency.
 */
export type HoursTotal = {
  projectId: ProjectId;
  phaseId: string | null;
  discipline: string | null;
  hours: number;
  billed: Money | null;
};

/** What is left of what a project's hours come to, once their cost is taken off; 0–100, or below 0. Cost itself stays out. */
export type ProjectMargin = { projectId: ProjectId; percent: number };

/** How much of their capacity a person has worked in the last four weeks, on all projects; 0–100 and above. */
export type Utilisation = { personId: string; percent: number };

/** `projectId` null: it is for the company as a whole. Drafts and cancelled ones are not in it. */
export type Invoice = {
  id: string;
  companyId: CompanyId;
  projectId: ProjectId | null;
  number: string;
  issuedOn: CalendarDate;
  dueOn: CalendarDate | null;
  amount: Money;
  paid: Money | null;
  paidOn: CalendarDate | null;
  isPaid: boolean;
};

export const taskStatuses = ["todo", "in_progress", "done"] as const;
export type TaskStatus = (typeof taskStatuses)[number];

export type Task = {
  id: string;
  projectId: ProjectId;
  phaseId: string | null;
  name: string;
  status: TaskStatus | null;
  dueDate: CalendarDate | null;
  internalNotes: string | null;
};

/** Parts of a company's work that would say something wrong where a row of them is missing. `doneTasks`: of the tasks, those that are done. */
export type WorkPart =
  | "phases"
  | "milestones"
  | "manager"
  | "team"
  | "utilisation"
  | "hours"
  | "margins"
  | "fee"
  | "invoices"
  | "tasks"
  | "doneTasks";

/**
 * Parts of which not everything could be read, so that what they come to is not known: for one project, or where `projectId`
 * is null for each of them, and for the company as a whole. `too_much`: nothing is wrong with it; it is more than a page can wait for.
 * `not_yet`: nor with this; others needed the calls, and it is read behind the page.
 */
export type Unread = {
  parts: readonly WorkPart[];
  projectId: ProjectId | null;
  why: "not_readable" | "too_much" | "not_yet";
};

/** What a portal shows of one company, read together so that the parts fit. Rows of other companies are never in it. */
export type CompanyWork = {
  companyId: CompanyId;
  projects: Project[];
  phases: Phase[];
  milestones: Milestone[];
  /** Project managers of these projects. */
  managers: StaffMember[];
  team: TeamMember[];
  /** The people in `team`. */
  staff: StaffMember[];
  utilisation: Utilisation[];
  hours: HoursTotal[];
  margins: ProjectMargin[];
  invoices: Invoice[];
  tasks: Task[];
};

/** Work of which the PSA supplies nothing yet. */
export function emptyWork(companyId: CompanyId): CompanyWork {
  return {
    companyId,
    projects: [],
    phases: [],
    milestones: [],
    managers: [],
    team: [],
    staff: [],
    utilisation: [],
    hours: [],
    margins: [],
    invoices: [],
    tasks: [],
  };
}
