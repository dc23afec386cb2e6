// The hand-written half of the sample firm. Days count from the Monday of the current week (0), weeks likewise;
// nothing in this folder knows a date.
import type { Template } from "../../src/domain/firm.ts";
import type { ProjectStatus } from "../../src/domain/project.ts";
import type { DisciplinePercent } from "../../src/domain/project-update.ts";
import type { PulseScore } from "../../src/domain/pulse.ts";

export type SampleCompany = {
  id: string;
  name: string;
  archived?: true;
  domains: string[];
  /** What kind of client this is, and so the template its portal should have. */
  kind: Template;
  currency: Currency;
  termsDays: number;
  /** How many days after the invoice this client usually pays. */
  paysAfterDays: number;
};

export type Currency = "USD" | "EUR" | "GBP";

export type SampleContact = {
  id: string;
  emails: string[];
  name: string;
  companyIds: string[];
  title: string;
  phone?: string;
  archived?: true;
};

export type Discipline = "Architecture" | "Structural" | "MEP" | "Civil" | "Interiors";

export type SamplePerson = {
  id: string;
  name: string;
  role: string;
  /** Null for the office: it keeps no time on projects. */
  discipline: Discipline | null;
  email: string;
  phone: string;
  capacityHours: number;
  /** Per hour, in USD. */
  billRate: number;
  costRate: number;
  archived?: true;
};

export type PhaseKey = "sd" | "dd" | "cd" | "permit" | "bid" | "ca";

export type SampleProject = {
  id: string;
  companyId: string;
  name: string;
  status: ProjectStatus;
  /** The current phase and how much of it is done; every earlier phase is complete, every later one not begun. */
  phase: PhaseKey;
  phasePercent: number;
  /** Only the phases the firm is hired for; all six when absent. */
  phases?: PhaseKey[];
  weeks: {
    start: number;
    /** The week in which today's progress should have been reached: 0 is on time, -3 is three weeks late. */
    progress: number;
    end: number;
  };
  /** Whole units of the company's currency. */
  fee: number;
  managerId: string;
  teamIds: string[];
  contactIds: string[];
  address: string;
  description: string;
  /** What the project waits for right now, beside the usual milestones of its phases. */
  asks?: { name: string; day: number; owner: "firm" | "client" }[];
  /** The client withholds the last invoice. */
  hasDisputedInvoice?: true;
};

export type SampleUpdate = {
  projectId: string;
  authorId: string;
  /** Never after the Monday of this week, so that it lies in the past all week long. */
  day: number;
  state: "published" | "review" | "draft";
  /** Markdown. */
  body: string;
  percents: DisciplinePercent[];
  /** What the drawing below it shows (`draw-plan.ts`); absent: there is none. */
  plan?: string;
};

/** One person's answers about one project, the oldest first and far enough apart to be asked for. */
export type SamplePulse = {
  email: string;
  projectId: string;
  answers: { daysAgo: number; score: PulseScore; comment?: string }[];
};
