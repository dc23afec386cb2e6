// One PostgreSQL for the whole test run: the operator's own (TEST_DATABASE_URL), or an embedded one in a folder in memory, else
// on disk. What must survive a killed process or machine is tested on databases of its own (test/faults), on disk.
// It gets one template database, migrated once; every test file copies it.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openEmbeddedServer } from "../../src/data/embedded/embedded-server.ts";
import { migrateDatabase } from "../../src/data/migrate.ts";
import { databaseUrl } from "./database-url.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** `url`: a superuser's login, to look behind the row policies. `ownerUrl`: the tables' owner, who may no more than needed. */
    testServer: { url: string; ownerUrl: string; template: string };
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL ? ownServer(process.env.TEST_DATABASE_URL) : await embeddedServer();
  const template = `prolens_test_template_${process.pid}`;
  const owner = `prolens_test_${process.pid}`;
  const password = randomBytes(16).toString("hex");
  await run(server.url, `CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD '${password}'`);
  await run(server.url, `CREATE DATABASE ${template} OWNER ${owner}`);
  const ownerUrl = withLogin(databaseUrl(server.url, template), owner, password);
  await migrateDatabase({ connectionString: ownerUrl });
  project.provide("testServer", { url: server.url, ownerUrl, template });
  return async () => {
    // Databases that a broken-off file left behind would keep the roles alive.
    for (const name of await databasesOf(server.url, owner))
      await run(server.url, `DROP DATABASE ${name} WITH (FORCE)`);
    await run(server.url, `DROP ROLE ${owner}_app`);
    await run(server.url, `DROP ROLE ${owner}`);
    await server.stop();
  };
}

function withLogin(text: string, user: string, password: string): string {
  const url = new URL(text);
  url.username = user;
  url.password = password;
  return url.href;
}

function ownServer(url: string) {
  return { url, stop: async () => {} };
}

async function embeddedServer() {
  const dataDir = await mkdtemp(join(await quickestFolder(), "prolens-test-"));
  const server = await openEmbeddedServer({ dataDir, role: "server", log: () => {} });
  const { host, port, user, password, database } = server.connection;
  const stop = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`, stop };
}

const inMemory = "/dev/shm";
const roomBytesMin = 2 * 1024 ** 3;

/** Every commit and every copy of a database waits for the disk; in memory there is nothing to wait for. */
async function quickestFolder(): Promise<string> {
  const found = await statfs(inMemory).catch(() => null);
  return found !== null && found.bavail * found.bsize >= roomBytesMin ? inMemory : tmpdir();
}

async function databasesOf(url: string, owner: string): Promise<string[]> {
  const rows = await run(url, `SELECT datname FROM pg_database WHERE datdba = '${owner}'::regrole`);
  return rows.map((row) => String(row.datname));
}

async function run(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
