import type { Logger } from "pino";
import type { Config } from "./config/config.ts";
import type { Database } from "./data/database.ts";
import type { RateLimits } from "./identity/rate-limits.ts";
import type { Clock } from "./lib/clock.ts";
import type { KeyRing } from "./lib/envelope.ts";
import type { Vault } from "./lib/vault.ts";
import type { Mailbox } from "./mail/mailbox.ts";
import type { Mailer } from "./mail/mailer.ts";
import type { Connect } from "./psa/connect.ts";
import type { SnapshotCache } from "./psa/snapshot-cache.ts";

/** What the whole program is built from. */
export type AppParts = {
  config: Pick<Config, "officeUrl" | "portalDomain" | "trustedProxies">;
  /** Those of the start: everything but the credentials derives from them. */
  keys: KeyRing;
  vault: Vault;
  db: Database;
  clock: Clock;
  log: Logger;
  mailer: Mailer;
  mailbox: Mailbox | null;
  limits: RateLimits;
  snapshots: SnapshotCache;
  connect: Connect;
  /** How long a client's page waits for its firm's PSA before it says that it cannot tell. */
  psaDeadlineMs: number;
};
