// How Harvest is asked: its addresses and headers, all pages of a listing, one record by its id. What rows mean is wire.ts.
import { z } from "zod";
import { vendorText } from "../../domain/psa-texts/vendor-words.ts";
import { PsaFault } from "../errors.ts";
import type { VendorAnswer, VendorRequest } from "../http/get-json.ts";
import { ANY_LENGTH, readPagesUpTo, requireAll, telling, wholeOf } from "../http/read-pages.ts";
import { type Kind, type Parsed, parseRows, unite } from "../http/rows.ts";
import type { VendorParts } from "../http/vendor.ts";
import type { Call } from "../port.ts";

/** `readAt`: the vendor's own clock when the first page was read; null where it does not say. */
export type Listing<Row> = Parsed<Row> & { readAt: Date | null };

type Params = Record<string, string>;

export interface HarvestClient {
  /** Every row of the listing, each once. Rejects with a PsaFault unless all came that Harvest counts. */
  list<Row extends { id: string }>(kind: Kind<Row>, params: Params, call: Call): Promise<Listing<Row>>;
  /** The same, but null where there are more than `rowsMax`: that is told by the first page. */
  listUpTo<Row extends { id: string }>(
    rowsMax: number,
    kind: Kind<Row>,
    params: Params,
    call: Call,
  ): Promise<Listing<Row> | null>;
  /** How many rows the listing has, for one call. Rejects with a PsaFault where Harvest does not say. */
  count(kind: Kind<unknown>, call: Call): Promise<number>;
  /** The record of this id; no row and no gap where there is none. */
  find<Row extends { id: string }>(kind: Kind<Row>, id: string, call: Call): Promise<Parsed<Row>>;
  /** A record that every account has. Rejects with a PsaFault where it is not as it should be. */
  read<Row>(path: string, schema: z.ZodType<Row>, call: Call): Promise<Row>;
}

/** The most that a page may have: whoever asks for more is refused. */
export const ROWS_OF_PAGE = 2_000;

const envelope = z.object({
  links: z.object({ next: z.string().nullable() }),
  total_entries: z.int().nonnegative().nullish(),
});

const counted = z.object({ total_entries: z.int().nonnegative() });

/** Opens nothing before it is asked. The token is opened for each request anew. */
export function openHarvest({ origin, send, token }: VendorParts, accountId: string): HarvestClient {
  const ask = (url: URL, call: Call) => send(requestTo(url, token(), accountId), call);
  const below = (path: string) => new URL(`/v2/${path}`, origin);

  async function listUpTo<Row extends { id: string }>(
    rowsMax: number,
    kind: Kind<Row>,
    params: Params,
    call: Call,
  ): Promise<Listing<Row> | null> {
    const first = below(kind.path);
    first.search = new URLSearchParams({ ...params, per_page: `${ROWS_OF_PAGE}` }).toString();
    return readListing(kind, { rowsMax, first, call, ask: (url) => ask(url, call) });
  }

  async function list<Row extends { id: string }>(kind: Kind<Row>, params: Params, call: Call): Promise<Listing<Row>> {
    return wholeOf(await listUpTo(ANY_LENGTH, kind, params, call));
  }

  async function count({ path }: Kind<unknown>, call: Call): Promise<number> {
    const url = below(path);
    url.search = new URLSearchParams({ per_page: "1" }).toString();
    const { body } = await ask(url, call);
    return parseOrFault(counted, body, path).total_entries;
  }

  async function find<Row extends { id: string }>(kind: Kind<Row>, id: string, call: Call): Promise<Parsed<Row>> {
    try {
      const { body } = await ask(below(`${kind.path}/${id}`), call);
      const parsed = parseRows(kind, [body]);
      if ([...parsed.rows, ...parsed.gaps].every((one) => one.id === id || one.id === null)) return parsed;
      throw new PsaFault("invalid_response", vendorText("other_record", { place: `/v2/${kind.path}` }));
    } catch (err) {
      if (err instanceof PsaFault && err.code === "not_found") return { rows: [], gaps: [] };
      throw err;
    }
  }

  async function read<Row>(path: string, schema: z.ZodType<Row>, call: Call): Promise<Row> {
    const { body } = await ask(below(path), call);
    return parseOrFault(schema, body, path);
  }

  return { list, listUpTo, count, find, read };
}

type Reading = { rowsMax: number; first: URL; call: Call; ask: (url: URL) => Promise<VendorAnswer> };

async function readListing<Row extends { id: string }>(
  kind: Kind<Row>,
  { rowsMax, first, call, ask }: Reading,
): Promise<Listing<Row> | null> {
  let readAt: Date | null = null;
  let total: number | null = null;
  const pages: Parsed<Row>[] = [];
  const read = async (url: URL) => {
    const { body, headers } = await ask(url);
    if (url === first) readAt = dateOf(headers);
    const page = pageOf(kind.path, body);
    total = page.total;
    const parsed = parseRows(kind, page.rows);
    pages.push(parsed);
    return { ...page, rows: [...parsed.rows, ...parsed.gaps] };
  };
  const all = await readPagesUpTo(rowsMax, first, telling(call, read));
  if (all === null) return null;
  const listing = unite(pages);
  requireAll(listing.rows.length + listing.gaps.length, total, first);
  return { ...listing, readAt };
}

function requestTo(url: URL, token: string, accountId: string): VendorRequest {
  const headers = {
    authorization: `Bearer ${token}`,
    "harvest-account-id": accountId,
    // Harvest refuses whoever does not say what they are.
    "user-agent": "ProLens (client portal of the firm that this account belongs to; reads only)",
  };
  return { url, headers, secret: token, explain };
}

/** What the body of a refusal looks like is not documented; these are the fields that it was seen with. */
function explain(body: unknown): string | null {
  const words = z.record(z.string(), z.unknown()).safeParse(body).data ?? {};
  const said = [words.message, words.error_description, words.error].find((text) => typeof text === "string");
  return said ?? null;
}

function pageOf(path: string, body: unknown): { rows: unknown[]; next: string | null; total: number | null } {
  const page = parseOrFault(z.intersection(envelope, z.record(z.string(), z.unknown())), body, path);
  return {
    // Below a project a listing is named as it is for all of them.
    rows: parseOrFault(z.array(z.unknown()), page[path.split("/").at(-1) ?? path], path),
    next: page.links.next,
    total: page.total_entries ?? null,
  };
}

function parseOrFault<T>(schema: z.ZodType<T>, body: unknown, path: string): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join(".") || path;
  throw new PsaFault("invalid_response", vendorText("undocumented", { place: `/v2/${path}`, field: where }));
}

function dateOf(headers: Headers): Date | null {
  const at = new Date(headers.get("date") ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
}
