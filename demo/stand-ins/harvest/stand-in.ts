// A stand-in for Harvest's API v2: what ProLens may ask of it, answered as the vendor documents and others recorded it.
// Nothing of the program is known here. README.md says how sure each behaviour is.
import { Hono } from "hono";
import type { FirmRecords } from "../records.ts";
import { type StandInServer, startServer } from "../server.ts";
import { companyOf } from "./directory.ts";
import { filterRows } from "./filters.ts";
import { type Collection, isCollection, type Library, libraryOf, ourIdIn, stampChanges } from "./library.ts";
import { takePage } from "./paging.ts";
import { rateLimiter } from "./rate-limit.ts";
import {
  invalidToken,
  notAllowed,
  notFound,
  noUserAgent,
  type Refusal,
  readOnly,
  refusalResponse,
} from "./refusals.ts";
import type { Json, Row } from "./row.ts";

/** What can be tried both ways while it runs. */
export type Behaviour = {
  /** What the token's user may do. Without `administrator` contacts are refused, and projects are those that they manage [S]. */
  accessRoles: string[];
  /** Off for tests that ask more in fifteen seconds than an address may. */
  limitsRate: boolean;
};

export type HarvestStandIn = StandInServer & {
  behaviour: Behaviour;
  /** From now on this token opens it, and the one before does not. */
  setToken(token: string): void;
  /** From now on the account has these records; what differs was changed now. */
  setRecords(records: FirmRecords): void;
  /** Our id of what the vendor calls `id`, or null. The other way: `idOf`. */
  ourIdOf(collection: Collection, id: string): string | null;
};

export type StandInOptions = {
  records: FirmRecords;
  account: { id: string; name: string };
  token: string;
  now?: () => Date;
  port?: number;
};

type State = { library: Library; behaviour: Behaviour; token: string };
type Answer = { [field: string]: Json } | { refusal: Refusal };

/** Listens on loopback, on a free port unless one is given. All endpoints are below `/v2`. */
export async function startHarvestStandIn(options: StandInOptions): Promise<HarvestStandIn> {
  const { now = () => new Date(), port = 0 } = options;
  const state: State = {
    token: options.token,
    library: libraryOf(options.records),
    behaviour: { accessRoles: ["administrator"], limitsRate: true },
  };
  const server = await startServer(routesOf(state, { ...options, now }).fetch, { port });
  return {
    ...server,
    behaviour: state.behaviour,
    setToken: (token) => {
      state.token = token;
    },
    setRecords: (records) => {
      const at = `${now().toISOString().slice(0, 19)}Z`;
      state.library = stampChanges(libraryOf(records), state.library, at);
    },
    ourIdOf: (collection, id) => ourIdIn(state.library, collection, id),
  };
}

function routesOf(state: State, { account, now }: StandInOptions & { now: () => Date }): Hono {
  const app = new Hono();
  const limitRate = rateLimiter(now);
  app.use(async ({ req }, next) => {
    const refusal =
      (state.behaviour.limitsRate ? limitRate(req.path) : null) ??
      refuseCaller(req.raw.headers, { token: state.token, accountId: account.id }) ??
      (req.method === "GET" ? null : readOnly());
    return refusal ? refusalResponse(refusal) : next();
  });
  app.get("/v2/company", () => answerWith(companyOf(account.name)));
  app.get("/v2/users/me", () => answerWith(ownUser(state)));
  app.get("/v2/:name", ({ req }) => answerWith(readCollection(state, req.param("name"), new URL(req.url))));
  app.get("/v2/:name/:id", ({ req }) => answerWith(readOne(state, req.param())));
  app.get("/v2/projects/:id/:name", ({ req }) => answerWith(readOfProject(state, req.param(), new URL(req.url))));
  app.notFound(() => refusalResponse(notFound()));
  return app;
}

/** What is said to a wrong account is a guess of client programs [C]. */
function refuseCaller(headers: Headers, { token, accountId }: { token: string; accountId: string }): Refusal | null {
  if (!headers.get("user-agent")) return noUserAgent();
  if (headers.get("authorization") !== `Bearer ${token}`) return invalidToken();
  return headers.get("harvest-account-id") === accountId ? null : notFound();
}

function answerWith(answer: Answer): Response {
  return isRefusal(answer) ? refusalResponse(answer.refusal) : Response.json(answer);
}

function isRefusal(answer: object): answer is { refusal: Refusal } {
  return "refusal" in answer;
}

function ownUser({ library, behaviour }: State): Answer {
  const [owner] = library.users.values();
  return owner ? { ...owner.row, access_roles: behaviour.accessRoles } : { refusal: notFound() };
}

function readCollection(state: State, name: string, url: URL): Answer {
  if (!isCollection(name)) return { refusal: notFound() };
  if (!mayRead(state, name)) return { refusal: notAllowed() };
  return readRows(name, visibleRows(state, name), url);
}

function readRows(name: Collection, visible: Row[], url: URL): Answer {
  const rows = filterRows(name, visible, url.searchParams);
  if (isRefusal(rows)) return rows;
  return takePage({ name, rows: name === "time_entries" ? rows : newestFirst(rows), url });
}

function newestFirst(rows: Row[]): Row[] {
  return rows.toSorted((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at) || other.id - one.id);
}

function readOne(state: State, { name, id }: { name: string; id: string }): Answer {
  if (!isCollection(name)) return { refusal: notFound() };
  if (!mayRead(state, name)) return { refusal: notAllowed() };
  return visibleRows(state, name).find((row) => String(row.id) === id) ?? { refusal: notFound() };
}

function readOfProject(state: State, { id, name }: { id: string; name: string }, url: URL): Answer {
  const isOfProjects = name === "task_assignments" || name === "user_assignments";
  if (!isOfProjects || !state.library.projects.has(Number(id))) return { refusal: notFound() };
  return readRows(
    name,
    visibleRows(state, name).filter(({ project }) => isLinkTo(project, id)),
    url,
  );
}

function isLinkTo(link: Json | undefined, id: string): boolean {
  return link !== null && typeof link === "object" && "id" in link && String(link.id) === id;
}

function mayRead({ behaviour }: State, name: Collection): boolean {
  return name !== "contacts" || behaviour.accessRoles.includes("administrator");
}

/** Who is no administrator sees less, and nothing in the answer says so. */
function visibleRows({ library, behaviour }: State, name: Collection): Row[] {
  const rows = [...library[name].values()].map(({ row }) => row);
  if (name !== "projects" || behaviour.accessRoles.includes("administrator")) return rows;
  const [owner] = library.users.values();
  const managed = [...library.user_assignments.values()]
    .filter(({ row }) => row.is_project_manager === true && isLinkTo(row.user, String(owner?.row.id)))
    .map(({ row }) => row.project);
  return rows.filter(({ id }) => managed.some((link) => isLinkTo(link, String(id))));
}
