// A stand-in for New Vendor's API: what ProLens may ask of it, answered as the vendor documents it. Mark what each behaviour rests on:
// recorded [R], documented [S]; the rest is a guess, and the guide names it.
import { Hono } from "hono";
import { notWritten } from "../../../src/connectors/new-vendor/not-written.ts";
import type { FirmRecords } from "../records.ts";
import { type StandInServer, startServer } from "../server.ts";

/** A record as the vendor writes it. */
type Row = { id: string; [field: string]: unknown };

export type NewVendorStandIn = StandInServer & {
  /** From now on the account has these records. */
  setRecords(records: FirmRecords): void;
};

type StandInOptions = {
  records: FirmRecords;
  account: { id: string; name: string };
  token: string;
  port?: number;
};

/** What the vendor calls each listing, and how our rows become its own. */
const makers: Record<string, (records: FirmRecords) => Row[]> = {
  companies: ({ companies }) =>
    notWritten("demo/stand-ins/new-vendor/stand-in.ts, makers: companies as the vendor writes them", companies),
  contacts: ({ contacts }) =>
    notWritten("demo/stand-ins/new-vendor/stand-in.ts, makers: contacts as the vendor writes them", contacts),
  projects: ({ projects }) =>
    notWritten("demo/stand-ins/new-vendor/stand-in.ts, makers: projects as the vendor writes them", projects),
  phases: ({ phases }) =>
    notWritten("demo/stand-ins/new-vendor/stand-in.ts, makers: phases as the vendor writes them", phases),
  milestones: ({ milestones }) =>
    notWritten("demo/stand-ins/new-vendor/stand-in.ts, makers: milestones as the vendor writes them", milestones),
  people: ({ people }) =>
    notWritten("demo/stand-ins/new-vendor/stand-in.ts, makers: people as the vendor writes them", people),
};

/** Listens on loopback, on a free port unless one is given. */
export async function startNewVendorStandIn(options: StandInOptions): Promise<NewVendorStandIn> {
  let library = libraryOf(options.records);
  const app = new Hono();
  app.use(async ({ req }, next) => refusalOf(req.raw, options) ?? next());
  app.get("/:name", ({ req }) => {
    const rows = library.get(req.param("name"));
    return rows ? pageOf(rows, new URL(req.url)) : notFound();
  });
  app.get("/:name/:id", ({ req }) => {
    const row = library.get(req.param("name"))?.find(({ id }) => id === req.param("id"));
    return row ? Response.json(row) : notFound();
  });
  app.notFound(() => notFound());
  app.onError(({ message }) => Response.json({ message }, { status: 501 }));
  const server = await startServer(app.fetch, { port: options.port ?? 0 });
  return {
    ...server,
    setRecords: (records) => {
      library = libraryOf(records);
    },
  };
}

function libraryOf(records: FirmRecords): Map<string, Row[]> {
  return new Map(Object.entries(makers).map(([name, make]) => [name, make(records)]));
}

/** What is said to who asks wrongly; null where the question is answered. */
function refusalOf({ method, headers }: Request, { token, account }: StandInOptions): Response | null {
  if (method !== "GET") return Response.json({ message: "This stand-in is read-only" }, { status: 405 });
  return notWritten(
    "demo/stand-ins/new-vendor/stand-in.ts, refusalOf: the refusals of a wrong token and of a wrong account",
    ...[headers, token, account],
  );
}

function notFound(): Response {
  return notWritten(
    "demo/stand-ins/new-vendor/stand-in.ts, notFound: what the vendor says to an id that it does not have",
  );
}

/** The rows that the parameters ask for, and one page of them. A parameter that the vendor ignores is ignored here. */
function pageOf(rows: Row[], asked: URL): Response {
  return notWritten(
    "demo/stand-ins/new-vendor/stand-in.ts, pageOf: the filters, the pages, and how a page leads to the next one",
    rows,
    asked,
  );
}
