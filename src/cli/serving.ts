// The commands that serve until they are stopped, and the one that brings a database up to date.
import { type Config, readConfig } from "../config/config.ts";
import { migrateDatabase } from "../data/migrate.ts";
import { openStorage } from "../data/open-storage.ts";
import { isVendorKind, vendorKinds } from "../domain/psa-connection.ts";
import { invariant } from "../lib/invariant.ts";
import { type Running, run } from "../main.ts";
import { WrongUse } from "./answer.ts";
import { describeDemo, startDemo } from "./demo.ts";

/** The sample firm on embedded storage. */
export async function demo({ dir, psa = "csv" }: { dir?: string; psa?: string }): Promise<void> {
  if (psa !== "csv" && !isVendorKind(psa)) throw new WrongUse(`--psa is csv, ${vendorKinds.join(" or ")}`);
  const config = readConfig(process.env, "local");
  await runUntilStopped(config, () => startDemo(config, { psa, ...(dir !== undefined && { dir }) }), describeDemo);
}

/** The server, as the environment configures it. */
export async function serve(): Promise<void> {
  const config = readConfig(process.env, "serve");
  const { keys } = config;
  invariant(keys, "reading the configuration for serve demands it");
  const describe = ({ storage }: Running) =>
    Promise.resolve([
      `Office ${config.officeUrl.origin}, portals below ${config.portalDomain}; ${storage.description}.`,
      ...proxyNote(config),
    ]);
  await runUntilStopped(config, () => run({ config, readKeys: () => keys }), describe);
}

/** HTTPS here means a proxy in front; unless it is trusted, all visitors look like one network and share its allowance. */
function proxyNote({ officeUrl, trustedProxies }: Config): string[] {
  if (officeUrl.protocol !== "https:" || trustedProxies.length > 0) return [];
  return ["TRUSTED_PROXIES is empty: all visitors behind your proxy share one allowance of sign-in codes."];
}

/** Brings the database to this version. */
export async function migrate(): Promise<void> {
  const config = readConfig(process.env, "local");
  if (config.databaseUrl !== null) await migrateDatabase({ connectionString: config.databaseUrl });
  else await (await openStorage({ ...config, role: "command", log: () => {} })).close();
  process.stdout.write("The database is at this version.\n");
}

type Describe<R extends Running> = (running: R, config: Config) => Promise<string[]>;

async function runUntilStopped<R extends Running>(
  config: Config,
  start: () => Promise<R>,
  describe: Describe<R>,
): Promise<void> {
  const running = await start();
  process.stdout.write(`${(await describe(running, config)).join("\n")}\n`);
  // Asked twice, by a terminal and by npm, it still stops once and in order.
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
  await running.stop();
}
