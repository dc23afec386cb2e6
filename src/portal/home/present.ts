import { isUnderWay, type Milestone, type Project } from "../../domain/project.ts";
import type { MilestoneModel } from "../../ui/components/milestones.tsx";
import type { NoticeModel } from "../../ui/components/notice.tsx";
import { formatDistantDay } from "../../ui/format/day.ts";
import type { Link } from "../../ui/frame.ts";
import { presentFreshness } from "../project/present.ts";
import { byDueDate, isWaitingOnClient, presentMilestone } from "../project/present-milestones.ts";
import { projectHref, type ShownProject, shownProjects } from "../shown-projects.ts";
import { lossOf, presentLeftOut } from "../unread.ts";
import type { HomeInput } from "./home-input.ts";
import { type CardGroup, presentCards } from "./present-cards.ts";
import { type ChangesModel, presentChanges } from "./present-changes.ts";
import { type HomeInvoicesModel, presentHomeInvoices, presentOverdue } from "./present-invoices.ts";
import { presentTable, type TableModel } from "./present-table.ts";
import { plainQuery, tableHref } from "./table-query.ts";
import { hasTable } from "./table-size.ts";
import { words } from "./words.ts";

const WAITING_BESIDE_TABLE_MAX = 8;

export type HomeModel = { state: "closed" | "empty"; notice: NoticeModel } | OpenHomeModel;

export type OpenHomeModel = {
  state: "full" | "stale";
  title: string;
  /** The answer, not the category: "3 projects under way". */
  heading: string;
  /** "Updated 6 minutes ago", or for a stale page since when it stands still. */
  freshness: string;
  /** What may be missing on this page, and why. */
  missing: string[];
  /** What the client has to do, over all projects: what is to be paid, then the earliest due first. `more` leads to the projects of what is left out. */
  waiting: { heading: string; items: MilestoneModel[]; more: Link | null };
  projects: { kind: "cards"; groups: CardGroup[] } | { kind: "table"; table: TableModel };
  /** What they owe and have paid; null where there are no invoices, or none may be seen. */
  invoices: HomeInvoicesModel | null;
  changes: ChangesModel;
};

/** A company's projects: what waits on the client, where each project is, and what changed lately. */
export function presentHome(input: HomeInput): HomeModel {
  const projects = shownProjects(input.work);
  const say = words(input.locale);
  if (projects.length === 0) return { state: "empty", notice: emptyNotice(input) };
  return {
    state: input.isStale ? "stale" : "full",
    title: say("title"),
    heading: headingOf(projects, input.locale),
    freshness: presentFreshness(input),
    missing: presentMissing(input),
    waiting: presentWaiting(input, projects),
    projects: hasTable(projects)
      ? { kind: "table", table: presentTable(input, projects) }
      : { kind: "cards", groups: presentCards(input, projects) },
    invoices: presentHomeInvoices(input),
    changes: presentChanges(input, projects),
  };
}

/** Phases and milestones stand in several places of the page, so it is said once above them. */
function presentMissing({ work: { unread }, firmName, locale }: HomeInput): string[] {
  const say = words(locale);
  return (["milestones", "phase"] as const).flatMap((list) => {
    const leftOut = presentLeftOut(unread, list, { firmName, locale });
    if (leftOut) return `${leftOut.heading}. ${leftOut.text}`;
    return lossOf(unread, list) === null ? [] : say(`missing_${list}`, { firm: firmName });
  });
}

function emptyNotice({ firmName, companyName, locale }: HomeInput): NoticeModel {
  const say = words(locale);
  return {
    heading: say("empty"),
    paragraphs: [say("empty_text", { firm: firmName, company: companyName })],
    signedInAs: null,
    actions: [],
    contact: null,
    reference: null,
  };
}

function headingOf(projects: Project[], locale: string): string {
  const active = projects.filter(isUnderWay).length;
  const say = words(locale);
  return active === 0 ? say("none_under_way", { count: projects.length }) : say("under_way", { count: active });
}

function presentWaiting(input: HomeInput, projects: ShownProject[]): OpenHomeModel["waiting"] {
  const say = words(input.locale);
  const byId = new Map(projects.map((project) => [project.id, project]));
  const waiting = input.work.milestones
    .filter((milestone) => {
      const project = byId.get(milestone.projectId);
      return project !== undefined && isWaitingOnClient(milestone, project, input.today);
    })
    .sort(byDueDate);
  const shown = hasTable(projects) ? waiting.slice(0, WAITING_BESIDE_TABLE_MAX) : waiting;
  const count = waiting.length - shown.length;
  const href = tableHref(input.portalSlug, { ...plainQuery, sort: "waiting", isDescending: true });
  return {
    heading: say("waiting"),
    items: [
      ...presentOverdue(input),
      ...shown.flatMap((milestone) => presentItem(input, byId.get(milestone.projectId), milestone)),
    ],
    more: count > 0 ? { label: say("waiting_more", { count }), href } : null,
  };
}

function presentItem(input: HomeInput, project: Project | undefined, milestone: Milestone): MilestoneModel[] {
  if (!project) return [];
  const place = { name: project.name, href: projectHref(input.portalSlug, project) };
  const item = presentMilestone(milestone, place, { ...input, project });
  // That they wait is what the heading says; only lateness is news.
  const when = formatDistantDay(milestone.dueDate, input.today, input.locale);
  return [{ ...item, when, who: null, flag: item.flag?.kind === "late" ? item.flag : null }];
}
