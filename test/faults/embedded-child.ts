// A ProLens-like process for the fault tests: opens a data directory, optionally writes, and stops when it is told to.
// Usage: node embedded-child.ts <dataDir> <server|command> <hold|write|cycle>
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type EmbeddedServer, openEmbeddedServer } from "../../src/data/embedded/embedded-server.ts";

const [dataDir = "", roleName, mode] = process.argv.slice(2);
const role = roleName === "server" ? "server" : "command";
const say = (line: string) => process.stdout.write(`${line}\n`);
let isStopping = false;
const open = () => openEmbeddedServer({ dataDir, role, log: (line) => say(`log ${line}`) });

/** Inserts numbers until the process ends; each number is printed once the database has acknowledged it. */
async function write(server: EmbeddedServer): Promise<void> {
  const pool = new pg.Pool({ ...server.connection, max: 1 });
  pool.on("error", () => undefined);
  await pool.query("CREATE TABLE IF NOT EXISTS written (n int PRIMARY KEY)");
  const { rows } = await pool.query<{ next: number }>("SELECT coalesce(max(n), 0) + 1 AS next FROM written");
  for (let n = rows[0]?.next ?? 1; !isStopping; n++) {
    const isDone = await pool.query("INSERT INTO written VALUES ($1)", [n]).then(
      () => true,
      () => false,
    );
    // A number whose fate is unknown is skipped: it may be there or not, and either is right.
    if (isDone) say(`ack ${n}`);
    else await sleep(20);
  }
  await pool.end();
}

/** Opens, works and stops a few times, as a shell script with several commands would. */
async function cycle(): Promise<void> {
  for (let round = 0; round < 6; round++) {
    const server = await open();
    const client = new pg.Client(server.connection);
    client.on("error", () => undefined);
    await client.connect();
    await client.query("SELECT pg_sleep(0.03 * random())");
    await client.end();
    await server.stop();
  }
  say("cycled");
}

async function hold(): Promise<void> {
  const server = await open();
  say(`open ${server.origin} ${server.connection.port}`);
  process.stdin.once("data", async () => {
    await server.stop();
    say("stopped");
    // What writes or listens would keep the process alive.
    isStopping = true;
    process.stdin.destroy();
  });
  if (mode === "write") await write(server);
}

try {
  await (mode === "cycle" ? cycle() : hold());
} catch (cause) {
  say(`failed ${cause instanceof Error ? `${cause.name}: ${cause.message}` : cause}`);
  // The parent reads the code.
  process.exitCode = 1;
  isStopping = true;
  process.stdin.destroy();
}
