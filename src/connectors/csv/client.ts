// How the bytes of the folder are read: versions, settling, limits, one shared load per file version. What they mean is wire.ts.
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { csvText } from "../../domain/psa-texts/csv-words.ts";
import { partText } from "../../domain/psa-texts/part-words.ts";
import { PsaFault } from "../errors.ts";
import { endsWithLine, requireUtf8 } from "./text.ts";

export type CsvFolder = {
  dir: string;
  fileBytesMax: number;
  /** A file counts as written to the end when nothing has touched it for this long. */
  quietMs: number;
  settleMsMax: number;
};

/** One file of the folder. Unchanged since the last read, it costs one stat. */
export interface CsvFile<T> {
  readonly name: string;
  /** What the file says right now, or null when it does not exist. Rejects with a PsaFault when it cannot be read whole. */
  read(signal: AbortSignal): Promise<T | null>;
  /** What the file's stats say right now; does not read it. */
  look(): Promise<FileState | null>;
}

/** `isTrusted`: a later edit is sure to show in `version`. */
type FileState = { version: string; bytes: number; ageMs: number; isTrusted: boolean };

type Parse<T> = (bytes: Buffer, signal: AbortSignal) => Promise<T>;
type Loaded<T> = { value: T } | "changed" | "unfinished";
type Load<T> = { version: string; isTrusted: boolean; outcome: Promise<Loaded<T>> };

const POLL_MS = 20;
/** A load that takes longer is given up for good. */
const LOAD_MS_MAX = 60_000;
/** What nobody has asked for in this time is forgotten: figures stay no longer in memory than a snapshot may. */
const KEPT_MS = 15 * 60_000;
const COARSE_CLOCK_MS = 2_000;
/** A file without a line end at its end may stop in the middle of an id; it must have been quiet for longer. */
const UNFINISHED_QUIET_FACTOR = 5;

/** Opens a file by its constant name. Files are parsed once per version; several readers share one load. */
export function openCsvFile<T>(folder: CsvFolder, name: string, parse: Parse<T>): CsvFile<T> {
  const path = join(folder.dir, name);
  const look = () => lookAt(path, name);
  const loads = shareLoads(path, name, parse);

  async function read(signal: AbortSignal): Promise<T | null> {
    const watch = watchFile(folder, name);
    for (;;) {
      signal.throwIfAborted();
      const state = await look();
      if (state === null) return null;
      if (state.bytes > folder.fileBytesMax) throw tooLarge(name, state.bytes, folder.fileBytesMax);
      if (loads.has(state) || watch.isSettled(state)) {
        const loaded = await loads.join(state, watch.isSettled(state, UNFINISHED_QUIET_FACTOR), signal);
        if (loaded === "unfinished") watch.waitLonger();
        else if (loaded !== "changed") return loaded.value;
      }
      await watch.pause(signal);
    }
  }

  return { name, read, look };
}

/** The latest load of one file, finished or not, for all who ask for the same version. */
function shareLoads<T>(path: string, name: string, parse: Parse<T>) {
  let latest: Load<T> | null = null;
  let idle: NodeJS.Timeout | null = null;

  function loadOnce(state: FileState, isLongQuiet: boolean): Load<T> {
    if (latest !== null && isLoaded(latest, state)) return latest;
    const signal = AbortSignal.timeout(LOAD_MS_MAX);
    const outcome = readUnchanged(path, name, state).then(async (bytes): Promise<Loaded<T>> => {
      if (bytes === null) return "changed";
      if (!isLongQuiet && !endsWithLine(bytes)) return "unfinished";
      requireUtf8(bytes, name);
      return { value: await parse(bytes, signal) };
    });
    const load = { ...state, outcome };
    latest = load;
    outcome.then(
      (loaded) => typeof loaded === "string" && forget(load),
      (error: unknown) => !isLasting(error) && forget(load),
    );
    return load;
  }

  function forget(load: Load<T>): void {
    if (latest === load) latest = null;
  }

  // A load goes on though its readers have given up: the next one then finds it, instead of starting from the beginning.
  function join(state: FileState, isLongQuiet: boolean, signal: AbortSignal): Promise<Loaded<T>> {
    idle?.refresh();
    idle ??= setTimeout(() => {
      latest = null;
      idle = null;
    }, KEPT_MS).unref();
    return untilAborted(loadOnce(state, isLongQuiet).outcome, signal);
  }

  return { has: (state: FileState) => isLoaded(latest, state), join };
}

function isLoaded<T>(load: Load<T> | null, state: FileState): boolean {
  return load?.isTrusted === true && load.version === state.version;
}

/** What a file says stays wrong until it is edited; that it could not be opened may pass. */
function isLasting(error: unknown): boolean {
  return error instanceof PsaFault && error.code === "invalid_response";
}

async function lookAt(path: string, name: string): Promise<FileState | null> {
  const stats = await stat(path, { bigint: true }).catch((error: unknown) => absentOrFault(error, name));
  if (stats === null) return null;
  if (!stats.isFile()) throw new PsaFault("unavailable", csvText("is_no_file", { file: name }));
  const { mtimeNs, ctimeNs, size, ino } = stats;
  // NOTE: compared with the file system's clock, so this is the machine's time and not the injected one.
  const ageMs = Date.now() - Math.max(Number(mtimeNs / 1_000_000n), Number(ctimeNs / 1_000_000n));
  return {
    version: `${mtimeNs}.${ctimeNs}.${size}.${ino}`,
    bytes: Number(size),
    ageMs,
    isTrusted: isVersionTrusted(ctimeNs, ageMs),
  };
}

/** File systems that only know whole seconds give two edits within one second the same version. */
export function isVersionTrusted(ctimeNs: bigint, ageMs: number): boolean {
  return ctimeNs % 1_000_000_000n !== 0n || ageMs > COARSE_CLOCK_MS;
}

/** The bytes of exactly this version, or null when the file changed meanwhile. */
async function readUnchanged(path: string, name: string, state: FileState): Promise<Buffer | null> {
  const bytes = await readFile(path).catch((error: unknown) => absentOrFault(error, name));
  const after = await lookAt(path, name);
  return bytes !== null && after?.version === state.version ? bytes : null;
}

function absentOrFault(error: unknown, name: string): null {
  const code = codeOf(error);
  if (code === "ENOENT" || code === "ENOTDIR") return null;
  const what = code === "EACCES" || code === "EPERM" ? "not_allowed" : "not_read";
  throw new PsaFault("unavailable", csvText(what, { file: name, code }), { cause: error });
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : partText("unknown_error");
}

/** Rejects with a PsaFault that says what is wrong with the folder; resolves when it can be looked into. */
export async function requireFolder(dir: string): Promise<void> {
  const stats = await stat(dir).catch((error: unknown) => {
    throw new PsaFault("unavailable", csvText("no_folder", { code: codeOf(error) }), { cause: error });
  });
  if (!stats.isDirectory()) throw new PsaFault("unavailable", csvText("is_no_folder"));
}

function tooLarge(name: string, bytes: number, bytesMax: number): PsaFault {
  const size = (count: number) => count.toLocaleString("en");
  const detail = csvText("too_large", { file: name, bytes: size(bytes), max: size(bytesMax) });
  return new PsaFault("invalid_response", detail);
}

type Watch = {
  isSettled(state: FileState, factor?: number): boolean;
  waitLonger(): void;
  pause(signal: AbortSignal): Promise<void>;
};

/** Decides when a file has been written to the end: by its own times, or, where these lie in the future, by watching it. */
function watchFile(folder: CsvFolder, name: string): Watch {
  const deadline = performance.now() + folder.settleMsMax;
  let watched = { version: "", since: 0 };
  let factorMin = 1;
  return {
    isSettled(state, factor = 1) {
      if (watched.version !== state.version) watched = { version: state.version, since: performance.now() };
      // An empty file is most likely one whose writer has just begun.
      const quietMs = state.bytes === 0 ? folder.settleMsMax : folder.quietMs * Math.max(factor, factorMin);
      return state.ageMs >= quietMs || performance.now() - watched.since >= quietMs;
    },
    waitLonger() {
      factorMin = UNFINISHED_QUIET_FACTOR;
    },
    async pause(signal) {
      if (performance.now() > deadline) throw new PsaFault("partial", csvText("being_written", { file: name }));
      await sleep(POLL_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
    },
  };
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) return onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
