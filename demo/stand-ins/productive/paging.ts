// Pages by number or by cursor, with the links and the meta of each.
import { cursorRefusal, type Refusal } from "./errors.ts";
import type { Json, Resource } from "./resource.ts";

const PAGE_SIZE = 30;
const PAGE_SIZE_MAX = 200;

export type Page = { rows: Resource[]; links: Record<string, string>; meta: Record<string, Json> };
type Asked = { url: URL; rows: Resource[] };

export function takePage(asked: Asked): Page | { refusal: Refusal } {
  return asked.url.searchParams.has("page[after]") ? pageByCursor(asked) : pageByNumber(asked);
}

/** `per_page` is another name for `page[size]` [R]. */
function sizeOf(params: URLSearchParams): number {
  const size = Number(params.get("page[size]") ?? params.get("per_page") ?? PAGE_SIZE);
  return size > 0 ? Math.min(Math.floor(size), PAGE_SIZE_MAX) : PAGE_SIZE;
}

/** An empty collection has no pages at all, and page 0 is its last [R]. */
function pageByNumber({ url, rows }: Asked): Page {
  const size = sizeOf(url.searchParams);
  const number = Math.max(1, Math.floor(Number(url.searchParams.get("page[number]") ?? 1)) || 1);
  const pages = Math.ceil(rows.length / size);
  const linkTo = (page: number) => linkWith(url, { "page[number]": String(page), "page[size]": String(size) });
  return {
    rows: rows.slice((number - 1) * size, number * size),
    links: {
      first: linkTo(1),
      last: linkTo(pages),
      ...(number > 1 && { prev: linkTo(number - 1) }),
      ...(number < pages && { next: linkTo(number + 1) }),
    },
    meta: {
      current_page: number,
      total_pages: pages,
      total_count: rows.length,
      page_size: size,
      max_page_size: PAGE_SIZE_MAX,
    },
  };
}

/** The cursor names the collection and the row before the page; what it looks like is nobody's business [S]. */
function pageByCursor({ url, rows }: Asked): Page | { refusal: Refusal } {
  const params = url.searchParams;
  if (params.has("page[number]")) return { refusal: cursorRefusal("keyset_conflict") };
  const size = sizeOf(params);
  const cursor = params.get("page[after]") ?? "";
  const start = cursor === "" ? 0 : rows.findIndex((row) => cursorAfter(row) === cursor) + 1;
  if (cursor !== "" && start === 0) return { refusal: cursorRefusal("keyset_invalid_cursor") };
  const page = rows.slice(start, start + size);
  const last = page.at(-1);
  const linkTo = (after: string) => linkWith(url, { "page[after]": after, "page[size]": String(size) });
  return {
    rows: page,
    links: {
      first: linkTo(""),
      ...(last && start + size < rows.length && { next: linkTo(cursorAfter(last)) }),
    },
    meta: { page_size: size, max_page_size: PAGE_SIZE_MAX },
  };
}

function cursorAfter({ type, id }: Resource): string {
  return Buffer.from(`${type} ${id}`).toString("base64url");
}

/** Absolute, with every parameter of the request, in alphabetical order [R]. */
function linkWith(url: URL, changes: Record<string, string>): string {
  const link = new URL(url);
  link.searchParams.delete("per_page");
  for (const [name, value] of Object.entries(changes)) link.searchParams.set(name, value);
  link.searchParams.sort();
  return link.href;
}
