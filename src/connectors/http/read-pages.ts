// All pages of a listing, or none: an unread page would look like records that do not exist.
import { vendorText } from "../../domain/psa-texts/vendor-words.ts";
import { invariant } from "../../lib/invariant.ts";
import { PsaFault } from "../errors.ts";
import type { Call, Progress } from "../port.ts";

/** `next`: where the vendor says that the next page is; null behind the last one. `total`: of all pages, where it says so. */
export type Page<Row> = { rows: Row[]; next: string | null; total?: number | null };

/** At 200 rows a page this is more than any firm has; a vendor that leads on for ever is stopped here. */
const PAGES_MAX = 500;

/** Follows a listing to its end, however long it is. */
export async function readPages<Row>(first: URL, read: (url: URL) => Promise<Page<Row>>): Promise<Row[]> {
  return wholeOf(await readPagesUpTo(ANY_LENGTH, first, read));
}

/** For `rowsMax`: a listing of any length is read. */
export const ANY_LENGTH = Number.POSITIVE_INFINITY;

/** What was asked for at any length is there. */
export function wholeOf<T>(listing: T | null): T {
  invariant(listing !== null, "no listing is longer than any");
  return listing;
}

/**
 * Follows a listing to its end; null where it has more than `rowsMax` rows: a vendor that says so in the first page is asked for
 * no other. Rejects with a PsaFault where it leads back to a page already read, to another host, or on without an end.
 */
export async function readPagesUpTo<Row>(
  rowsMax: number,
  first: URL,
  read: (url: URL) => Promise<Page<Row>>,
): Promise<Row[] | null> {
  const place = first.pathname;
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (let url: URL | null = first; url !== null; ) {
    if (seen.has(url.href)) throw new PsaFault("partial", vendorText("leads_back", { place }));
    if (seen.size >= PAGES_MAX)
      throw new PsaFault("partial", vendorText("too_many_pages", { place, count: PAGES_MAX }));
    seen.add(url.href);
    const page: Page<Row> = await read(url);
    for (const row of page.rows) rows.push(row);
    if (Math.max(page.total ?? 0, rows.length) > rowsMax) return null;
    url = page.next === null ? null : nextOf(page.next, first);
  }
  return rows;
}

/** Reads pages, and tells whoever asks that they are being read, then how far, and of how many where the vendor counts its rows. */
export function telling<Row>(
  { onProgress }: Pick<Call, "onProgress">,
  read: (url: URL) => Promise<Page<Row>>,
): (url: URL) => Promise<Page<Row>> {
  let rows = 0;
  return async (url) => {
    const tell = (progress: Progress) => onProgress?.(url.pathname, progress);
    if (rows === 0) tell({ read: 0, of: null });
    try {
      const page = await read(url);
      rows += page.rows.length;
      const of = page.total ?? (page.next === null ? rows : null);
      tell({ read: Math.min(rows, of ?? rows), of });
      return page;
    } catch (err) {
      // No more of it will come: the others are counted without it.
      tell({ read: rows, of: rows });
      throw err;
    }
  };
}

function nextOf(next: string, first: URL): URL {
  const url = URL.parse(next, first.href);
  if (url?.origin !== first.origin)
    throw new PsaFault("invalid_response", vendorText("other_host", { place: first.pathname }));
  return url;
}

/** Rejects with `partial` when the vendor counts more records than came; `total` null: it does not say. */
export function requireAll(read: number, total: number | null, { pathname }: URL): void {
  if (total === null || read >= total) return;
  throw new PsaFault("partial", vendorText("incomplete", { place: pathname, count: total, sent: read }));
}
