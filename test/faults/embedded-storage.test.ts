import { readdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { expect, onTestFinished, test, vi } from "vitest";
import { type EmbeddedServer, openEmbeddedServer } from "../../src/data/embedded/embedded-server.ts";
import { DataDirectoryInUse } from "../../src/data/embedded/errors.ts";
import {
  acknowledged,
  type Child,
  killDatabase,
  makeDataDir,
  PATIENCE_MS,
  readPostmasterPid,
  shareDataDir,
  startChild,
  until,
} from "./embedded-harness.ts";

// Each test starts several processes and databases, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const useDataDir = shareDataDir();

async function open(dataDir: string, role: "server" | "command" = "server"): Promise<EmbeddedServer> {
  const server = await openEmbeddedServer({ dataDir, role, log: () => undefined });
  onTestFinished(() => server.stop());
  return server;
}

async function expectAllWritten(server: EmbeddedServer, numbers: number[]): Promise<void> {
  const client = new pg.Client(server.connection);
  await client.connect();
  const { rows } = await client.query<{ n: number }>("SELECT n FROM written");
  await client.end();
  const found = new Set(rows.map((row) => row.n));
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.filter((n) => !found.has(n))).toEqual([]);
}

async function killProcess(child: Child): Promise<void> {
  child.process.kill("SIGKILL");
  await child.ended;
}

test("a first open killed at any moment leaves nothing or a whole database", async () => {
  for (const delayMs of [200, 500, 800]) {
    const dataDir = await makeDataDir();
    const child = startChild(dataDir, "server", "hold");
    await sleep(delayMs);
    await killProcess(child);
    await sleep(delayMs === 200 ? 600 : 0); // Once, its initdb has the time to end after it.
    const server = await open(dataDir);
    expect((await readdir(dataDir)).sort(), `killed after ${delayMs} ms`).toEqual(["postgres", "postgres.log"]);
    await server.stop();
  }
});

test("of two simultaneous first opens both get the same database", async () => {
  const dataDir = await makeDataDir();
  const children = [startChild(dataDir, "command", "hold"), startChild(dataDir, "command", "hold")];
  const [one = "", two = ""] = await Promise.all(children.map((child) => child.heard("open")));
  expect(one.split(" ")[1]).toBe(two.split(" ")[1]);
  for (const child of children) child.process.stdin.write("stop\n");
  await Promise.all(children.map((child) => child.ended));
  expect(await readPostmasterPid(dataDir)).toBe(null);
  expect((await readdir(dataDir)).sort()).toEqual(["postgres", "postgres.log"]);
});

test("our process killed while writing: the next one attaches and everything acknowledged is there", async () => {
  const dataDir = await useDataDir();
  const writer = startChild(dataDir, "server", "write");
  await writer.heard("ack 50");
  await killProcess(writer);
  const server = await open(dataDir);
  expect(server.origin).toBe("attached");
  await expectAllWritten(server, acknowledged(writer));
});

test("our process and the whole database killed while writing: the next start recovers everything acknowledged", async () => {
  const dataDir = await useDataDir();
  const written: number[] = [];
  for (let round = 0; round < 3; round++) {
    const writer = startChild(dataDir, "server", "write");
    await until(() => acknowledged(writer).length > 40 + 30 * round);
    await Promise.all([killProcess(writer), killDatabase(dataDir)]);
    await killDatabase(dataDir);
    written.push(...acknowledged(writer));
    const server = await open(dataDir);
    expect(server.origin).toBe("recovered");
    await expectAllWritten(server, written);
    await server.stop();
  }
});

test("the database killed under a running server is back by itself, on the same port, with nothing lost", async () => {
  const dataDir = await useDataDir();
  const writer = startChild(dataDir, "server", "write");
  const port = (await writer.heard("open")).split(" ")[1];
  await writer.heard("ack 50");
  for (let round = 0; round < 2; round++) {
    await killDatabase(dataDir);
    const before = acknowledged(writer).length;
    const killedAt = performance.now();
    await until(() => acknowledged(writer).length > before + 20, PATIENCE_MS);
    // Printed, not judged: how long it takes is the machine's, and what else runs on it.
    process.stdout.write(`the database was back after ${Math.round(performance.now() - killedAt)} ms\n`);
  }
  expect(writer.lines).toContain("log The embedded database had stopped; it was restarted.");
  await expect(open(dataDir)).rejects.toThrow(`(process ${writer.process.pid})`);
  const command = await open(dataDir, "command");
  expect(String(command.connection.port)).toBe(port);
  await expectAllWritten(command, acknowledged(writer));
});

test("only the postmaster killed, its backends in the middle of a statement: the restart waits for them", async () => {
  const dataDir = await useDataDir();
  const server = startChild(dataDir, "server", "hold");
  await server.heard("open");
  const command = await open(dataDir, "command");
  const busy = new pg.Client(command.connection);
  busy.on("error", () => undefined);
  await busy.connect();
  const ended = busy.query("SELECT count(*) FROM generate_series(1, 6000000)").catch(() => undefined);
  await sleep(50);
  process.kill((await readPostmasterPid(dataDir)) ?? 0, "SIGKILL");
  await ended;
  await server.heard("log The embedded database");
  await until(async () => (await readPostmasterPid(dataDir)) !== null);
  await busy.end().catch(() => undefined);
});

test("a server whose lock session is ended takes the lock again", async () => {
  const dataDir = await useDataDir();
  const server = await open(dataDir);
  const client = new pg.Client(server.connection);
  await client.connect();
  const sql = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'prolens server %'";
  await client.query(sql);
  const holder = "SELECT 1 FROM pg_stat_activity WHERE application_name LIKE 'prolens server %' AND state = 'idle'";
  await until(async () => (await client.query(holder)).rowCount === 1);
  await client.end();
  await expect(open(dataDir)).rejects.toThrow(DataDirectoryInUse);
});

test("many commands that come and go never pull the database away from each other, nor from a server", async () => {
  const dataDir = await useDataDir();
  const commands = Array.from({ length: 4 }, () => startChild(dataDir, "command", "cycle"));
  const restarts: string[] = [];
  while (commands.some((child) => child.process.exitCode === null)) {
    const server = await open(dataDir);
    restarts.push(server.origin);
    await server.stop();
    await sleep(20);
  }
  for (const child of commands) expect(child.lines).toEqual(expect.arrayContaining(["cycled"]));
  expect(commands.flatMap((child) => child.lines).filter((line) => /^(failed|stderr)/.test(line))).toEqual([]);
  expect(restarts).not.toContain("recovered");
  expect(await readPostmasterPid(dataDir)).toBe(null);
});

test("a killed command leaves no claim: the next server starts and stops as if it had never been", async () => {
  const dataDir = await useDataDir();
  const command = startChild(dataDir, "command", "hold");
  await command.heard("open");
  const server = await open(dataDir);
  await killProcess(command);
  await server.stop();
  expect(await readPostmasterPid(dataDir)).toBe(null);
});
