import type { ShownWork } from "../../access/content.ts";
import type { UpdateNews } from "../../data/queries/updates.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { CompanyWork } from "../../domain/project.ts";
import type { TableQuery } from "./table-query.ts";

/** A company's work, and what of it is not known. */
export type HomeWork = CompanyWork & Pick<ShownWork, "unread">;

/** Facts that the template or a switch hides are null or empty here already. */
export type HomeInput = {
  portalSlug: string;
  firmName: string;
  companyName: string;
  work: HomeWork;
  /** How the table of projects was asked for; absent for the plain one. */
  query?: TableQuery;
  /** What the percent measures, such as "by tasks done"; absent when the PSA does not say. */
  percentMeasure?: string | null;
  readAt: Date;
  /** Whether newer figures were asked for in vain. */
  isStale?: boolean;
  now: Date;
  today: CalendarDate;
  /** When they were last here before this visit; absent or null where that is not known. */
  lastVisitOn?: CalendarDate | null;
  /** The newest published update of each project, of those that are not shown as well. */
  news?: UpdateNews[];
  locale: string;
};
