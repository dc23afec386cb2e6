// The embedded PostgreSQL: creating, starting, attaching to, sharing and stopping it.
// No tables and no queries of ProLens: who opens it gets a connection to an empty database and goes on from there.
import { setTimeout as sleep } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import { ensureCluster } from "./cluster.ts";
import { type Entered, enterDatabase } from "./enter.ts";
import { type Home, prepareHome } from "./home.ts";
import { type Connection, leaveDatabase, type Role } from "./membership.ts";
import { stopPostmaster } from "./postmaster.ts";

export type EmbeddedServer = {
  /** The owner (a superuser) and where to log in. The port stays the same as long as this is open. */
  connection: Connection;
  /** How it came up; "recovered": started after it, or the machine, had been killed. */
  origin: "created" | "started" | "attached" | "recovered";
  /** Ends our use, and stops the database if nobody else uses it. Close all other connections before. */
  stop(): Promise<void>;
};

export type OpenOptions = {
  dataDir: string;
  /** One server per data directory; commands work beside it, or without it. */
  role: Role;
  log: (line: string) => void;
  /** Other PostgreSQL programs than those that came with npm. */
  binaries?: Binaries;
};

const commandGraceMs = 5_000;
const retryMs = 2_000;

/**
 * Opens the database of a data directory, creating or starting it where needed, and keeps it open until `stop()`: if it dies,
 * it is started again on the same port. The process stays alive until `stop()`.
 * Throws DataDirectoryInUse or EmbeddedDatabaseError, both with a message for people.
 */
export async function openEmbeddedServer(options: OpenOptions): Promise<EmbeddedServer> {
  const home = await prepareHome(options.dataDir, options.binaries);
  const cluster = await ensureCluster(home);
  const never = new AbortController().signal;
  const entered = await enterDatabase(home, { role: options.role, port: null, signal: never });
  const isNew = cluster === "created" && entered.origin === "started";
  const { connection } = entered;
  return { connection, origin: isNew ? "created" : entered.origin, stop: keepOpen(home, options, entered) };
}

/** Watches over our session and returns how to end it; whatever ends it otherwise, we come back. */
function keepOpen(home: Home, { role, log }: OpenOptions, first: Entered): () => Promise<void> {
  const stopping = new AbortController();
  let current: Entered | null = null;
  let watching = Promise.resolve();
  let stopped: Promise<void> | null = null;

  function watch(entered: Entered): void {
    current = entered;
    entered.membership.lost.then(() => {
      current = null;
      if (!stopping.signal.aborted) watching = comeBack();
    });
  }

  async function comeBack(): Promise<void> {
    const again = await reenter(home, { role, port: first.connection.port, signal: stopping.signal, log });
    if (again !== null) watch(again);
  }

  async function stop(): Promise<void> {
    stopping.abort();
    await watching;
    if (current !== null) await leave(home, current, log);
  }

  watch(first);
  return () => {
    stopped ??= stop();
    return stopped;
  };
}

type Return = { role: Role; port: number; signal: AbortSignal; log: (line: string) => void };

async function reenter(home: Home, wish: Return): Promise<Entered | null> {
  const { log, port, signal } = wish;
  log("The connection to the embedded database broke off; opening it again.");
  let lastTold = "";
  for (;;) {
    try {
      const entered = await enterDatabase(home, wish);
      log(describeReturn(entered, port));
      return entered;
    } catch (cause) {
      if (signal.aborted) return null;
      const problem = cause instanceof Error ? cause.message : String(cause);
      if (problem !== lastTold) log(problem);
      lastTold = problem;
      await sleep(retryMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

function describeReturn({ origin, connection }: Entered, port: number): string {
  if (connection.port !== port) {
    return `The embedded database now listens on port ${connection.port} instead of ${port}: restart ProLens.`;
  }
  return origin === "attached"
    ? "The embedded database is back."
    : "The embedded database had stopped; it was restarted.";
}

async function leave(home: Home, { membership, postmasterPid }: Entered, log: (line: string) => void): Promise<void> {
  // A session that breaks off while we leave means that the database is already gone, or that others look after it.
  const isLast = await leaveDatabase(membership, commandGraceMs).catch(() => null);
  if (isLast === true) await stopPostmaster(home, postmasterPid);
  if (isLast === false) log("Other ProLens processes still use the embedded database; the last of them stops it.");
  await membership.client.end().catch(() => undefined);
}
