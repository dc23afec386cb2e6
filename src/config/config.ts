// The environment becomes a Config here and nowhere else. Every fault is reported at once, by name and never by value.
import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";
import type { VendorOrigins } from "../domain/psa-connection.ts";
import type { KeyRing } from "../lib/envelope.ts";

export type Config = {
  port: number;
  host: string;
  dataDir: string;
  /** Null means the embedded database below `dataDir`. */
  databaseUrl: string | null;
  redisUrl: string | null;
  /** Null means the development mailbox, in the demo only. */
  mail: { smtpUrl: string; from: string } | null;
  officeUrl: URL;
  /** Host (and port) below which every firm has its own host: `{firm}.{portalDomain}`. */
  portalDomain: string;
  /** The master key and those from before it; null when one is to be generated (demo). */
  keys: KeyRing | null;
  /** Where the APIs of vendors stand. */
  vendorOrigins: VendorOrigins;
  /** How long a client's page waits for its firm's PSA before it says that it cannot tell. */
  psaDeadlineMs: number;
  logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  /** Addresses or CIDR ranges of proxies whose X-Forwarded-For is believed. */
  trustedProxies: string[];
};

/** What is wrong with the environment, one line per variable. */
export class ConfigFault extends Error {
  readonly faults: string[];

  constructor(faults: string[]) {
    super(`the environment needs mending:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
    this.name = "ConfigFault";
    this.faults = faults;
  }
}

/** Shorter, and a vendor that is well is called silent; longer, and people leave before they are told anything. */
const PSA_DEADLINE_BOUNDS = "must be milliseconds, 500 to 10000";

const HOST_SHAPE = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/i;

const shape = z.object({
  PORT: z.coerce.number("must be a number").int().min(0).max(65_535, "must be a port, 0 to 65535").default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  PROLENS_DATA: z.string().min(1).default("./.prolens"),
  DATABASE_URL: url("postgres://user:password@host/database", ["postgres:", "postgresql:"]).optional(),
  REDIS_URL: url("redis://host:6379", ["redis:", "rediss:"]).optional(),
  SMTP_URL: url("smtp://user:password@host:587", ["smtp:", "smtps:"]).optional(),
  MAIL_FROM: z.email("must be an email address such as portal@firm.com").optional(),
  OFFICE_URL: url("https://office.firm.com", ["http:", "https:"]).optional(),
  PORTAL_DOMAIN: z
    .string()
    .regex(HOST_SHAPE, "must be a host such as portal.firm.com, with a port if it is not the usual one")
    .optional(),
  PROLENS_MASTER_KEY: z
    .string()
    .transform((text) => text.split(",").map((key) => Buffer.from(key, "base64")))
    .refine(
      (keys) => keys.every((key) => key.length === 32),
      "must be 32 bytes in base64, and former keys behind it after a comma; `openssl rand -base64 32` makes one",
    )
    .optional(),
  PRODUCTIVE_API_URL: url("https://api.productive.io", ["http:", "https:"]).default("https://api.productive.io"),
  HARVEST_API_URL: url("https://api.harvestapp.com", ["http:", "https:"]).default("https://api.harvestapp.com"),
  PSA_DEADLINE_MS: z.coerce
    .number(PSA_DEADLINE_BOUNDS)
    .int(PSA_DEADLINE_BOUNDS)
    .min(500, PSA_DEADLINE_BOUNDS)
    .max(10_000, PSA_DEADLINE_BOUNDS)
    .default(2_500),
  LOG_LEVEL: z
    .enum(
      ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
      "must be one of fatal, error, warn, info, debug, trace, silent",
    )
    .default("info"),
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter((part) => part !== ""),
    )
    .refine(
      (parts) => parts.every(isNetwork),
      "must list addresses or ranges such as 10.0.0.5, 10.0.0.0/8 or fd00::/8",
    ),
});

/** `serve` needs everything said; the other commands fill in what a single machine can do without. */
export type Strictness = "serve" | "local";

/** Reads the environment. An empty variable counts as absent. Throws a ConfigFault that names every variable to mend. */
export function readConfig(env: Record<string, string | undefined>, strictness: Strictness): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = shape.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  const missing = missingFaults(given, strictness);
  if (!parsed.success || missing.length > 0) throw new ConfigFault([...faults, ...missing]);
  return toConfig(parsed.data);
}

/** A token for one command, or null: no setting, so it is read apart from them. */
export function readConnectionToken(env: Record<string, string | undefined>): string | null {
  return env.PROLENS_CONNECTION_TOKEN || null;
}

function missingFaults(given: Record<string, unknown>, strictness: Strictness): string[] {
  const needed =
    strictness === "serve"
      ? ["SMTP_URL", "MAIL_FROM", "PROLENS_MASTER_KEY"]
      : given.SMTP_URL !== undefined
        ? ["MAIL_FROM"]
        : [];
  return needed.filter((name) => given[name] === undefined).map((name) => `${name} is missing`);
}

function toConfig(env: z.infer<typeof shape>): Config {
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.PROLENS_DATA),
    databaseUrl: env.DATABASE_URL ?? null,
    redisUrl: env.REDIS_URL ?? null,
    mail: env.SMTP_URL && env.MAIL_FROM ? { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM } : null,
    officeUrl: new URL(env.OFFICE_URL ?? `http://localhost:${env.PORT}`),
    portalDomain: (env.PORTAL_DOMAIN ?? `portal.localhost:${env.PORT}`).toLowerCase(),
    keys: toKeyRing(env.PROLENS_MASTER_KEY ?? []),
    vendorOrigins: { productive: env.PRODUCTIVE_API_URL, harvest: env.HARVEST_API_URL },
    psaDeadlineMs: env.PSA_DEADLINE_MS,
    logLevel: env.LOG_LEVEL,
    trustedProxies: env.TRUSTED_PROXIES,
  };
}

function toKeyRing([current, ...former]: Buffer[]): KeyRing | null {
  return current ? { current, former } : null;
}

function url(example: string, protocols: string[]) {
  const isOne = (text: string) => URL.canParse(text) && protocols.includes(new URL(text).protocol);
  return z.string().refine(isOne, `must look like ${example}`);
}

function isNetwork(text: string): boolean {
  const [address = "", prefix, ...more] = text.split("/");
  const bitsMax = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  const bits = prefix === undefined ? bitsMax : /^\d{1,3}$/.test(prefix) ? Number(prefix) : -1;
  return more.length === 0 && bits >= 0 && bits <= bitsMax;
}
