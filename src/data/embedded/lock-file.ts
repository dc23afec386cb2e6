import { randomBytes } from "node:crypto";
import { link, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Home } from "./home.ts";
import { isAlive, isPostgresIn } from "./process-facts.ts";

/** A running server of this data directory, as its own lock file describes it. */
export type Postmaster = { pid: number; port: number; status: "ready" | "starting" | "stopping" };

const emptyForMs = 3_000;

/** The server that runs on this data directory, or null; a lock file that a dead server left behind does not count. */
export async function findPostmaster(home: Home): Promise<Postmaster | null> {
  const postmaster = await readLockFile(home);
  return postmaster !== null && (await isPostgresIn(postmaster.pid, home.clusterDir)) ? postmaster : null;
}

/** What the lock file says, true or not; null without one. */
export async function readLockFile(home: Home): Promise<Postmaster | null> {
  return parse(await readFile(lockFile(home), "utf8").catch(() => ""));
}

/** The port of the last run, so that it stays the same from run to run; null before the first. */
export async function readLastPort(home: Home): Promise<number | null> {
  const options = await readFile(join(home.clusterDir, "postmaster.opts"), "utf8").catch(() => "");
  const port = /"-p" "(\d+)"/.exec(options)?.[1];
  return port === undefined ? null : Number(port);
}

/**
 * Removes a lock file whose process id now belongs to another program: PostgreSQL would take that for a running server and
 * refuse to start. Says whether a server had died without cleaning up.
 */
export async function clearStaleLockFile(home: Home): Promise<boolean> {
  const judged = await readLockFile(home);
  if (judged === null) return removeEmptyLockFile(home);
  if (!isAlive(judged.pid)) return true; // PostgreSQL handles this case itself, and checks for old backends as it does.
  if (await isPostgresIn(judged.pid, home.clusterDir)) return false;
  const aside = `${lockFile(home)}.stale-${randomBytes(6).toString("hex")}`;
  if (
    !(await rename(lockFile(home), aside).then(
      () => true,
      () => false,
    ))
  )
    return false;
  const moved = parse(await readFile(aside, "utf8").catch(() => ""));
  // Somebody else may have started a server since we looked; then the file is theirs and goes back.
  if (moved?.pid !== judged.pid) await link(aside, lockFile(home)).catch(() => undefined);
  await rm(aside, { force: true });
  return true;
}

/** A start that was cut off before it wrote anything leaves an empty file, which would stop every later start. */
async function removeEmptyLockFile(home: Home): Promise<boolean> {
  const found = await stat(lockFile(home)).catch(() => null);
  if (found === null || found.size > 0 || Date.now() - found.mtimeMs < emptyForMs) return false;
  await rm(lockFile(home), { force: true });
  return true;
}

function lockFile(home: Home): string {
  return join(home.clusterDir, "postmaster.pid");
}

function parse(content: string): Postmaster | null {
  const lines = content.split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const status = lines[7]?.trim();
  return {
    pid,
    port: Number(lines[3] ?? 0),
    status: status === "ready" || status === "stopping" ? status : "starting",
  };
}
