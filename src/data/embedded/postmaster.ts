import { spawn } from "node:child_process";
import { type FileHandle, open, readFile, rename, stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { EmbeddedDatabaseError, useYourOwn } from "./errors.ts";
import type { Home } from "./home.ts";
import { clearStaleLockFile, findPostmaster, readLockFile } from "./lock-file.ts";
import { launchAs, programEnv } from "./run-program.ts";

export type StartOutcome =
  | { kind: "ready"; wasUnclean: boolean }
  /** Not now: another start is under way, or old backends are still ending; or not on this port. */
  | { kind: "refused" | "port-taken"; reason: string };

const startTimeoutMs = 120_000;
const stopTimeoutMs = 30_000;
const logBytesMax = 5_000_000;
// Below the ports that systems choose for outgoing connections: while the database restarts, no such connection, not even
// one to itself, can take its port.
const portRange = { first: 20_000, count: 10_000 };

/** A port that is probably free; whether it is, starting the server shows. */
export function choosePort(): number {
  return portRange.first + Math.floor(Math.random() * portRange.count);
}

/**
 * Starts the server and waits until it takes connections. It outlives us and is not
 * in our process group: neither Ctrl-C nor our death hits it. Throws EmbeddedDatabaseError when trying again is pointless.
 */
export async function startPostmaster(home: Home, port: number): Promise<StartOutcome> {
  const wasUnclean = await clearStaleLockFile(home);
  const log = await openLog(home);
  try {
    const { size: logStart } = await log.stat();
    const run = spawnServer(home, port, log.fd);
    const isReady = await untilReady(home, run);
    return isReady ? { kind: "ready", wasUnclean } : await explainEnd(home, run, logStart);
  } finally {
    await log.close();
  }
}

type Run = { pid: number | undefined; end: string | null };

function spawnServer(home: Home, port: number, logFd: number): Run {
  const launch = launchAs(home.account, home.binaries.postgres, serverArgs(home, port));
  const stdio: ["ignore", number, number] = ["ignore", logFd, logFd];
  const options = { ...launch.identity, cwd: home.clusterDir, env: programEnv, detached: true, stdio };
  const child = spawn(launch.program, launch.args, options);
  const run: Run = { pid: child.pid, end: null };
  child.once("exit", (code, signal) => {
    run.end = signal ?? `exit code ${code}`;
  });
  child.once("error", (cause) => {
    run.end = cause.message;
  });
  child.unref();
  return run;
}

/** Ends the server with a fast shutdown (open transactions are rolled back, everything committed is kept) and waits. */
export async function stopPostmaster(home: Home, pid: number): Promise<void> {
  const isRunning = async () => (await findPostmaster(home))?.pid === pid;
  if (await isRunning()) askToStop(pid);
  const deadline = Date.now() + stopTimeoutMs;
  while (await isRunning()) {
    if (Date.now() > deadline) {
      throw new EmbeddedDatabaseError(
        `The embedded database (process ${pid}) did not stop within ${stopTimeoutMs / 1000} seconds.`,
        `It may still be writing; nothing is lost. See ${home.logFile}.`,
      );
    }
    await sleep(10);
  }
}

function askToStop(pid: number): void {
  try {
    process.kill(pid, "SIGINT");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ESRCH") throw cause;
  }
}

async function openLog({ logFile, account: { ids } }: Home): Promise<FileHandle> {
  const found = await stat(logFile).catch(() => null);
  if (found !== null && found.size > logBytesMax) await rename(logFile, `${logFile}.1`).catch(() => undefined);
  const log = await open(logFile, "a", 0o600);
  // A log that root made must not keep out its owner when he starts ProLens himself.
  if (ids !== null) await log.chown(ids.uid, ids.gid);
  return log;
}

function serverArgs(home: Home, port: number): string[] {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "60",
    shared_buffers: "64MB",
    max_wal_size: "256MB",
    max_logical_replication_workers: "0",
    // One small database gains nothing from extra processes for reading ahead, and they cost memory.
    io_method: "sync",
    jit: "off",
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    log_checkpoints: "off",
    // INVARIANT: what clients wrote never reaches the log file: no statement, no DETAIL with the values of a row.
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", home.clusterDir, "-p", String(port), ...options];
}

async function untilReady(home: Home, run: Run): Promise<boolean> {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline && run.end === null) {
    const written = await readLockFile(home);
    if (written !== null && written.pid === run.pid && written.status === "ready") return true;
    await sleep(8);
  }
  return false;
}

async function explainEnd(home: Home, { pid, end }: Run, logStart: number): Promise<StartOutcome> {
  const written = (await readFile(home.logFile)).subarray(logStart).toString().split("\n");
  // Others may be starting too, and write to the same file.
  const ours = written.filter((line) => line.includes(`[${pid}]`) || !/^\d{4}-/.test(line));
  const reason = ours.filter((line) => /FATAL|PANIC|error while loading/.test(line)).at(-1) ?? end;
  if (reason?.includes("could not create any TCP/IP sockets")) return { kind: "port-taken", reason };
  if (reason === null || passing.test(reason)) return { kind: "refused", reason: reason ?? "it does not get ready" };
  throw new EmbeddedDatabaseError(
    `The embedded database does not start: ${reason}`,
    `The whole story is in ${home.logFile}. ${useYourOwn}`,
  );
}

// Ends that say nothing against another try. "exit code 0": somebody stopped it again before we had a look.
const passing = /lock file .* (already exists|is empty)|pre-existing shared memory|^SIG|^exit code 0$/;
