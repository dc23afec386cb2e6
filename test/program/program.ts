// The built program as a process of its own, the way operators and scripts meet it. Whatever is started here is ended here.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";
import { invariant } from "../../src/lib/invariant.ts";
import { killDatabase } from "../faults/embedded-harness.ts";
import { freePort } from "../support/free-port.ts";
import { codeIn } from "../support/mail-catcher.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const prolens = join(root, "bin/prolens.js");
const ownVariables =
  /^(?:PORT|HOST|LOG_LEVEL|DATABASE_URL|REDIS_URL|SMTP_URL|MAIL_FROM|OFFICE_URL|PORTAL_DOMAIN|TRUSTED_PROXIES|METRICS_PORT|PROLENS_.*|NODE_.*|VITEST.*)$/;

export type Ended = { code: number | null; stdout: string; stderr: string };

type Settings = Record<string, string>;

/** Builds the program unless what is built is up to date. */
export async function ensureBuilt(): Promise<void> {
  const { code, stderr } = await ended(spawn(process.execPath, [join(root, "bin/build.js"), "--if-older"]));
  if (code !== 0) throw new Error(`the program could not be built: ${stderr}`);
}

/** Runs a command to its end, with these settings and none of the machine's own. */
export function runProgram(args: string[], settings: Settings): Promise<Ended> {
  return ended(spawn(process.execPath, [prolens, ...args], { cwd: tmpdir(), env: environmentOf(settings) }));
}

export type Server = {
  pid: number;
  /** What it has printed so far. */
  stdout(): string;
  stderr(): string;
  /** Asks it to stop, as an operating system does, and waits until it is gone. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
};

/** Starts a serving command and waits until it answers; the time that it took is printed, not judged. */
export async function startProgram(
  args: string[],
  settings: Settings & { PORT: string },
  node = process.execPath,
): Promise<Server> {
  const startedAt = performance.now();
  const child = spawn(node, [prolens, ...args], { cwd: tmpdir(), env: environmentOf(settings) });
  const text = collect(child);
  const gone = once(child, "close");
  // Ready means announced as well: scripts wait for the one, people for the other.
  while (!(await isReady(settings.PORT)) || text.stdout === "") {
    if (child.exitCode !== null || performance.now() - startedAt > 60_000) {
      child.kill("SIGKILL");
      throw new Error(`prolens ${args.join(" ")} did not start (${child.exitCode}): ${text.stderr}`);
    }
    await sleep(20);
  }
  process.stdout.write(`prolens ${args[0]} was ready after ${Math.round(performance.now() - startedAt)} ms\n`);
  return {
    pid: child.pid ?? 0,
    stdout: () => text.stdout,
    stderr: () => text.stderr,
    stop: async (signal = "SIGTERM") => {
      child.kill(signal);
      await gone;
      return child.exitCode;
    },
  };
}

/** A folder for one installation, with blanks in its path; `drop` also ends a database that was left running in it. */
export async function makePlace() {
  const parent = await mkdtemp(join(tmpdir(), "prolens place of "));
  const dataDir = join(parent, "kept data");
  const drop = async () => {
    await killDatabase(dataDir);
    await rm(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  return { dataDir, csvDir: join(parent, "csv files"), drop };
}

/** A demo for one test file, begun before its tests and ended after them. */
export function useDemo() {
  let [place, server, port]: [Place | null, Server | null, string] = [null, null, ""];
  const settings = () => ({ PROLENS_DATA: begun(place).dataDir, PORT: port });
  beforeAll(async () => {
    await ensureBuilt();
    place = await makePlace();
    port = String(await freePort());
    server = await startProgram(["demo", "--dir", place.csvDir], settings());
  });
  afterAll(async () => {
    await server?.stop();
    await place?.drop();
  });
  return {
    settings,
    get place() {
      return begun(place);
    },
    get port() {
      return port;
    },
  };
}

type Place = Awaited<ReturnType<typeof makePlace>>;

function begun<T>(part: T | null): T {
  invariant(part !== null, "the demo begins before the tests");
  return part;
}

function environmentOf(settings: Settings): Record<string, string | undefined> {
  const inherited = Object.entries(process.env).filter(([name]) => !ownVariables.test(name));
  return { ...Object.fromEntries(inherited), ...settings };
}

async function ended(child: ChildProcess): Promise<Ended> {
  const text = collect(child);
  await once(child, "close");
  return { code: child.exitCode, ...text };
}

function collect(child: ChildProcess): { stdout: string; stderr: string } {
  const text = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    text.stdout += chunk;
  });
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    text.stderr += chunk;
  });
  return text;
}

function isReady(port: string): Promise<boolean> {
  return ask({ port, host: "localhost" }, "/readyz").then(
    ({ status }) => status === 200,
    () => false,
  );
}

export type Reply = { status: number; location: string | null; cookies: string[]; text: string };

/** One request over the network to a name that need not resolve: what decides is the Host header. */
export function ask(
  to: { port: string; host: string; cookie?: string },
  path: string,
  form?: Record<string, string>,
): Promise<Reply> {
  const host = `${to.host}:${to.port}`;
  const headers = {
    host,
    connection: "close",
    ...(to.cookie && { cookie: to.cookie }),
    ...(form && { "content-type": "application/x-www-form-urlencoded", origin: `http://${host}` }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: "127.0.0.1", port: to.port, path, method: form ? "POST" : "GET", headers },
      (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (chunk: string) => {
          text += chunk;
        });
        const cookies = (answer.headers["set-cookie"] ?? []).map((line) => line.split(";")[0] ?? "");
        const { statusCode = 0, headers } = answer;
        answer.on("end", () => resolve({ status: statusCode, location: headers.location ?? null, cookies, text }));
      },
    );
    sent.on("error", reject);
    sent.end(form && new URLSearchParams(form).toString());
  });
}

/** Signs in by code; returns the session's cookie. `readCode` looks where the mail lands. */
export async function signInAt(
  to: { port: string; host: string },
  email: string,
  readCode: () => Promise<string>,
): Promise<string> {
  const asked = await ask(to, "/sign-in", { email, next: "/" });
  const proof = asked.cookies[0] ?? "";
  const proved = await ask({ ...to, cookie: proof }, "/sign-in/code", { code: await readCode() });
  const session = proved.cookies.find((cookie) => !cookie.includes("_proof=") && !cookie.endsWith("="));
  if (proved.status !== 303 || !session) throw new Error(`${email} could not sign in: ${proved.status}`);
  return session;
}

/** The newest code that the demo's mailbox page shows for an email. */
export async function mailboxCode(port: string, email: string): Promise<string> {
  const { text } = await ask({ port, host: "localhost" }, "/mailbox");
  const words = text.replace(/<[^>]*>/g, " ");
  return codeIn(words.slice(words.indexOf(`To ${email}`)));
}
