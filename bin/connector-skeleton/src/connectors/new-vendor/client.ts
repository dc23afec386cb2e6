// How New Vendor is asked: its addresses and headers, all pages of a listing, one record by its id. What rows mean is wire.ts.
import type { z } from "zod";
import { PsaFault } from "../errors.ts";
import { type Page, readPages } from "../http/read-pages.ts";
import { type Kind, type Parsed, parseRows, unite } from "../http/rows.ts";
import type { VendorParts } from "../http/vendor.ts";
import type { Call } from "../port.ts";
import { notWritten } from "./not-written.ts";

export type Params = Record<string, string>;

export type NewVendorClient = ReturnType<typeof openNewVendor>;

/** Opens nothing before it is asked. The token is opened for each request anew. All reject with a PsaFault when there is no answer. */
export function openNewVendor({ origin, send, token }: VendorParts, accountId: string) {
  async function ask(url: URL, call: Call): Promise<unknown> {
    const secret = token();
    return (await send({ url, headers: headersOf(secret, accountId), secret, explain }, call)).body;
  }

  function addressOf(path: string, params: Params): URL {
    const url = new URL(path, origin);
    url.search = new URLSearchParams(params).toString();
    return url;
  }

  return {
    /** Every row of the listing, each once; all pages were read. */
    async list<Row extends { id: string }>(kind: Kind<Row>, params: Params, call: Call): Promise<Parsed<Row>> {
      const pages = await readPages(addressOf(kind.path, { ...params, ...firstPage() }), async (url) => {
        const { rows, next } = pageOf(kind.path, url, await ask(url, call));
        return { rows: [parseRows(kind, rows)], next };
      });
      return unite(pages);
    },
    /** The record of this id; no row and no gap where there is none. */
    async find<Row extends { id: string }>(kind: Kind<Row>, id: string, call: Call): Promise<Parsed<Row>> {
      try {
        const url = addressOf(`${kind.path}/${encodeURIComponent(id)}`, {});
        const parsed = parseRows(kind, [recordOf(await ask(url, call))]);
        if (parsed.rows.every((row) => row.id === id)) return parsed;
        throw new PsaFault("invalid_response", `${kind.path} answers with another record than was asked for`);
      } catch (err) {
        if (err instanceof PsaFault && err.code === "not_found") return { rows: [], gaps: [] };
        throw err;
      }
    },
    /** A record that every account has. Rejects with a PsaFault where it is not as it should be. */
    async read<Row>(path: string, schema: z.ZodType<Row>, call: Call): Promise<Row> {
      return parseOrFault(schema, await ask(addressOf(path, {}), call), path);
    },
  };
}

function headersOf(token: string, accountId: string): Record<string, string> {
  return notWritten(
    "src/connectors/new-vendor/client.ts, headersOf: which headers carry the token and name the account",
    token,
    accountId,
  );
}

function firstPage(): Params {
  return notWritten(
    "src/connectors/new-vendor/client.ts, firstPage: the parameters that ask for the largest page that is allowed",
  );
}

/** `next` is an address, relative or whole, and null behind the last page; readPages leaves neither host nor pages out of sight. */
function pageOf(path: string, asked: URL, body: unknown): Page<unknown> {
  return notWritten(
    "src/connectors/new-vendor/client.ts, pageOf: where a page has its rows, by a schema and parseOrFault, and how it leads to the next one",
    ...[path, asked, body],
  );
}

function recordOf(body: unknown): unknown {
  return notWritten(
    "src/connectors/new-vendor/client.ts, recordOf: where the answer to a question about one id has the record",
    body,
  );
}

/** The vendor's own words in a refusal, for the firm: widen it to the fields in which New Vendor says them. */
function explain(body: unknown): string | null {
  const said = typeof body === "object" && body !== null && "message" in body ? body.message : null;
  return typeof said === "string" ? said : null;
}

function parseOrFault<T>(schema: z.ZodType<T>, body: unknown, path: string): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join(".") || path;
  throw new PsaFault("invalid_response", `${path} answers with something else than documented, at ${where}`);
}
