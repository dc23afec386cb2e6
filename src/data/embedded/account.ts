import { chmod, chown, readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Binaries } from "./binaries.ts";
import { EmbeddedDatabaseError, useYourOwn } from "./errors.ts";
import { type Account, runProgram } from "./run-program.ts";

type Ids = { uid: number; gid: number };
type Places = { dataDir: string; clusterDir: string; binaries: Binaries };

/**
 * Decides as whom PostgreSQL runs: as ourselves, unless we are root, whom PostgreSQL refuses. Then as the one who owns the
 * data already, else `postgres`, else `nobody`, with a capability to pass closed directories only where one is in the way.
 * Throws EmbeddedDatabaseError when that user cannot reach the data or the programs in any way.
 */
export async function chooseAccount(places: Places): Promise<Account> {
  if (process.getuid?.() !== 0) return { ids: null, prefix: [] };
  const ids =
    (await ownerBesidesRoot(places.clusterDir)) ?? (await ownerBesidesRoot(places.dataDir)) ?? (await dbUser());
  const plain: Account = { ids, prefix: [] };
  if (await canWork(plain, places.dataDir, places.binaries)) return plain;
  if (await canWork(plain, dirname(places.dataDir), places.binaries)) await letPass(places.dataDir, ids.gid);
  const candidates = [plain, passing(ids, "dac_read_search"), passing(ids, "dac_override")];
  for (const account of candidates) if (await canWork(account, places.dataDir, places.binaries)) return account;
  throw unreachable(places, ids);
}

async function ownerBesidesRoot(path: string): Promise<Ids | null> {
  const { uid, gid } = await stat(path).catch(() => ({ uid: 0, gid: 0 }));
  return uid === 0 ? null : { uid, gid };
}

async function dbUser(): Promise<Ids> {
  const accounts = await readFile("/etc/passwd", "utf8").catch(() => "");
  const ids = idsOf(accounts, "postgres") ?? idsOf(accounts, "nobody");
  if (ids !== null) return ids;
  throw new EmbeddedDatabaseError(
    "PostgreSQL refuses to run as root, and this machine has neither a user postgres nor a user nobody to run it as.",
    `Start ProLens as a normal user, or create a user postgres. ${useYourOwn}`,
  );
}

function idsOf(accounts: string, name: string): Ids | null {
  const fields = accounts.split("\n").find((line) => line.startsWith(`${name}:`));
  const [, , uid, gid] = fields?.split(":") ?? [];
  // macOS writes nobody as -2; as a user id that is an unsigned 32-bit number.
  return uid === undefined || gid === undefined ? null : { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
}

async function canWork(account: Account, directory: string, binaries: Binaries): Promise<boolean> {
  const probe = 'cd -- "$1" && "$2" --version && exec "$3" --version';
  const args = ["-c", probe, "sh", directory, binaries.initdb, binaries.postgres];
  return (await runProgram(account, "/bin/sh", args)).code === 0;
}

/** Root keeps the directory; the database's group may pass through it, not list it. */
async function letPass(dataDir: string, gid: number): Promise<void> {
  const { mode } = await stat(dataDir);
  await chown(dataDir, 0, gid);
  await chmod(dataDir, (mode & 0o7707) | 0o010);
}

function passing({ uid, gid }: Ids, capability: "dac_read_search" | "dac_override"): Account {
  const identity = ["--reuid", String(uid), "--regid", String(gid), "--clear-groups"];
  const capabilities = [`--inh-caps=+${capability}`, `--ambient-caps=+${capability}`];
  // Without no_setuid_fixup, access(2) ignores the capability, and PostgreSQL uses access(2) to find its own programs.
  return { ids: { uid, gid }, prefix: ["setpriv", ...identity, "--securebits=+no_setuid_fixup", ...capabilities] };
}

function unreachable({ dataDir, binaries }: Places, { uid }: Ids): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    `PostgreSQL refuses to run as root, and the user it would run as (id ${uid}) cannot reach both ` +
      `${dataDir} and ${binaries.postgres}.`,
    "Set PROLENS_DATA to a directory outside of root's home (and install ProLens outside of it), " +
      `or start ProLens as a normal user. ${useYourOwn}`,
  );
}
