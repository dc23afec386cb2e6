import { type CalendarDate, daysBetween } from "../../domain/calendar-date.ts";
import type { CompanyWork, Milestone, Project } from "../../domain/project.ts";
import type { MilestoneModel } from "../../ui/components/milestones.tsx";
import type { NoticeModel } from "../../ui/components/notice.tsx";
import type { RailModel } from "../../ui/components/phase-rail.tsx";
import { formatPercent, formatQuantity } from "../../ui/format/number.ts";
import { presentFreshness, presentMeasure } from "../project/present.ts";
import { byDueDate, isWaitingOnClient, openMilestones, presentMilestone } from "../project/present-milestones.ts";
import { presentRail } from "../project/present-phases.ts";

const RECENT_DAYS_MAX = 30;
const RECENT_MAX = 5;

export type HomeModel = { state: "closed" | "empty"; notice: NoticeModel } | OpenHomeModel;

export type OpenHomeModel = {
  state: "full" | "stale";
  /** The answer, not the category: "3 projects under way". */
  heading: string;
  /** "Updated 6 minutes ago", or for a stale page since when it stands still. */
  freshness: string;
  /** What the client has to do, over all projects; the earliest due first. */
  waiting: MilestoneModel[];
  groups: { heading: string; projects: ProjectEntry[] }[];
  /** What was finished lately, the newest first. */
  recent: MilestoneModel[];
};

export type ProjectEntry = {
  name: string;
  href: string;
  number: string | null;
  /** "Construction documents, phase 3 of 6", or the phase's name alone. */
  phase: string | null;
  rail: RailModel | null;
  progress: { percent: number; text: string; measure: string } | null;
  next: MilestoneModel | null;
};

export type HomeInput = {
  portalSlug: string;
  firmName: string;
  companyName: string;
  work: CompanyWork;
  /** What the percent measures, such as "by tasks done"; absent when the PSA does not say. */
  percentMeasure?: string | null;
  readAt: Date;
  /** Whether newer figures were asked for in vain. */
  isStale?: boolean;
  now: Date;
  today: CalendarDate;
  locale: string;
};

type Visible = "active" | "on_hold" | "completed";

const GROUPS: { status: Visible; heading: string }[] = [
  { status: "active", heading: "Under way" },
  { status: "on_hold", heading: "On hold" },
  { status: "completed", heading: "Completed" },
];

/** A company's projects: what waits on the client, where each project is, and what was finished lately. */
export function presentHome(input: HomeInput): HomeModel {
  // INVARIANT: drafts and archived projects end here even if a loader lets one through; so does other companies' work.
  const projects = input.work.projects.filter(
    ({ companyId, status }) => companyId === input.work.companyId && GROUPS.some((group) => group.status === status),
  );
  if (projects.length === 0) return { state: "empty", notice: emptyNotice(input) };
  return {
    state: input.isStale ? "stale" : "full",
    heading: headingOf(projects, input.locale),
    freshness: presentFreshness(input),
    waiting: presentWaiting(input, projects),
    groups: presentGroups(input, projects),
    recent: presentRecent(input, projects),
  };
}

function emptyNotice({ firmName, companyName }: HomeInput): NoticeModel {
  return {
    heading: "No projects",
    paragraphs: [
      `${firmName} shows no project of ${companyName} here yet. A project appears as soon as they share it.`,
    ],
    signedInAs: null,
    actions: [],
    contact: null,
    reference: null,
  };
}

function headingOf(projects: Project[], locale: string): string {
  const active = projects.filter(({ status }) => status === "active").length;
  if (active === 0) return `${formatQuantity(projects.length, "project", "projects", locale)}, none under way`;
  return `${formatQuantity(active, "project", "projects", locale)} under way`;
}

function presentWaiting(input: HomeInput, projects: Project[]): MilestoneModel[] {
  const running = projects.filter(({ status }) => status === "active");
  return input.work.milestones
    .filter((milestone) => isWaitingOnClient(milestone, input.today))
    .sort(byDueDate)
    .flatMap((milestone) => inProject(input, running, milestone))
    .map((milestone) => ({ ...milestone, who: null, flag: milestone.flag?.kind === "late" ? milestone.flag : null }));
}

function presentRecent(input: HomeInput, projects: Project[]): MilestoneModel[] {
  return input.work.milestones
    .filter(({ doneDate }) => doneDate !== null && isRecent(doneDate, input.today))
    .sort((a, b) => (b.doneDate ?? "").localeCompare(a.doneDate ?? "") || a.name.localeCompare(b.name))
    .flatMap((milestone) => inProject(input, projects, milestone))
    .map((milestone) => ({ ...milestone, who: null }))
    .slice(0, RECENT_MAX);
}

function isRecent(doneDate: CalendarDate, today: CalendarDate): boolean {
  const days = daysBetween(doneDate, today);
  return days >= 0 && days <= RECENT_DAYS_MAX;
}

function inProject(input: HomeInput, projects: Project[], milestone: Milestone): MilestoneModel[] {
  const project = projects.find(({ id }) => id === milestone.projectId);
  if (!project) return [];
  return [presentMilestone(milestone, { name: project.name, href: projectHref(input.portalSlug, project) }, input)];
}

function presentGroups(input: HomeInput, projects: Project[]): OpenHomeModel["groups"] {
  const order = new Intl.Collator(input.locale, { numeric: true });
  return GROUPS.flatMap(({ status, heading }) => {
    const members = projects.filter((project) => project.status === status);
    members.sort((a, b) => order.compare(a.name, b.name));
    return members.length > 0 ? [{ heading, projects: members.map((project) => presentEntry(input, project)) }] : [];
  });
}

function presentEntry(input: HomeInput, project: Project): ProjectEntry {
  const { work, firmName, percentMeasure, today, locale } = input;
  const rail = presentRail({ project, phases: work.phases, today, locale });
  const percent = project.percentComplete;
  const [next] = openMilestones(work.milestones, project.id);
  return {
    name: project.name,
    href: projectHref(input.portalSlug, project),
    number: project.number,
    phase: rail?.summary ?? project.phase,
    rail: project.status === "completed" ? null : rail,
    progress:
      percent === null
        ? null
        : { percent, text: formatPercent(percent, locale), measure: presentMeasure(percentMeasure, firmName) },
    next: next && project.status !== "completed" ? presentMilestone(next, null, input) : null,
  };
}

function projectHref(portalSlug: string, project: Project): string {
  return `/${portalSlug}/projects/${encodeURIComponent(project.id)}`;
}
