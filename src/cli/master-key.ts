// The master keys: from the environment, else the file that a single machine keeps for itself.
import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config/config.ts";
import type { KeyRing } from "../lib/envelope.ts";
import { invariant } from "../lib/invariant.ts";

/** Where a machine without PROLENS_MASTER_KEY keeps its keys, one a line, the current one first. */
export function masterKeyFile({ dataDir }: Pick<Config, "dataDir">): string {
  return join(dataDir, "master.key");
}

/** The keys of this installation; makes the first one where there is none yet. */
export async function openKeys(config: Pick<Config, "dataDir" | "keys">): Promise<KeyRing> {
  if (config.keys) return config.keys;
  const path = masterKeyFile(config);
  await createFirstKey(config.dataDir, path);
  const [current, ...former] = (await readFile(path, "utf8"))
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => Buffer.from(line, "base64"));
  const isWhole = current?.length === 32 && former.every((key) => key.length === 32);
  invariant(current && isWhole, `${path} holds no key; remove it to have a new one made`);
  return { current, former };
}

/** Written whole or not at all: it is made beside and linked into place, and the first one wins. */
async function createFirstKey(dataDir: string, path: string): Promise<void> {
  const beside = `${path}.${process.pid}`;
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await writeFile(beside, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600 });
  await link(beside, path).catch((err: NodeJS.ErrnoException) => {
    if (err.code !== "EEXIST") throw err;
  });
  await rm(beside);
}
