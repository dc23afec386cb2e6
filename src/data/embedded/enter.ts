import { setTimeout as sleep } from "node:timers/promises";
import { owner, readPassword } from "./cluster.ts";
import { DataDirectoryInUse, EmbeddedDatabaseError, useYourOwn } from "./errors.ts";
import type { Home } from "./home.ts";
import { findPostmaster, readLastPort } from "./lock-file.ts";
import { type Connection, joinDatabase, type Membership, type Role } from "./membership.ts";
import { choosePort, startPostmaster } from "./postmaster.ts";

/** `port`: the one that connection pools already know, or null for any. */
export type Wish = { role: Role; port: number | null; signal: AbortSignal };

export type Entered = { membership: Membership; connection: Connection; origin: "started" | "attached" | "recovered" };

type Waiting =
  | { kind: "starting" | "refused" | "port-taken"; reason: string }
  | { kind: "in-use"; reason: string; holderPid: number | null };

type Step = { kind: "started"; wasUnclean: boolean } | ({ kind: "entered" } & Omit<Entered, "origin">) | Waiting;

// "in-use": the session of a killed server is gone within milliseconds. "refused": old backends end their last statement.
// "starting": recovery after a crash replays at most a few hundred megabytes.
const patienceMs = { "in-use": 1_000, refused: 15_000, "port-taken": 15_000, starting: 120_000 };

/**
 * Attaches to the running server of this data directory or starts it, then takes the locks of the role; whatever others do
 * to it meanwhile, it looks again. Throws DataDirectoryInUse, or EmbeddedDatabaseError when patience has run out.
 */
export async function enterDatabase(home: Home, wish: Wish): Promise<Entered> {
  const since = new Map<Waiting["kind"], number>();
  let origin: Entered["origin"] = "attached";
  let port = wish.port ?? (await readLastPort(home)) ?? choosePort();
  for (let attempt = 0; ; attempt++) {
    const step = await takeStep(home, { ...wish, port });
    if (step.kind === "entered") return { membership: step.membership, connection: step.connection, origin };
    if (step.kind === "started") {
      origin = step.wasUnclean ? "recovered" : "started";
      continue;
    }
    if (step.kind === "port-taken" && wish.port === null) port = choosePort();
    const first = since.get(step.kind) ?? Date.now();
    since.set(step.kind, first);
    if (Date.now() - first > patienceMs[step.kind]) throw outOfPatience(home, step);
    await sleep(Math.min(10 * 2 ** attempt, 250), undefined, { signal: wish.signal });
  }
}

async function takeStep(home: Home, wish: Wish & { port: number }): Promise<Step> {
  const running = await findPostmaster(home);
  if (running === null) {
    wish.signal.throwIfAborted();
    const outcome = await startPostmaster(home, wish.port);
    return outcome.kind === "ready" ? { kind: "started", wasUnclean: outcome.wasUnclean } : outcome;
  }
  if (running.status === "starting") return { kind: "starting", reason: "it is still starting" };
  if (running.status === "stopping") return { kind: "refused", reason: "it is still stopping" };
  const connection = await describeConnection(home, running.port);
  const outcome = await joinDatabase(connection, wish.role);
  if (outcome.kind === "joined") return { kind: "entered", membership: outcome.membership, connection };
  if (outcome.kind === "in-use") return { ...outcome, reason: "another server holds it" };
  return outcome;
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
