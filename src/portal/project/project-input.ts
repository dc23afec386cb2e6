import type { ShownWork } from "../../access/content.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Milestone, Phase, Project, StaffMember } from "../../domain/project.ts";
import type { ShownBlock } from "../../domain/template.ts";
import type { PulseModel } from "./pulse/present.ts";
import type { UpdatesModel } from "./updates/present.ts";

/** Facts that the template or a switch hides are null or empty here already. */
export type ProjectInput = {
  portalSlug: string;
  firmName: string;
  project: Project;
  /** Whether this person sees no other one: the home page then leads here, and no link leads back to it. */
  isOnly?: boolean;
  phases: Phase[];
  milestones: Milestone[];
  manager: StaffMember | null;
  /** What belongs to this project; parts that are hidden are empty. */
  more: Pick<
    ShownWork,
    "disciplines" | "hours" | "invoices" | "margins" | "tasks" | "team" | "staff" | "utilisation" | "unread"
  >;
  /** What the firm has written, and how it asks; absent where there is nothing of it. */
  updates?: UpdatesModel | null;
  pulse?: PulseModel | null;
  /** The blocks that the page has, in their order; what is not among them is absent. */
  order: readonly ShownBlock[];
  /** What the percent measures, such as "by tasks done"; absent when the PSA does not say. */
  percentMeasure?: string | null;
  readAt: Date;
  /** Whether newer figures were asked for in vain. */
  isStale?: boolean;
  now: Date;
  today: CalendarDate;
  locale: string;
};
