// Knows which files in a folder are ours, so that nobody's edit is ever overwritten.
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type CalendarDate, parseCalendarDate } from "../../src/domain/calendar-date.ts";

const MANIFEST = ".written.json";

type Hashes = Record<string, string>;

/**
 * `missing`: nothing of the firm is there. `ours`: every file is as we wrote it, for `writtenFor`. `torn`: every file is
 * ours, but a refresh stopped half-way. `edited`: anything else.
 */
export type FolderState = { kind: "missing" | "torn" | "edited" } | { kind: "ours"; writtenFor: CalendarDate };

/** The day, the SHA-256 of each file and, only while writing goes on, of the files these replace. */
type Manifest = { writtenFor: CalendarDate; files: Hashes; replaced: Hashes };

/** Compares a folder with what was last written there. `names` are the files we write, `key` the one without which there is no firm. */
export async function readFolderState(dir: string, names: string[], key: string): Promise<FolderState> {
  const manifest = await findManifest(dir);
  const present = await hashesOf(dir, names);
  const isOurs = names.every((name) => isKnown(present[name], name, manifest));
  if (!present[key]) return { kind: isOurs ? "missing" : "edited" };
  if (!manifest || !isOurs || names.some((name) => !present[name])) return { kind: "edited" };
  const isWhole = names.every((name) => present[name] === manifest.files[name]);
  return isWhole ? { kind: "ours", writtenFor: manifest.writtenFor } : { kind: "torn" };
}

/**
 * Writes all files. The manifest goes first, with the hashes of what is replaced: a stop half-way then leaves a
 * folder that is recognised as ours. The last file completes the folder, so its absence means that nothing counts yet.
 */
export async function writeFolder(dir: string, files: Record<string, string>, writtenFor: CalendarDate): Promise<void> {
  await mkdir(dir, { recursive: true });
  const names = Object.keys(files);
  const hashes = Object.fromEntries(names.map((name) => [name, sha256(files[name] ?? "")]));
  await writeManifest(dir, { writtenFor, files: hashes, replaced: await hashesOf(dir, names) });
  for (const [name, text] of Object.entries(files)) await writeAtomically(join(dir, name), text);
  await writeManifest(dir, { writtenFor, files: hashes, replaced: {} });
}

async function writeManifest(dir: string, manifest: Manifest): Promise<void> {
  await writeAtomically(join(dir, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
}

function isKnown(hash: string | undefined, name: string, manifest: Manifest | null): boolean {
  return hash === undefined || hash === manifest?.files[name] || hash === manifest?.replaced[name];
}

async function findManifest(dir: string): Promise<Manifest | null> {
  const bytes = await findBytes(join(dir, MANIFEST));
  if (bytes === null) return null;
  try {
    const parsed: Partial<Manifest> | null = JSON.parse(bytes.toString("utf8"));
    const writtenFor = parseCalendarDate(String(parsed?.writtenFor));
    return writtenFor && parsed?.files ? { writtenFor, files: parsed.files, replaced: parsed.replaced ?? {} } : null;
  } catch {
    return null;
  }
}

async function hashesOf(dir: string, names: string[]): Promise<Hashes> {
  const hashes: Hashes = {};
  for (const name of names) {
    const bytes = await findBytes(join(dir, name));
    if (bytes !== null) hashes[name] = sha256(bytes);
  }
  return hashes;
}

async function findBytes(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** A reader sees the old file or the new one, never half of it. */
async function writeAtomically(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, text);
  await rename(temporary, path);
}

function sha256(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
