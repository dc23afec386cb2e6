import type { StaffMember } from "../../domain/project.ts";
import { ASIDE_BLOCK } from "../../domain/template.ts";
import type { NoticeModel } from "../../ui/components/notice.tsx";
import type { TitleBlockModel } from "../../ui/components/title-block.tsx";
import { formatAge } from "../../ui/format/age.ts";
import { formatSpan } from "../../ui/format/day.ts";
import { formatMoment } from "../../ui/format/moment.ts";
import type { Link } from "../../ui/frame.ts";
import type { UnreadModel } from "../unread.ts";
import { fitOnPaper, type PlacedBlock } from "./blocks-on-paper.ts";
import { presentBlocks } from "./present-blocks.ts";
import { isUnread, presentUnread } from "./present-unread.ts";
import type { ProjectInput } from "./project-input.ts";
import { words } from "./words.ts";

export type ProjectModel = { state: "closed"; notice: NoticeModel } | OpenProjectModel;

export type OpenProjectModel = {
  /** `empty`: the firm has published neither phases nor milestones nor a percent for it. */
  state: "full" | "empty" | "stale";
  block: TitleBlockModel;
  back: Link | null;
  /** "Updated 6 minutes ago", or for a stale page since when it stands still. */
  freshness: string;
  /** What a printed page says of itself, for it is read at another time. */
  report: string;
  manager: ManagerModel | null;
  /** What stands where the manager would, who could not be read. */
  unreadManager: UnreadModel | null;
  about: { heading: string; paragraphs: string[] } | null;
  /** Of the manager and of what the project is about. */
  isAboutEmphasised: boolean;
  /** In the order that the firm gives them; those without content are absent. */
  blocks: PlacedBlock[];
  emptyText: string;
};

export type ManagerModel = { name: string; role: string | null; email: Link | null; phone: Link | null };

/** One project as its client sees it. */
export function presentProject(input: ProjectInput): OpenProjectModel {
  const { firmName, readAt, now, locale } = input;
  const say = words(locale);
  const blocks = fitOnPaper(presentBlocks(input), { title: input.project.name, locale });
  const hasProgress = progressBlocks.some(
    (progress) => blocks.some(({ name }) => name === progress) || isUnread(progress, input),
  );
  const aside = input.order.find(({ name }) => name === ASIDE_BLOCK);
  const manager = aside ? input.manager : null;
  return {
    state: input.isStale ? "stale" : hasProgress ? "full" : "empty",
    block: { title: input.project.name, cells: presentCells(input, manager) },
    back: input.isOnly ? null : { label: say("back"), href: `/${input.portalSlug}` },
    freshness: presentFreshness(input),
    report: say("report", { firm: firmName, moment: reportMoment(readAt, now, locale) }),
    manager: manager && presentManager(manager),
    unreadManager: aside ? presentUnread("about", input) : null,
    about: aside ? presentAbout(input) : null,
    isAboutEmphasised: aside?.isEmphasised === true,
    blocks,
    emptyText: say("empty", { firm: firmName }),
  };
}

const progressBlocks = ["phases", "milestones"] as const;

/** How old what is shown is, in words that also say that it is being tried again. */
export function presentFreshness(input: Pick<ProjectInput, "readAt" | "now" | "isStale" | "locale">): string {
  const age = formatAge(input.readAt, input.now, input.locale);
  return words(input.locale)(input.isStale ? "stale" : "updated", { age });
}

/** The moment itself, never its age: paper does not grow older with its reader. */
function reportMoment(readAt: Date, now: Date, locale: string): string {
  const HOUR_MS = 3_600_000;
  return formatMoment(readAt, new Date(Math.max(now.getTime(), readAt.getTime() + HOUR_MS)), locale).text;
}

/** The manager stands here as well: on a phone, whom to reach stands at the foot of the page. */
function presentCells(input: ProjectInput, manager: StaffMember | null): TitleBlockModel["cells"] {
  const { project, readAt, now, today, locale } = input;
  const say = words(locale);
  const { status } = project;
  const isNamed = status === "active" || status === "on_hold" || status === "completed";
  const cells: [label: string, value: string | null | undefined][] = [
    [say("number"), project.number],
    [say("address"), project.address],
    [say("phase"), project.phase?.trim()],
    [say("state"), isNamed ? say(status) : null],
    [say("manager"), manager?.name],
    [say("planned"), formatSpan(project.startDate, project.endDate, today, locale)],
  ];
  const age = { label: say("asOf"), value: formatAge(readAt, now, locale), isAgeing: true };
  return [...cells.flatMap(([label, value]) => (value ? [{ label, value }] : [])), age];
}

function presentAbout({ project, locale }: ProjectInput): OpenProjectModel["about"] {
  const paragraphs = (project.description ?? "")
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
  return paragraphs.length === 0 ? null : { heading: words(locale)("about"), paragraphs };
}

function presentManager({ name, role, email, phone }: StaffMember): ManagerModel {
  return {
    name,
    role,
    email: email ? { label: email, href: `mailto:${encodeURIComponent(email)}` } : null,
    phone: phone ? { label: phone, href: `tel:${phone.replace(/[^+\d]/g, "")}` } : null,
  };
}
