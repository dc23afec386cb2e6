import { randomBytes } from "node:crypto";
import { chown, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EmbeddedDatabaseError, useYourOwn } from "./errors.ts";
import type { Home } from "./home.ts";
import { isAlive } from "./process-facts.ts";
import { runProgram } from "./run-program.ts";

export const owner = "prolens";
const passwordFile = "prolens.password";
const setupName = /^\.setup-(\d+)-/;

/**
 * Makes sure that a complete cluster exists and says whether this call made it. It is built beside its place and renamed
 * into it, so that a crash leaves all of it or nothing; of two callers the later one uses the cluster of the first.
 * Throws EmbeddedDatabaseError when initdb fails.
 */
export async function ensureCluster(home: Home): Promise<"created" | "found"> {
  await removeLeftovers(home);
  if (await isCluster(home)) {
    await handOver(home);
    return "found";
  }
  const setupDir = join(home.dataDir, `.setup-${process.pid}-${randomBytes(6).toString("hex")}`);
  try {
    const newCluster = await initCluster(home, setupDir);
    return (await moveIntoPlace(home, newCluster)) ? "created" : "found";
  } finally {
    await rm(setupDir, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The owner's password. Throws EmbeddedDatabaseError when it is not where it belongs. */
export async function readPassword(home: Home): Promise<string> {
  const path = join(home.clusterDir, passwordFile);
  return readFile(path, "utf8").catch((cause: unknown) => {
    throw new EmbeddedDatabaseError(
      `The password of the embedded database cannot be read from ${path}.`,
      "Start ProLens as the user who started it before, or restore the whole data directory from a backup.",
      cause,
    );
  });
}

async function removeLeftovers(home: Home): Promise<void> {
  for (const name of await readdir(home.dataDir)) {
    const pid = setupName.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    // An initdb that outlived its parent may still write here; what cannot go now goes at the next start.
    await rm(join(home.dataDir, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

function isCluster(home: Home): Promise<boolean> {
  return stat(join(home.clusterDir, "PG_VERSION")).then(
    () => true,
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === "ENOENT") return false;
      throw cannotUse(home, cause);
    },
  );
}

function cannotUse(home: Home, cause: NodeJS.ErrnoException): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    `The database in ${home.clusterDir} belongs to another user of this machine (${cause.code}).`,
    `Start ProLens as that user, or set PROLENS_DATA to another directory. ${useYourOwn}`,
    cause,
  );
}

/** PostgreSQL insists on owning its files; a restored backup may belong to root. */
async function handOver({ clusterDir, account: { ids } }: Home): Promise<void> {
  if (ids === null || (await stat(clusterDir)).uid === ids.uid) return;
  for (const path of await readdir(clusterDir, { recursive: true }))
    await chown(join(clusterDir, path), ids.uid, ids.gid);
  await chown(clusterDir, ids.uid, ids.gid);
}

async function initCluster(home: Home, setupDir: string): Promise<string> {
  const cluster = join(setupDir, "cluster");
  const pwfile = join(setupDir, "password");
  await mkdir(setupDir, { mode: 0o700 });
  const password = randomBytes(24).toString("base64url");
  await writePrivately(home, pwfile, password);
  if (home.account.ids !== null) await chown(setupDir, home.account.ids.uid, home.account.ids.gid);
  const args = ["-D", cluster, "--username", owner, "--pwfile", pwfile, ...initOptions];
  const { code, output } = await runProgram(home.account, home.binaries.initdb, args);
  if (code !== 0) throw initFailed(home, output);
  await writePrivately(home, join(cluster, passwordFile), password);
  return cluster;
}

// NOTE: initdb writes through to the disk by itself (its default, fsync of its own files): it costs a tenth of a second, and
// the rename must not become durable before what it names. Its syncfs would wait for what other programs have written too.
const initOptions = [
  ...["--auth", "scram-sha-256", "--encoding", "UTF8", "--data-checksums", "--no-instructions"],
  ...["--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"],
];

async function writePrivately(home: Home, path: string, content: string): Promise<void> {
  await writeFile(path, content, { mode: 0o600, flag: "wx", flush: true });
  if (home.account.ids !== null) await chown(path, home.account.ids.uid, home.account.ids.gid);
}

function initFailed(home: Home, output: string): EmbeddedDatabaseError {
  const lines = output.trim().split("\n");
  const errors = lines.filter((line) => /error|fatal|panic|no space/i.test(line));
  return new EmbeddedDatabaseError(
    `PostgreSQL could not create its files below ${home.dataDir}: ${(errors.length > 0 ? errors : lines).slice(-3).join(" | ")}`,
    `Check the free space and the permissions there, or set PROLENS_DATA to another directory. ${useYourOwn}`,
  );
}

async function moveIntoPlace(home: Home, newCluster: string): Promise<boolean> {
  await syncDirectory(newCluster);
  try {
    await rename(newCluster, home.clusterDir);
  } catch (cause) {
    if (await isCluster(home)) return false;
    throw new EmbeddedDatabaseError(
      `${home.clusterDir} exists, but is no database of PostgreSQL (${String(cause)}).`,
      "Move it away, or set PROLENS_DATA to another directory.",
      cause,
    );
  }
  await syncDirectory(home.dataDir);
  return true;
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
