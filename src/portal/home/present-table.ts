import type { MilestoneModel } from "../../ui/components/milestones.tsx";
import { formatDay } from "../../ui/format/day.ts";
import { formatCount, formatPercent } from "../../ui/format/number.ts";
import type { FormTarget, Link } from "../../ui/frame.ts";
import { type PageOfRows, type PagesModel, pageOf, presentPages, rangeOf } from "../../ui/pages.ts";
import type { DownloadModel } from "../project/present-download.ts";
import { presentMeasure } from "../project/present-measure.ts";
import { words as projectWords } from "../project/words.ts";
import { projectHref, type ShownProject, type ShownStatus, shownStatuses } from "../shown-projects.ts";
import type { HomeInput } from "./home-input.ts";
import { factsOfProjects, filterFacts, type ProjectFacts, sortFacts } from "./project-facts.ts";
import {
  plainQuery,
  type SortKey,
  sortKeys,
  TABLE_ANCHOR,
  type TableQuery,
  tableFields,
  tableHref,
} from "./table-query.ts";
import { words } from "./words.ts";

export type TableModel = {
  label: string;
  filter: FilterModel;
  /** "23 of 500 projects" or "51–100 of 500 projects", and the way back to all of them where some are left out. */
  count: string;
  showAll: Link | null;
  grouping: Link;
  columns: ColumnModel[];
  /** By state, each under its heading, or one list without. Empty when nothing matches. */
  groups: { heading: string | null; rows: RowModel[] }[];
  /** The ways to the other rows; null where all stand here. */
  pages: PagesModel | null;
  /** All rows that are asked for as a file; null where nothing matches. */
  download: DownloadModel | null;
  emptyText: string;
  /** What the percent measures; null where no percent is shown. */
  measure: string | null;
};

export type FilterModel = {
  /** What else the table is asked for goes along with it. */
  target: FormTarget;
  textLabel: string;
  text: string;
  statusLabel: string;
  statuses: { value: string; label: string; isChosen: boolean }[];
  submit: string;
};

export type ColumnModel = Link & { key: SortKey; sorted: "ascending" | "descending" | undefined };
export type RowModel = { name: string; href: string; cells: CellModel[] };
export type CellModel = { key: SortKey; text: string; detail: string | null; flag: MilestoneModel["flag"] };

/** Most people look for the highest of these first. */
const HIGHEST_FIRST: readonly SortKey[] = ["percent", "waiting"];

/** A company's many projects as one table, filtered and sorted as its address says. */
export function presentTable(input: HomeInput, projects: ShownProject[]): TableModel {
  const { query = plainQuery, portalSlug, firmName, locale } = input;
  const say = words(locale);
  const rows = rowsOf(input, projects);
  const { facts, found } = rows;
  const page = pageOf(found.length, query.page);
  const isAll = query.text === "" && query.status === null;
  const first = { ...query, page: plainQuery.page };
  const keys = rows.keys.filter((key) => isColumn(key, query));
  const hasPercent = keys.includes("percent");
  return {
    label: say("title"),
    filter: presentFilter(input, first),
    count: presentCount(page, { count: facts.length, isAll, locale }),
    showAll: isAll
      ? null
      : { label: say("show_all"), href: tableHref(portalSlug, { ...first, text: "", status: null }) },
    grouping: {
      label: say(query.isGrouped ? "ungroup" : "group"),
      href: tableHref(portalSlug, { ...first, isGrouped: !query.isGrouped }),
    },
    columns: keys.map((key) => presentColumn(key, first, input)),
    groups: presentGroups(input, { found, page, keys }),
    pages: presentPages(page, {
      locale,
      hrefOf: (to) => `${tableHref(portalSlug, { ...query, page: to })}#${TABLE_ANCHOR}`,
    }),
    download: found.length === 0 ? null : presentDownload(input, first),
    emptyText: say("none_found"),
    measure: hasPercent ? say("measured", { measure: presentMeasure(input.percentMeasure, firmName, locale) }) : null,
  };
}

/** All projects with what is said of each, those of them that are asked for in their order, and the columns that something fills. */
export function rowsOf(
  input: Pick<HomeInput, "work" | "query" | "today" | "locale">,
  projects: ShownProject[],
): { facts: ProjectFacts[]; found: ProjectFacts[]; keys: SortKey[] } {
  const { query = plainQuery, locale } = input;
  const facts = factsOfProjects(input, projects);
  return {
    facts,
    found: sortFacts(filterFacts(facts, query), query, locale),
    keys: sortKeys.filter((key) => facts.some((one) => isFilled[key](one))),
  };
}

/** The rows by state where they are asked for so, else as one list. */
export function inGroups(
  found: ProjectFacts[],
  { isGrouped }: TableQuery,
): { status: ShownStatus | null; members: ProjectFacts[] }[] {
  if (!isGrouped) return [{ status: null, members: found }];
  return shownStatuses.map((status) => ({
    status,
    members: found.filter(({ project }) => project.status === status),
  }));
}

function presentDownload({ portalSlug, locale }: HomeInput, query: TableQuery): DownloadModel {
  const fields = new URLSearchParams(tableFields(query)).toString();
  return {
    label: projectWords(locale)("download"),
    about: words(locale)("projects_file"),
    href: `/${portalSlug}/projects.csv${fields && `?${fields}`}`,
  };
}

/** A column that nothing fills is not there: what is hidden or not supplied leaves no empty column behind. */
const isFilled: Record<SortKey, (facts: ProjectFacts) => boolean> = {
  name: () => true,
  number: ({ project }) => project.number !== null,
  state: () => true,
  phase: ({ phase }) => phase !== null,
  percent: ({ percent }) => percent !== null,
  next: ({ next }) => next !== null,
  waiting: ({ waiting }) => waiting > 0,
};

/** In groups, the heading tells the state of all rows below it. */
function isColumn(key: SortKey, { isGrouped }: TableQuery): boolean {
  return key !== "state" || !isGrouped;
}

function presentFilter({ portalSlug, locale }: HomeInput, query: TableQuery): FilterModel {
  const say = words(locale);
  return {
    target: { action: `/${portalSlug}`, fields: tableFields({ ...query, text: "", status: null }) },
    textLabel: say("search"),
    text: query.text,
    statusLabel: say("col_state"),
    statuses: [
      { value: "", label: say("every_state"), isChosen: query.status === null },
      ...shownStatuses.map((value) => ({ value, label: say(value), isChosen: query.status === value })),
    ],
    submit: say("filter"),
  };
}

function presentCount(page: PageOfRows, told: { count: number; isAll: boolean; locale: string }): string {
  const { count, isAll, locale } = told;
  const say = words(locale);
  const range = rangeOf(page, locale);
  if (page.isWhole)
    return isAll ? say("count", { count }) : say("count_of", { found: formatCount(page.count, locale), count });
  if (isAll) return say("count_of", { found: range, count });
  return say("count_found", { range, found: formatCount(page.count, locale), count });
}

function presentColumn(key: SortKey, query: TableQuery, { portalSlug, locale }: HomeInput): ColumnModel {
  const isSorted = query.sort === key;
  const isDescending = isSorted ? !query.isDescending : HIGHEST_FIRST.includes(key);
  return {
    key,
    label: words(locale)(`col_${key}`),
    href: tableHref(portalSlug, { ...query, sort: key, isDescending }),
    sorted: isSorted ? (query.isDescending ? "descending" : "ascending") : undefined,
  };
}

type Found = { found: ProjectFacts[]; page: PageOfRows; keys: SortKey[] };

/** The rows of the page, by state or as one list; a state's heading counts all that are in it, on whatever page they stand. */
function presentGroups(input: HomeInput, { found, page, keys }: Found): TableModel["groups"] {
  const { query = plainQuery, locale } = input;
  const say = words(locale);
  let before = 0;
  return inGroups(found, query).flatMap(({ status, members }): TableModel["groups"] => {
    const [from, to] = [page.from - before, page.to - before];
    before += members.length;
    const rows = members.slice(Math.max(0, from), Math.max(0, to)).map((one) => presentRow(input, one, keys));
    if (rows.length === 0) return [];
    if (status === null) return [{ heading: null, rows }];
    const told = { state: say(status), count: formatCount(members.length, locale) };
    return [{ heading: say(from > 0 ? "group_continued" : "group_heading", told), rows }];
  });
}

function presentRow(input: HomeInput, facts: ProjectFacts, keys: SortKey[]): RowModel {
  const { project } = facts;
  const cells = keys.filter((key) => key !== "name").map((key) => presentCell(input, facts, key));
  return { name: project.name, href: projectHref(input.portalSlug, project), cells };
}

function presentCell({ today, locale }: HomeInput, facts: ProjectFacts, key: SortKey): CellModel {
  const { project, phase, percent, next, waiting, late } = facts;
  const cell = (text: string | null, detail: string | null = null): CellModel => ({
    key,
    text: text ?? "–",
    detail,
    flag: null,
  });
  if (key === "number") return cell(project.number);
  if (key === "state") return cell(words(locale)(project.status));
  if (key === "phase") return cell(phase);
  if (key === "percent") return cell(percent === null ? null : formatPercent(percent, locale));
  if (key === "next") return cell(next && formatDay(next.dueDate, today, locale), next?.name);
  if (waiting === 0) return cell(null);
  const count = formatCount(waiting, locale);
  if (late === 0) return { ...cell(""), flag: { kind: "waiting", text: count } };
  return { ...cell(""), flag: { kind: "late", text: words(locale)("waiting_late", { count, late }) } };
}
