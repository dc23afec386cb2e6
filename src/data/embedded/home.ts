import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { chooseAccount } from "./account.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { EmbeddedDatabaseError, useYourOwn } from "./errors.ts";
import { type Account, canUseDirectory } from "./run-program.ts";

/** Where a database lives, with which programs and as whom it runs. */
export type Home = {
  dataDir: string;
  clusterDir: string;
  logFile: string;
  binaries: Binaries;
  account: Account;
};

/** Makes the data directory usable. Throws EmbeddedDatabaseError when it cannot be. */
export async function prepareHome(dataDirAsGiven: string, binariesAsGiven?: Binaries): Promise<Home> {
  const binaries = binariesAsGiven ?? (await findBinaries());
  const dataDir = resolve(dataDirAsGiven);
  await makeDataDirectory(dataDir);
  const clusterDir = join(dataDir, "postgres");
  const account = await chooseAccount({ dataDir, clusterDir, binaries });
  return { dataDir, clusterDir, logFile: join(dataDir, "postgres.log"), binaries, account };
}

async function makeDataDirectory(dataDir: string): Promise<void> {
  const cause = await mkdir(dataDir, { recursive: true, mode: 0o700 }).then(() => null, String);
  if (cause === null && (await canUseDirectory(dataDir))) return;
  throw new EmbeddedDatabaseError(
    `ProLens cannot write to its data directory ${dataDir}${cause === null ? "" : ` (${cause})`}.`,
    `Make it writable for the user who starts ProLens, or set PROLENS_DATA to another directory. ${useYourOwn}`,
  );
}
