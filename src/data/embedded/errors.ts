/** The embedded database cannot be used; the message tells a person why and what to do. */
export class EmbeddedDatabaseError extends Error {
  constructor(problem: string, advice: string, cause?: unknown) {
    super(`${problem}\n${advice}`, { cause });
    this.name = "EmbeddedDatabaseError";
  }
}

/** Another ProLens server owns the data directory. */
export class DataDirectoryInUse extends Error {
  constructor(dataDir: string, holderPid: number | null) {
    const holder = holderPid === null ? "another ProLens server" : `another ProLens server (process ${holderPid})`;
    super(
      `The data directory ${dataDir} is in use by ${holder}.\n` +
        "Stop that server first, or give this one a directory of its own with PROLENS_DATA.",
    );
    this.name = "DataDirectoryInUse";
  }
}

export const useYourOwn = "Or set DATABASE_URL to a PostgreSQL 15 or newer of your own.";
