// The master keys: from the environment, else the file that a single machine keeps for itself.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { link, mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config/config.ts";
import type { KeyRing } from "../lib/envelope.ts";
import { invariant } from "../lib/invariant.ts";
import { WrongUse } from "./answer.ts";

type Place = Pick<Config, "dataDir" | "keys">;

/** Where a machine without PROLENS_MASTER_KEY keeps its keys, one a line, the current one first. */
export function masterKeyFile({ dataDir }: Pick<Place, "dataDir">): string {
  return join(dataDir, "master.key");
}

/** What reads the keys of this installation as they stand; makes the first one where there is none yet. */
export async function openKeys(config: Place): Promise<() => KeyRing> {
  const { keys } = config;
  if (keys) return () => keys;
  const path = masterKeyFile(config);
  await createFirstKey(config.dataDir, path);
  return () => readKeyFile(path);
}

function readKeyFile(path: string): KeyRing {
  const [current, ...former] = readFileSync(path, "utf8")
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
  await writeFile(beside, keyLines([randomBytes(32)]), { mode: 0o600 });
  await link(beside, path).catch((err: NodeJS.ErrnoException) => {
    if (err.code !== "EEXIST") throw err;
  });
  await rm(beside);
}

/**
 * Puts a new key before those of the file, lets `rewrap` work with all of them, and then keeps only the new one and the one
 * before it, unless something was lost and an older one may yet be found to open it. Whatever ends it half-way, no key that seals something is lost.
 */
export async function rotateKeyFile<T extends { lost: number }>(
  path: string,
  rewrap: (keys: KeyRing) => Promise<T>,
): Promise<T> {
  return alone(`${path}.rotating`, async () => {
    const { current: before, former } = readKeyFile(path);
    const current = randomBytes(32);
    await replaceFile(path, keyLines([current, before, ...former]));
    const rewrapped = await rewrap({ current, former: [before, ...former] });
    if (rewrapped.lost === 0) await replaceFile(path, keyLines([current, before]));
    return rewrapped;
  });
}

/** Two rotations at once would each lose the key of the other. */
async function alone<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const held = await open(lock, "wx", 0o600).catch((err: NodeJS.ErrnoException) => {
    if (err.code !== "EEXIST") throw err;
    throw new WrongUse(`another rotation is under way; if none is, one was cut off: remove ${lock} and start again`);
  });
  await held.close();
  return work().finally(() => rm(lock, { force: true }));
}

/** On disk before it counts: what is sealed with a key that was lost opens no more. */
async function replaceFile(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}`;
  const file = await open(beside, "w", 0o600);
  await file.writeFile(text);
  await file.sync();
  await file.close();
  await rename(beside, path);
}

function keyLines(keys: Buffer[]): string {
  return keys.map((key) => `${key.toString("base64")}\n`).join("");
}
