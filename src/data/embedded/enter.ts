import { setTimeout as sleep } from "node:timers/promises";
import { owner, readPassword } from "./cluster.ts";
import { DataDirectoryInUse, EmbeddedDatabaseError, useYourOwn } from "./errors.ts";
import type { Home } from "./home.ts";
import { findPostmaster, type Postmaster, readLastPort } from "./lock-file.ts";
import { type Connection, joinDatabase, type Membership, type Role } from "./membership.ts";
import { choosePort, startPostmaster } from "./postmaster.ts";

/** `port`: the one that connection pools already know, or null for any. */
export type Wish = { role: Role; port: number | null; signal: AbortSignal };

export type Entered = {
  membership: Membership;
  connection: Connection;
  postmasterPid: number;
  origin: "started" | "attached" | "recovered";
};

type Waiting =
  | { kind: "starting" | "stopping" | "refused" | "port-taken"; reason: string }
  | { kind: "in-use"; reason: string; holderPid: number | null };

type Step = { kind: "started"; wasUnclean: boolean } | ({ kind: "entered" } & Omit<Entered, "origin">) | Waiting;

// "in-use": the session of a killed server is gone within milliseconds. "refused": old backends end their last statement.
// "starting": recovery after a crash replays at most a few hundred megabytes.
const patienceMs = { "in-use": 1_000, stopping: 30_000, refused: 15_000, "port-taken": 15_000, starting: 120_000 };

/**
 * Attaches to the running server of this data directory or starts it, then takes the locks of the role; whatever others do
 * to it meanwhile, it looks again. Throws DataDirectoryInUse, or EmbeddedDatabaseError when patience has run out.
 */
export async function enterDatabase(home: Home, wish: Wish): Promise<Entered> {
  const patience = startPatience(home, wish.signal);
  let origin: Entered["origin"] = "attached";
  let port = wish.port ?? (await readLastPort(home)) ?? choosePort();
  for (;;) {
    const running = await findPostmaster(home);
    const step = running === null ? await start(home, port, wish.signal) : await attach(home, running, wish.role);
    if (step.kind === "entered") return { ...step, origin };
    if (step.kind === "started") origin = step.wasUnclean ? "recovered" : "started";
    else await patience.wait(step, running?.pid ?? null);
    if (step.kind === "port-taken" && wish.port === null) port = choosePort();
  }
}

async function start(home: Home, port: number, signal: AbortSignal): Promise<Step> {
  signal.throwIfAborted();
  const outcome = await startPostmaster(home, port);
  return outcome.kind === "ready" ? { kind: "started", wasUnclean: outcome.wasUnclean } : outcome;
}

async function attach(home: Home, running: Postmaster, role: Role): Promise<Step> {
  if (running.status !== "ready") return { kind: running.status, reason: `it is still ${running.status}` };
  const connection = await describeConnection(home, running.port);
  const outcome = await joinDatabase(connection, role);
  if (outcome.kind === "in-use") return { ...outcome, reason: "another server holds it" };
  if (outcome.kind === "refused") return outcome;
  // INVARIANT: looked at again while we hold the users lock. Whoever stops the database loses its own lock in doing so, and
  // we may have got ours in just that moment; but "stopping" was written before any session ended.
  const still = await findPostmaster(home);
  if (still?.pid === running.pid && still.status === "ready") {
    return { kind: "entered", membership: outcome.membership, connection, postmasterPid: running.pid };
  }
  outcome.membership.client.end().catch(() => undefined);
  return { kind: "stopping", reason: "another process is just stopping it" };
}

/** Waits between looks, longer where each look starts a process; throws when the same server has kept us waiting too long. */
function startPatience(home: Home, signal: AbortSignal) {
  const since = new Map<string, number>();
  let refusals = 0;
  return {
    async wait(step: Waiting, postmasterPid: number | null): Promise<void> {
      const what = `${step.kind} ${postmasterPid}`;
      const first = since.get(what) ?? Date.now();
      since.set(what, first);
      if (Date.now() - first > patienceMs[step.kind]) throw outOfPatience(home, step);
      refusals = postmasterPid === null ? refusals + 1 : 0;
      await sleep(Math.min(10 * 2 ** refusals, 500), undefined, { signal });
    },
  };
}

async function describeConnection(home: Home, port: number): Promise<Connection> {
  return { host: "127.0.0.1", port, user: owner, password: await readPassword(home), database: owner };
}

function outOfPatience(home: Home, step: Waiting): Error {
  if (step.kind === "in-use") return new DataDirectoryInUse(home.dataDir, step.holderPid);
  return new EmbeddedDatabaseError(
    `The embedded database in ${home.clusterDir} cannot be used: ${step.reason}`,
    `Try again in a minute; ${home.logFile} says what it is doing. ${useYourOwn}`,
  );
}
