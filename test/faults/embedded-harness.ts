// Temporary data directories and child processes for the tests of the embedded database. Everything is ended by its id.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, onTestFinished } from "vitest";
import { openEmbeddedServer } from "../../src/data/embedded/embedded-server.ts";
import { isPostgresIn } from "../../src/data/embedded/process-facts.ts";

const childProgram = fileURLToPath(new URL("./embedded-child.ts", import.meta.url));

/** A data directory that does not exist yet, below a new temporary directory; afterwards its database and it are gone. */
export async function makeDataDir(name = "data"): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), "prolens-embedded-"));
  const dataDir = join(parent, name);
  onTestFinished(async () => {
    await killDatabase(dataDir);
    await rm(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  });
  return dataDir;
}

/**
 * The data directory that the tests of a file share, because making one takes longest: with a database, properly stopped.
 * Called where the file begins, for its end takes the directory away.
 */
export function shareDataDir(): () => Promise<string> {
  let shared: Promise<string> | null = null;
  afterAll(async () => {
    if (shared !== null) await rm(dirname(await shared), { recursive: true, force: true });
  });
  return async () => {
    shared ??= mkdtemp(join(tmpdir(), "prolens-embedded-")).then((parent) => join(parent, "data"));
    const dataDir = await shared;
    const server = await openEmbeddedServer({ dataDir, role: "command", log: () => undefined });
    await server.stop();
    onTestFinished(() => killDatabase(dataDir));
    return dataDir;
  };
}

/** The process id of the database server of a data directory; null when none runs. */
export async function readPostmasterPid(dataDir: string): Promise<number | null> {
  const clusterDir = join(dataDir, "postgres");
  const content = await readFile(join(clusterDir, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number(content.split("\n")[0]);
  return pid > 0 && (await isPostgresIn(pid, clusterDir)) ? pid : null;
}

/** Kills the database server with -9, and its children with it. */
export async function killDatabase(dataDir: string): Promise<void> {
  const postmaster = await readPostmasterPid(dataDir);
  if (postmaster === null) return;
  const backends = await listChildren(postmaster);
  for (const pid of [postmaster, ...backends]) kill(pid);
  await until(async () => (await readPostmasterPid(dataDir)) === null);
}

async function listChildren(parent: number): Promise<number[]> {
  if (process.platform !== "linux") return [];
  const pids = (await readdir("/proc")).map(Number).filter((pid) => pid > 0);
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, "utf8").catch(() => "")));
  return pids.filter((_, index) => Number(stats[index]?.split(") ").at(-1)?.split(" ")[1]) === parent);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It was faster than we.
  }
}

export async function until(isTrue: () => boolean | Promise<boolean>, timeoutMs = 10_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(`not within ${timeoutMs} ms: ${isTrue}`);
    await sleep(10);
  }
}

export type Child = {
  process: ChildProcessWithoutNullStreams;
  lines: string[];
  /** Waits for a line with this beginning and returns the rest of it. */
  heard(beginning: string): Promise<string>;
  ended: Promise<unknown>;
};

/** Starts the child program of these tests; whatever happens, it is gone after the test. */
export function startChild(dataDir: string, role: "server" | "command", mode: "hold" | "write" | "cycle"): Child {
  const child = spawn(process.execPath, [childProgram, dataDir, role, mode]);
  const lines: string[] = [];
  let rest = "";
  child.stdout.on("data", (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
  });
  child.stderr.on("data", (chunk: Buffer) => lines.push(`stderr ${chunk}`));
  const ended = once(child, "close");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return { process: child, lines, ended, heard: (beginning) => hear(lines, beginning) };
}

/** A child starts Node and a database; on a machine that is busy with other tests that takes a while. */
export const PATIENCE_MS = 60_000;

async function hear(lines: string[], beginning: string): Promise<string> {
  const find = () => lines.find((line) => line.startsWith(beginning));
  await until(() => find() !== undefined, PATIENCE_MS).catch(() => {
    throw new Error(`"${beginning}" was not heard; heard was:\n${lines.slice(-20).join("\n")}`);
  });
  return find()?.slice(beginning.length).trim() ?? "";
}

/** The numbers that a writing child saw acknowledged. */
export function acknowledged(child: Child): number[] {
  return child.lines.filter((line) => line.startsWith("ack ")).map((line) => Number(line.slice(4)));
}
