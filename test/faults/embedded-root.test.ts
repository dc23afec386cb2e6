import { chmod, cp, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { findBinaries } from "../../src/data/embedded/binaries.ts";
import { type OpenOptions, openEmbeddedServer } from "../../src/data/embedded/embedded-server.ts";
import { makeDataDir } from "./embedded-harness.ts";

const isRoot = process.getuid?.() === 0;
const reason = isRoot ? "" : " (skipped: needs to run as root)";

async function openTwice(options: Pick<OpenOptions, "dataDir" | "binaries">): Promise<void> {
  for (const origin of ["created", "started"]) {
    const server = await openEmbeddedServer({ ...options, role: "server", log: () => undefined });
    onTestFinished(() => server.stop());
    expect(server.origin).toBe(origin);
    const client = new pg.Client(server.connection);
    await client.connect();
    await client.query("CREATE TABLE IF NOT EXISTS kept AS SELECT 1 AS n");
    await client.end();
    await server.stop();
  }
}

test.skipIf(!isRoot)(`root, data in a directory that only root may enter${reason}`, async () => {
  const dataDir = await makeDataDir();
  expect((await stat(dirname(dataDir))).mode & 0o777).toBe(0o700);
  await openTwice({ dataDir });
  expect((await stat(join(dataDir, "postgres"))).uid).not.toBe(0);
});

test.skipIf(!isRoot)(
  `root, data in a reachable place: only the database's group may pass, root stays owner${reason}`,
  async () => {
    const dataDir = await makeDataDir();
    await chmod(dirname(dataDir), 0o755);
    await openTwice({ dataDir });
    const { uid, mode } = await stat(dataDir);
    expect([uid, mode & 0o777]).toEqual([0, 0o710]);
  },
);

test.skipIf(!isRoot)(`root, ProLens itself in a directory that only root may enter${reason}`, async () => {
  const binaries = await findBinaries();
  const closed = await mkdtemp(join(tmpdir(), "prolens-clone-"));
  onTestFinished(() => rm(closed, { recursive: true }));
  await cp(dirname(dirname(binaries.postgres)), join(closed, "native"), { recursive: true, verbatimSymlinks: true });
  const bin = join(closed, "native", "bin");
  const copied = { initdb: join(bin, "initdb"), postgres: join(bin, "postgres") };
  await openTwice({ dataDir: await makeDataDir(), binaries: copied });
});
