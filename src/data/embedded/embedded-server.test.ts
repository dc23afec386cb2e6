import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { expect, onTestFinished, test, vi } from "vitest";
import { killDatabase, makeDataDir, readPostmasterPid, shareDataDir } from "../../../test/faults/embedded-harness.ts";
import { findBinaries } from "./binaries.ts";
import { type EmbeddedServer, type OpenOptions, openEmbeddedServer } from "./embedded-server.ts";
import { DataDirectoryInUse } from "./errors.ts";

// Each test makes and starts databases, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const useDataDir = shareDataDir();

const isRoot = process.getuid?.() === 0;

async function open(dataDir: string, options: Partial<OpenOptions> = {}): Promise<EmbeddedServer> {
  const server = await openEmbeddedServer({ dataDir, role: "server", log: () => undefined, ...options });
  onTestFinished(() => server.stop());
  return server;
}

async function ask(server: EmbeddedServer, sql: string): Promise<Record<string, unknown>> {
  const client = new pg.Client(server.connection);
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows[0] ?? {};
  } finally {
    await client.end();
  }
}

test("a first open makes a durable database that only the password opens, and a second open finds it again", async () => {
  const dataDir = await makeDataDir();
  const first = await open(dataDir);
  expect(first.origin).toBe("created");
  const settings = ["server_encoding", "data_checksums", "fsync", "listen_addresses", "unix_socket_directories"];
  expect(await ask(first, `SELECT ${settings.map((name) => `current_setting('${name}') AS ${name}`)}`)).toEqual({
    server_encoding: "UTF8",
    data_checksums: "on",
    fsync: "on",
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
  });
  expect(
    await ask(first, "SELECT rolpassword LIKE 'SCRAM-SHA-256$%' AS scram FROM pg_authid WHERE rolcanlogin"),
  ).toEqual({ scram: true });
  expect(await ask(first, "SELECT lower('ÄÖ') AS lower, 'Z' < 'a' AS by_code_point")).toEqual({
    lower: "äö",
    by_code_point: true,
  });
  const stranger = { ...first, connection: { ...first.connection, password: "guessed" } };
  await expect(ask(stranger, "SELECT 1")).rejects.toThrow("password authentication failed");
  expect((await readdir(dataDir)).sort()).toEqual(["postgres", "postgres.log"]);
  expect((await stat(join(dataDir, "postgres", "prolens.password"))).mode & 0o777).toBe(0o600);
  await ask(first, "CREATE TABLE kept AS SELECT 7 AS n");
  await first.stop();
  expect(await readPostmasterPid(dataDir)).toBe(null);

  const second = await open(dataDir);
  expect([second.origin, second.connection]).toEqual(["started", first.connection]);
  expect(await ask(second, "SELECT n FROM kept")).toEqual({ n: 7 });
});

test("a path with spaces, accents and quotes works", async () => {
  const server = await open(await makeDataDir("Büro d'été, 100 % – données"));
  expect(await ask(server, "SELECT 1 AS n")).toEqual({ n: 1 });
});

test("what clients write does not reach the log file", async () => {
  const dataDir = await useDataDir();
  const server = await open(dataDir);
  await ask(server, "CREATE TABLE people (email text UNIQUE)");
  await ask(server, "INSERT INTO people VALUES ('ada@client.example')");
  await expect(ask(server, "INSERT INTO people VALUES ('ada@client.example')")).rejects.toThrow("duplicate key");
  const log = await readFile(join(dataDir, "postgres.log"), "utf8");
  expect(log).toContain("duplicate key");
  expect(log).not.toContain("ada@client.example");
});

test("a second server is told who holds the directory; when the first has stopped it may", async () => {
  const dataDir = await useDataDir();
  const first = await open(dataDir);
  const refused = open(dataDir);
  await expect(refused).rejects.toThrow(DataDirectoryInUse);
  await expect(refused).rejects.toThrow(`(process ${process.pid})`);
  await expect(refused).rejects.toThrow("PROLENS_DATA");
  await first.stop();
  expect((await open(dataDir)).origin).toBe("started");
});

test("a command works beside a server and leaves the database running; alone it stops what it started", async () => {
  const dataDir = await useDataDir();
  const alone = await open(dataDir, { role: "command" });
  await alone.stop();
  expect(await readPostmasterPid(dataDir)).toBe(null);

  const server = await open(dataDir);
  const command = await open(dataDir, { role: "command" });
  expect([command.origin, command.connection]).toEqual(["attached", server.connection]);
  await command.stop();
  expect(await ask(server, "SELECT 1 AS n")).toEqual({ n: 1 });
  await server.stop();
  expect(await readPostmasterPid(dataDir)).toBe(null);
});

test("a server that came while a command was at work keeps the database when the command ends", async () => {
  const dataDir = await useDataDir();
  const command = await open(dataDir, { role: "command" });
  const server = await open(dataDir);
  expect(server.origin).toBe("attached");
  await command.stop();
  expect(await ask(server, "SELECT 1 AS n")).toEqual({ n: 1 });
});

test("a server that stops waits for a command in flight", async () => {
  const dataDir = await useDataDir();
  const server = await open(dataDir);
  const command = await open(dataDir, { role: "command" });
  const stopping = server.stop();
  expect(await ask(command, "SELECT pg_sleep(0.4) IS NOT NULL AS was_left_alone")).toEqual({ was_left_alone: true });
  await command.stop();
  await stopping;
  expect(await readPostmasterPid(dataDir)).toBe(null);
});

test("a new server takes over at once from one that is stopping, and the database stays up", async () => {
  const dataDir = await useDataDir();
  const old = await open(dataDir);
  const [, successor] = await Promise.all([old.stop(), open(dataDir)]);
  expect(await ask(successor, "SELECT 1 AS n")).toEqual({ n: 1 });
});

test("when another program has taken the port of the last run, a free one is used", async () => {
  const dataDir = await useDataDir();
  const first = await open(dataDir);
  await first.stop();
  const squatter = createServer().listen(first.connection.port, "127.0.0.1");
  await once(squatter, "listening");
  onTestFinished(async () => {
    await new Promise((resolve) => squatter.close(resolve));
  });
  const second = await open(dataDir);
  expect(second.connection.port).not.toBe(first.connection.port);
});

test("a lock file whose process id now belongs to another program does not stop the start", async () => {
  const dataDir = await useDataDir();
  const { uid, gid } = await stat(join(dataDir, "postgres"));
  const stranger = spawn("sleep", ["60"], { uid, gid, stdio: "ignore" });
  onTestFinished(() => void stranger.kill());
  const lines = [stranger.pid, join(dataDir, "postgres"), 1_700_000_000, 5432, "", "127.0.0.1", "", "ready"];
  await writeFile(join(dataDir, "postgres", "postmaster.pid"), lines.join("\n"));
  expect((await open(dataDir)).origin).toBe("recovered");
});

test("an empty lock file, left by a start that was cut off, does not stop the start", async () => {
  const dataDir = await useDataDir();
  const lockFile = join(dataDir, "postgres", "postmaster.pid");
  await writeFile(lockFile, "");
  await utimes(lockFile, new Date(0), new Date(0));
  expect((await open(dataDir)).origin).toBe("recovered");
});

test("killed while it is stopping, the next open works, with the same port and password", async () => {
  const dataDir = await useDataDir();
  const command = await open(dataDir, { role: "command" });
  const { connection } = command;
  const stopping = command.stop();
  await killDatabase(dataDir);
  await stopping;
  const again = await open(dataDir);
  expect(again.connection).toEqual(connection);
});

test("a data directory that cannot be made says what to do", async () => {
  const dataDir = await makeDataDir();
  await writeFile(dataDir, "a file is in the way");
  const refused = open(join(dataDir, "below"));
  await expect(refused).rejects.toThrow("cannot write to its data directory");
  await expect(refused).rejects.toThrow("DATABASE_URL");
});

test.skipIf(isRoot)("a data directory that is not writable says what to do (root may write everywhere)", async () => {
  const dataDir = await makeDataDir();
  await mkdir(dataDir, { mode: 0o500 });
  await expect(open(dataDir)).rejects.toThrow("cannot write to its data directory");
});

test("a failing initdb is quoted, leaves nothing behind, and the message says what to do", async () => {
  const dataDir = await makeDataDir();
  const bin = await mkdtemp(join(tmpdir(), "prolens-initdb-"));
  onTestFinished(() => rm(bin, { recursive: true }));
  await chmod(bin, 0o755);
  const initdb = join(bin, "initdb");
  const script = '#!/bin/sh\n[ "$1" = --version ] && exit\necho "initdb: error: No space left on device" >&2; exit 1\n';
  await writeFile(initdb, script, { mode: 0o755 });
  const refused = open(dataDir, { binaries: { ...(await findBinaries()), initdb } });
  await expect(refused).rejects.toThrow("No space left on device");
  await expect(refused).rejects.toThrow("Check the free space");
  expect(await readdir(dataDir)).toEqual([]);
});

test("a folder postgres that is no database is left alone", async () => {
  const dataDir = await makeDataDir();
  await mkdir(join(dataDir, "postgres", "something"), { recursive: true });
  await expect(open(dataDir)).rejects.toThrow("is no database of PostgreSQL");
  expect(await readdir(join(dataDir, "postgres"))).toEqual(["something"]);
  expect(await readdir(dirname(dataDir))).toEqual(["data"]);
});

test("a database that PostgreSQL refuses is reported with its reason", async () => {
  const dataDir = await makeDataDir();
  await (await open(dataDir)).stop();
  await writeFile(join(dataDir, "postgres", "PG_VERSION"), "14\n");
  await expect(open(dataDir)).rejects.toThrow("database files are incompatible with server");
});

test("a platform without binaries says what to do", async () => {
  await expect(findBinaries("plan9-mips")).rejects.toThrow(/no PostgreSQL for this platform[\s\S]*DATABASE_URL/);
});
