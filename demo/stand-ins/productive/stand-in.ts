// A stand-in for Productive's API v2: what ProLens may ask of it, answered as the vendor documents and others recorded it.
// Nothing of the program is known here. README.md says how sure each behaviour is.
import { Hono } from "hono";
import type { FirmRecords } from "../records.ts";
import { type StandInServer, startServer } from "../server.ts";
import { type FilterRules, passesFilters, refuseFilters } from "./conditions.ts";
import { includeTreeOf, writeResources } from "./document.ts";
import {
  cursorRefusal,
  JSON_API,
  noPerson,
  type Refusal,
  readOnly,
  recordNotFound,
  refusalResponse,
  unauthenticated,
  unsupportedMediaType,
  unsupportedSort,
} from "./errors.ts";
import { collections } from "./filters.ts";
import { type Library, libraryOf, resourcesOf, stampChanges } from "./library.ts";
import type { Organization } from "./organization.ts";
import { takePage } from "./paging.ts";
import { listOf, treeOf } from "./query.ts";
import { rateLimiter } from "./rate-limit.ts";
import type { Json, Resource } from "./resource.ts";
import { findSort } from "./sorting.ts";

/** What is not confirmed, or known to be a trap, and can be tried both ways while it runs. */
export type Behaviour = Omit<FilterRules, "isTimeKept"> & {
  /** Whether archived and deactivated people come when no filter asks for them. */
  hidesFormerPeople: boolean;
  /** Off for tests that ask more in ten seconds than a firm's token may. */
  limitsRate: boolean;
};

export type ProductiveStandIn = StandInServer & {
  /** The address below which all endpoints are. */
  baseUrl: string;
  behaviour: Behaviour;
  /** From now on this token opens it, and the one before does not. */
  setToken(token: string): void;
  /** From now on the firm has these records; what differs was changed now. */
  setRecords(records: FirmRecords): void;
  /** Our id of what the vendor calls `id`, or null. The other way: `idOf`. */
  ourIdOf(type: string, id: string): string | null;
};

export type StandInOptions = {
  records: FirmRecords;
  organization: Organization;
  token: string;
  now?: () => Date;
  port?: number;
};

type State = { library: Library; behaviour: Behaviour; token: string };

/** Listens on loopback, on a free port unless one is given. */
export async function startProductiveStandIn(options: StandInOptions): Promise<ProductiveStandIn> {
  const { organization, now = () => new Date(), port = 0 } = options;
  const state: State = {
    token: options.token,
    library: libraryOf(resourcesOf(options.records, organization)),
    behaviour: {
      isEmailCaseSensitive: true,
      ignoredFilters: ["services/person_id"],
      hidesFormerPeople: false,
      limitsRate: true,
    },
  };
  const server = await startServer(routesOf(state, { ...options, now }).fetch, { port });
  return {
    ...server,
    baseUrl: `${server.url}/api/v2`,
    behaviour: state.behaviour,
    setToken: (token) => {
      state.token = token;
    },
    setRecords: (records) => {
      const at = now().toISOString().replace("Z", "+00:00");
      state.library = libraryOf(stampChanges(resourcesOf(records, organization), state.library, at));
    },
    ourIdOf: (type, id) => state.library.find({ type, id })?.ourId ?? null,
  };
}

function routesOf(state: State, { organization, now }: StandInOptions & { now: () => Date }): Hono {
  const app = new Hono();
  const limitRate = rateLimiter(now);
  app.use(async ({ req }, next) => {
    const caller = { token: state.token, organizationId: organization.id };
    const isReport = new URL(req.url).pathname.includes("/reports/");
    const refusal =
      refuseCaller(req.raw, caller) ??
      (state.behaviour.limitsRate ? limitRate({ ...caller, isReport }) : null) ??
      refuseWrite(req.raw);
    return refusal ? refusalResponse(refusal) : next();
  });
  app.get("/api/v2/:type", ({ req }) => answerWith(readCollection(state, req.param("type"), req.raw)));
  app.get("/api/v2/:type/:id", ({ req }) => answerWith(readOne(state, req.param(), new URL(req.url))));
  app.notFound(() => refusalResponse(recordNotFound()));
  return app;
}

/** `organization_memberships` answers whatever organization is named [R]. */
function refuseCaller(request: Request, { token, organizationId }: { token: string; organizationId: string }) {
  if (request.headers.get("x-auth-token") !== token) return unauthenticated();
  if (new URL(request.url).pathname.startsWith("/api/v2/organization_memberships")) return null;
  return request.headers.get("x-organization-id") === organizationId ? null : noPerson();
}

function refuseWrite({ method, headers }: Request): Refusal | null {
  if (method === "GET" || method === "HEAD") return null;
  const hasOtherBody = (headers.get("content-type") ?? JSON_API).split(";")[0] !== JSON_API;
  return hasOtherBody ? unsupportedMediaType() : readOnly();
}

type Answer = { [name: string]: Json } | { refusal: Refusal };

function answerWith(answer: Answer): Response {
  if (isRefusal(answer)) return refusalResponse(answer.refusal);
  return new Response(JSON.stringify(answer), { headers: { "content-type": JSON_API } });
}

function isRefusal(answer: object): answer is { refusal: Refusal } {
  return "refusal" in answer;
}

function readCollection({ library, behaviour }: State, type: string, request: Request): Answer {
  if (!collections.has(type)) return { refusal: recordNotFound() };
  const url = new URL(request.url);
  const filter = treeOf(url.searchParams, "filter");
  const refusal = refuseFilters(filter, type) ?? refuseSort(type, url.searchParams);
  if (refusal) return { refusal };
  const flags = listOf(request.headers.get("x-feature-flags"));
  const rules = { ...behaviour, isTimeKept: flags.includes("filteringSkipDatetimeCastToDate") };
  const rows = library
    .list(type)
    .filter((row) => passesFilters(row, filter, { type, library, rules }))
    .filter((row) => !behaviour.hidesFormerPeople || "status" in filter || !isFormerPerson(row));
  const page = takePage({ url, rows: sortRows(rows, type, url.searchParams) });
  if (isRefusal(page)) return page;
  const include = includeTreeOf(url.searchParams.get("include"));
  const written = writeResources(page.rows, { include, fields: treeOf(url.searchParams, "fields"), library });
  if (isRefusal(written)) return written;
  const { data, included } = written;
  return { data, ...(included.length > 0 && { included }), links: page.links, meta: page.meta };
}

function isFormerPerson({ type, attributes }: Resource): boolean {
  return type === "people" && (attributes.archived_at !== null || attributes.deactivated_at !== null);
}

/** That a cursor takes no sort but the collection's own is guessed. */
function refuseSort(type: string, params: URLSearchParams): Refusal | null {
  const unknown = listOf(params.get("sort")).find((sort) => !findSort(type, sort));
  if (unknown !== undefined) return unsupportedSort(unknown);
  return params.has("sort") && params.has("page[after]") ? cursorRefusal("keyset_unsupported_sort") : null;
}

/** The first sort value decides, the next ones where it leaves two alike. */
function sortRows(rows: Resource[], type: string, params: URLSearchParams): Resource[] {
  const sorts = listOf(params.get("sort")).map((sort) => findSort(type, sort));
  return rows.toSorted((one, other) => {
    for (const compare of sorts) {
      const difference = compare?.(one, other) ?? 0;
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/** One resource ignores `fields` and is always whole [R]. */
function readOne({ library }: State, link: { type: string; id: string }, url: URL): Answer {
  const resource = collections.has(link.type) ? library.find(link) : null;
  if (!resource) return { refusal: recordNotFound() };
  const include = includeTreeOf(url.searchParams.get("include"));
  const written = writeResources([resource], { include, fields: {}, library });
  if (isRefusal(written)) return written;
  const { data, included } = written;
  return { data: data[0] ?? null, ...(included.length > 0 && { included }), meta: {} };
}
