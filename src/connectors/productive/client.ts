// Productive's API v2: one organisation, asked by headers; listings read to their end, every record once.
import { PsaFault } from "../errors.ts";
import { ANY_LENGTH, readPagesUpTo, requireAll, telling, wholeOf } from "../http/read-pages.ts";
import type { VendorParts } from "../http/vendor.ts";
import type { Call } from "../port.ts";
import { type Included, includedOf, type ListAnswer, parseList, parseOne, wordsOfRefusal } from "./document.ts";

/** Parameters below the address of a collection: filters, `include` and sparse `fields`. */
export type Query = Record<string, string>;

/** `rows` are not parsed yet: each is for its own schema. */
export type Listing = { rows: unknown[]; included: Included };

export type ProductiveClient = ReturnType<typeof openProductive>;

const PAGE_SIZE = 200;
/** Of one client's tasks, services or invoices: ten pages one after the other. docs/guides/productive.md counts what they cost. */
export const ROWS_MAX = 10 * PAGE_SIZE;

/** Opens nothing: every method sends its own requests. All reject with a PsaFault when there is no answer. */
export function openProductive({ origin, send, token }: VendorParts, organizationId: string) {
  async function get(url: URL, call: Call): Promise<unknown> {
    const secret = token();
    const headers = {
      "x-auth-token": secret,
      "x-organization-id": organizationId,
      "content-type": "application/vnd.api+json",
    };
    return (await send({ url, headers, secret, explain: wordsOfRefusal }, call)).body;
  }

  async function readPage(url: URL, call: Call): Promise<ListAnswer> {
    return parseList(await get(url, call), url.pathname);
  }

  async function listUpTo(rowsMax: number, collection: string, query: Query, call: Call): Promise<Listing | null> {
    const first = urlOf(origin, collection, { "page[size]": `${PAGE_SIZE}`, ...query });
    const pages: ListAnswer[] = [];
    const read = async (url: URL) => {
      const page = await readPage(url, call);
      pages.push(page);
      return page;
    };
    const rows = await readPagesUpTo(rowsMax, first, telling(call, read));
    if (rows === null) return null;
    const unique = [...new Map(rows.map((row, index) => [keyOf(row) ?? index, row])).values()];
    requireAll(unique.length, pages.at(-1)?.total ?? null, first);
    return { rows: unique, included: includedOf(pages.flatMap(({ included }) => included)) };
  }

  return {
    /** All rows of a collection. Rejects with `partial` when some of those that the vendor counts did not come. */
    list: async (collection: string, query: Query, call: Call): Promise<Listing> =>
      wholeOf(await listUpTo(ANY_LENGTH, collection, query, call)),
    /** The same, but null where there are more than `rowsMax`. */
    listUpTo,
    /** How many rows a collection has; null where the vendor does not say. */
    async count(collection: string, query: Query, call: Call): Promise<number | null> {
      return (await readPage(urlOf(origin, collection, { "page[size]": "1", ...query }), call)).total;
    },
    /** One record, not parsed yet, or null when there is none of this id. Ids of the vendor are digits. */
    async find(collection: string, id: string, call: Call): Promise<unknown> {
      call.signal.throwIfAborted();
      if (!/^\d+$/.test(id)) return null;
      const url = urlOf(origin, `${collection}/${id}`, {});
      try {
        return parseOne(await get(url, call), url.pathname);
      } catch (err) {
        if (err instanceof PsaFault && err.code === "not_found") return null;
        throw err;
      }
    },
  };
}

function urlOf(origin: string, path: string, query: Query): URL {
  const url = new URL(`/api/v2/${path}`, origin);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

/** Rows that move while pages are read come twice, and push others out. */
function keyOf(row: unknown): string | null {
  const id = typeof row === "object" && row !== null && "id" in row ? row.id : null;
  return typeof id === "string" || typeof id === "number" ? `id ${id}` : null;
}
