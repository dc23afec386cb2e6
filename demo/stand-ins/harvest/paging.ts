// Pages by cursor where the vendor has gone over to them, by number on time entries and invoices [S]; both by `links`.
import { invalidParameter, type Refusal } from "./refusals.ts";
import type { Json, Row } from "./row.ts";

const PER_PAGE = 2_000;

export type Envelope = { [field: string]: Json };
type Asked = { name: string; rows: Row[]; url: URL };

const byNumber = ["time_entries", "invoices"];

export function takePage(asked: Asked): Envelope | { refusal: Refusal } {
  const perPage = Number(asked.url.searchParams.get("per_page") ?? PER_PAGE);
  if (!(perPage >= 1 && perPage <= PER_PAGE)) return { refusal: invalidParameter("per_page") };
  const total = Math.max(1, Math.ceil(asked.rows.length / perPage));
  const number = numberOf(asked, perPage);
  if (number === null) return { refusal: invalidParameter("cursor") };
  const isCounted = byNumber.includes(asked.name);
  const rows = asked.rows.slice((number - 1) * perPage, number * perPage);
  const isEdge = number === 1 || number === total;
  return {
    [asked.name]: rows,
    per_page: perPage,
    total_pages: total,
    total_entries: asked.rows.length,
    next_page: isCounted && number < total ? number + 1 : null,
    previous_page: isCounted && number > 1 ? number - 1 : null,
    // Between the first and the last page a cursor has no number [S].
    page: isCounted || isEdge ? number : null,
    links: linksOf(asked, { number, perPage, total }),
  };
}

function numberOf({ name, rows, url }: Asked, perPage: number): number | null {
  const cursor = url.searchParams.get("cursor");
  if (cursor === null || byNumber.includes(name)) return Math.max(1, Number(url.searchParams.get("page") ?? 1) || 1);
  const after = rows.findIndex(({ id }) => cursorAfter(id) === cursor);
  return after === -1 ? null : Math.floor(after / perPage) + 2;
}

function cursorAfter(id: number): string {
  return Buffer.from(JSON.stringify({ after: { id } })).toString("base64url");
}

type Place = { number: number; perPage: number; total: number };

function linksOf(asked: Asked, { number, perPage, total }: Place): { [rel: string]: string | null } {
  const linkTo = (page: number, ref: string) => {
    const before = asked.rows[(page - 1) * perPage - 1];
    const where =
      before && !byNumber.includes(asked.name) ? { cursor: cursorAfter(before.id) } : { page: String(page) };
    return linkWith(asked.url, { ...where, per_page: String(perPage), ref });
  };
  return {
    first: linkTo(1, "first"),
    next: number < total ? linkTo(number + 1, "next") : null,
    previous: number > 1 ? linkTo(number - 1, "previous") : null,
    last: linkTo(total, "last"),
  };
}

function linkWith(url: URL, params: Record<string, string>): string {
  const link = new URL(url);
  for (const name of ["cursor", "page", "per_page", "ref"]) link.searchParams.delete(name);
  for (const [name, value] of Object.entries(params)) link.searchParams.set(name, value);
  return link.href;
}
