// One PostgreSQL for the whole test run: the operator's own (TEST_DATABASE_URL), or an embedded one in a temporary folder.
// It gets one template database, migrated once; every test file copies it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openEmbeddedServer } from "../../src/data/embedded/embedded-server.ts";
import { migrateDatabase } from "../../src/data/migrate.ts";
import { databaseUrl } from "./database-url.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Login of the owner on the test server, and the database to copy. */
    testServer: { url: string; template: string };
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL ? ownServer(process.env.TEST_DATABASE_URL) : await embeddedServer();
  const template = `prolens_test_template_${process.pid}`;
  await run(server.url, `CREATE DATABASE ${template}`);
  await migrateDatabase({ connectionString: databaseUrl(server.url, template) });
  project.provide("testServer", { url: server.url, template });
  return async () => {
    await run(server.url, `DROP DATABASE IF EXISTS ${template}`);
    await server.stop();
  };
}

function ownServer(url: string) {
  return { url, stop: async () => {} };
}

async function embeddedServer() {
  const dataDir = await mkdtemp(join(tmpdir(), "prolens-test-"));
  const server = await openEmbeddedServer({ dataDir, role: "server", log: () => {} });
  const { host, port, user, password, database } = server.connection;
  const stop = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: `postgres://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`, stop };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
