// A headless browser for the journeys: the operator's choice, one that is installed, or the one that came with npm.
import { execFile } from "node:child_process";
import { access, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";

const run = promisify(execFile);

export type FoundBrowser = {
  executablePath: string;
  /** What was done to have it, as one sentence. */
  told: string;
  env: Record<string, string>;
};

type Environment = Record<string, string | undefined>;

/** First the one without a window of its own: a page costs it about a third of the work. */
const namesOnPath = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];
const macOwn = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const unpackProgram = fileURLToPath(new URL("./unpack-chromium.ts", import.meta.url));
const cacheDir = fileURLToPath(new URL("../../node_modules/.cache/prolens-chromium", import.meta.url));

/** Starts the browser and says on stdout which one it is. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env, told } = await findBrowser();
  process.stdout.write(`${told}\n`);
  return chromium.launch({
    executablePath,
    env: { ...definedOf(process.env), ...env },
    args: [
      "--no-sandbox",
      "--disable-gpu",
      // Letters stand where a printer puts them, whatever the screen would round.
      "--font-render-hinting=none",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** `PROLENS_BROWSER` if it is set; else an installed browser that really runs; else the one in node_modules, unpacked once. */
export async function findBrowser(environment: Environment = process.env): Promise<FoundBrowser> {
  const chosen = environment.PROLENS_BROWSER;
  if (chosen) {
    const version = await versionOf(chosen);
    if (version === null) throw new Error(`PROLENS_BROWSER names ${chosen}, which does not run as a browser`);
    return { executablePath: chosen, env: {}, told: `Browser: ${version}, chosen by PROLENS_BROWSER.` };
  }
  for (const executablePath of installedCandidates(environment.PATH ?? "")) {
    const version = await versionOf(executablePath);
    if (version !== null) return { executablePath, env: {}, told: `Browser: ${version}, installed on this machine.` };
  }
  return bundledBrowser();
}

function installedCandidates(path: string): string[] {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  return [...folders.flatMap((folder) => namesOnPath.map((name) => join(folder, name))), macOwn];
}

/** What the program says about itself; null when it is not there or does not run (a stub, a missing library). */
async function versionOf(executablePath: string, env: Record<string, string> = {}): Promise<string | null> {
  try {
    await access(executablePath);
    const { stdout } = await run(executablePath, ["--no-sandbox", "--version"], {
      env: { ...definedOf(process.env), ...env },
      timeout: 20_000,
    });
    return /^.*?\d+(?:\.\d+)+/m.exec(stdout)?.[0] ?? null;
  } catch {
    return null;
  }
}

/** The browser of @sparticuz/chromium. Its font is added to the machine's; its libraries are used where the machine has none. */
async function bundledBrowser(): Promise<FoundBrowser> {
  const { dir, isNew } = await unpackedDir();
  const executablePath = join(dir, "chromium");
  const how = `none is installed, so the one from npm${isNew ? " was unpacked" : ""}`;
  const plain = { FONTCONFIG_FILE: await writeFontConfig(dir) };
  const version = await versionOf(executablePath, plain);
  if (version !== null) return { executablePath, env: plain, told: `Browser: ${version}; ${how}.` };
  const env = { ...plain, LD_LIBRARY_PATH: join(dir, "al2023", "lib") };
  const versionWithLibraries = await versionOf(executablePath, env);
  if (versionWithLibraries === null)
    throw new Error(
      "no browser is installed, and the one from npm does not run here; install Chromium or set PROLENS_BROWSER",
    );
  return { executablePath, env, told: `Browser: ${versionWithLibraries}; ${how}, with the libraries beside it.` };
}

/** Without any font a page has no visible text; the package's own configuration only names folders of its cloud. */
async function writeFontConfig(dir: string): Promise<string> {
  const path = join(dir, "prolens-fonts.conf");
  const lines = [
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>`,
    `<include ignore_missing="yes">/etc/fonts/fonts.conf</include>`,
    `<dir>${xml(join(dir, "fonts"))}</dir><cachedir>${xml(join(dir, "fonts-cache"))}</cachedir></fontconfig>`,
  ];
  await writeFile(path, `${lines.join("\n")}\n`);
  return path;
}

function xml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Unpacks beside and renames, so that a test file that looks at the same moment never sees half a browser. */
async function unpackedDir(): Promise<{ dir: string; isNew: boolean }> {
  const manifest = createRequire(import.meta.url)("../../node_modules/@sparticuz/chromium/package.json") as {
    version: string;
  };
  const dir = join(cacheDir, manifest.version);
  if (await exists(dir)) return { dir, isNew: false };
  await mkdir(cacheDir, { recursive: true });
  const beside = await mkdtemp(join(cacheDir, "unpacking-"));
  await run(process.execPath, [unpackProgram], { env: { ...definedOf(process.env), TMPDIR: beside } });
  await rename(beside, dir).catch(async (err: unknown) => {
    await rm(beside, { recursive: true, force: true });
    if (!(await exists(dir))) throw err;
  });
  return { dir, isNew: true };
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function definedOf(environment: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
