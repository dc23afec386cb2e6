import { type PageAsked, parsePage } from "../../ui/pages.ts";
import { type ShownStatus, shownStatuses } from "../shown-projects.ts";

/** Where the table begins, so that the next page opens there and not above what waits on the client. */
export const TABLE_ANCHOR = "projects";

export const sortKeys = ["name", "number", "state", "phase", "percent", "next", "waiting"] as const;
export type SortKey = (typeof sortKeys)[number];

/** How somebody wants to see the table of projects. All of it stands in the address, so that it can be kept and passed on. */
export type TableQuery = {
  text: string;
  status: ShownStatus | null;
  sort: SortKey;
  isDescending: boolean;
  isGrouped: boolean;
  page: PageAsked;
};

export const plainQuery: TableQuery = {
  text: "",
  status: null,
  sort: "name",
  isDescending: false,
  isGrouped: true,
  page: 1,
};

const TEXT_MAX = 100;

/** Reads an address's query; what it does not understand is as if it were not there. */
export function parseTableQuery(read: (name: string) => string | undefined): TableQuery {
  return {
    text: (read("q") ?? "").trim().slice(0, TEXT_MAX),
    status: shownStatuses.find((status) => status === read("status")) ?? plainQuery.status,
    sort: sortKeys.find((key) => key === read("sort")) ?? plainQuery.sort,
    isDescending: read("dir") === "desc",
    isGrouped: read("group") !== "no",
    page: parsePage(read("page")),
  };
}

/** What of it stands in an address: only what differs from the plain table. */
export function tableFields(query: TableQuery): Record<string, string> {
  const { text, status, sort, isDescending, isGrouped, page } = query;
  return {
    ...(text && { q: text }),
    ...(status && { status }),
    ...(sort !== plainQuery.sort && { sort }),
    ...(isDescending && { dir: "desc" }),
    ...(!isGrouped && { group: "no" }),
    ...(page !== plainQuery.page && { page: String(page) }),
  };
}

/** The address of the home page with its table seen so. */
export function tableHref(portalSlug: string, query: TableQuery): string {
  const fields = new URLSearchParams(tableFields(query)).toString();
  return fields ? `/${portalSlug}?${fields}` : `/${portalSlug}`;
}
