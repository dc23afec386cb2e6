// Which rows of a long table stand on the page that is asked for, and the ways to the others. Pure.
import { formatCount } from "./format/number.ts";
import type { Link } from "./frame.ts";
import { pagesWords } from "./pages-words.ts";

/** More rows than these are several pages: on a phone they would be too long to scroll through. */
export const ROWS_MAX = 50;

/** Which of the pages; "all": everything on one, for paper and for who wants to search it themselves. */
export type PageAsked = number | "all";

/** `from`: how many rows stand before the first one of the page; `to`: behind which the page ends. */
export type PageOfRows = { from: number; to: number; count: number; isWhole: boolean };

export type PagesModel = { label: string; previous: Link | null; next: Link | null; all: Link };

const PAGE_SHAPE = /^[1-9]\d{0,4}$/;

/** What stands in an address; what is not understood is the first page. */
export function parsePage(text: string | undefined): PageAsked {
  if (text === "all") return text;
  return text !== undefined && PAGE_SHAPE.test(text) ? Number(text) : 1;
}

/** The page that is asked for, out of so many rows; beyond the last one it is the last one. */
export function pageOf(count: number, asked: PageAsked): PageOfRows {
  if (asked === "all" || count <= ROWS_MAX) return { from: 0, to: count, count, isWhole: true };
  const last = Math.ceil(count / ROWS_MAX);
  const from = (Math.min(asked, last) - 1) * ROWS_MAX;
  return { from, to: Math.min(from + ROWS_MAX, count), count, isWhole: false };
}

/** The ways to the other pages, which `hrefOf` leads to; null where everything stands here. */
export function presentPages(
  page: PageOfRows,
  { locale, hrefOf }: { locale: string; hrefOf: (to: PageAsked) => string },
): PagesModel | null {
  if (page.isWhole) return null;
  const say = pagesWords(locale);
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

/** "51–100 of 2,000"; null where everything stands here. */
export function presentRange(page: PageOfRows, locale: string): string | null {
  return page.isWhole ? null : pagesWords(locale)("range_of", { range: rangeOf(page, locale), count: page.count });
}
