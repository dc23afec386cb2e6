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

/** What a portal shows of one company, read together so that the parts fit. Rows of other companies are never in it. */
export type CompanyWork = {
  companyId: CompanyId;
  projects: Project[];
  phases: Phase[];
  milestones: Milestone[];
  /** Project managers of these projects. */
  managers: StaffMember[];
};
