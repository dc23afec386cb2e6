// Which rows of a long table stand on the page that is asked for, and the ways to the others. Pure.
import { formatCount } from "../../ui/format/number.ts";
import type { Link } from "../../ui/frame.ts";
import { type TableQuery, tableHref } from "./table-query.ts";
import { words } from "./words.ts";

/** More rows than these are several pages: on a phone they would be too long to scroll through. */
export const ROWS_MAX = 50;

/** Where the table begins, so that the next page opens there and not above what waits on the client. */
export const TABLE_ANCHOR = "projects";

/** `from`: how many rows stand before the first one of the page; `to`: behind which the page ends. */
export type PageOfRows = { from: number; to: number; count: number; isWhole: boolean };

export type PagesModel = { label: string; previous: Link | null; next: Link | null; all: Link };

/** The page that is asked for, out of so many rows; beyond the last one it is the last one. */
export function pageOf(count: number, asked: TableQuery["page"]): PageOfRows {
  if (asked === "all" || count <= ROWS_MAX) return { from: 0, to: count, count, isWhole: true };
  const last = Math.ceil(count / ROWS_MAX);
  const from = (Math.min(asked, last) - 1) * ROWS_MAX;
  return { from, to: Math.min(from + ROWS_MAX, count), count, isWhole: false };
}

/** The ways to the other pages, which keep filter, order and grouping; null where everything stands here. */
export function presentPages(
  page: PageOfRows,
  { portalSlug, locale, query }: { portalSlug: string; locale: string; query: TableQuery },
): PagesModel | null {
  if (page.isWhole) return null;
  const say = words(locale);
  const hrefOf = (to: TableQuery["page"]) => `${tableHref(portalSlug, { ...query, page: to })}#${TABLE_ANCHOR}`;
  const current = page.from / ROWS_MAX + 1;
  const after = Math.min(ROWS_MAX, page.count - page.to);
  return {
    label: say("pages"),
    previous: page.from > 0 ? { label: say("previous", { count: ROWS_MAX }), href: hrefOf(current - 1) } : null,
    next: after > 0 ? { label: say("next_rows", { count: after }), href: hrefOf(current + 1) } : null,
    all: { label: say("on_one_page", { count: page.count }), href: hrefOf("all") },
  };
}

/** "51–100". */
export function rangeOf({ from, to }: PageOfRows, locale: string): string {
  return `${formatCount(from + 1, locale)}–${formatCount(to, locale)}`;
}
