import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { ConfigFault, readConfig } from "./config.ts";

const key = randomBytes(32).toString("base64");
const complete = { SMTP_URL: "smtp://u:p@mail.example:587", MAIL_FROM: "portal@firm.example", PROLENS_MASTER_KEY: key };

function faultsOf(env: Record<string, string>, strictness: "serve" | "local" = "local"): string[] {
  try {
    readConfig(env, strictness);
  } catch (err) {
    if (err instanceof ConfigFault) return err.faults;
    throw err;
  }
  return [];
}

test("with nothing set, one machine has all it needs", () => {
  const config = readConfig({}, "local");
  expect(config).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    databaseUrl: null,
    redisUrl: null,
    mail: null,
    keys: null,
    vendorOrigins: { productive: "https://api.productive.io", harvest: "https://api.harvestapp.com" },
  });
  expect([config.officeUrl.href, config.portalDomain]).toEqual(["http://localhost:3000/", "portal.localhost:3000"]);
});

test("the addresses follow the port", () => {
  const { officeUrl, portalDomain } = readConfig({ PORT: "8080" }, "local");
  expect([officeUrl.host, portalDomain]).toEqual(["localhost:8080", "portal.localhost:8080"]);
});

test("the first master key is the current one, those behind it are from before", () => {
  const former = Buffer.alloc(32, 9).toString("base64");
  const { keys } = readConfig({ PROLENS_MASTER_KEY: `${key},${former}` }, "local");
  expect([keys?.current, keys?.former]).toEqual([Buffer.from(key, "base64"), [Buffer.from(former, "base64")]]);
});

test("an empty variable counts as absent", () => {
  expect(readConfig({ PORT: "", DATABASE_URL: "" }, "local")).toMatchObject({ port: 3000, databaseUrl: null });
});

test("serve names everything that is missing at once", () => {
  expect(faultsOf({}, "serve")).toEqual([
    "SMTP_URL is missing",
    "MAIL_FROM is missing",
    "PROLENS_MASTER_KEY is missing",
  ]);
  expect(faultsOf(complete, "serve")).toEqual([]);
});

test("mail settings come together", () => {
  expect(faultsOf({ SMTP_URL: complete.SMTP_URL })).toEqual(["MAIL_FROM is missing"]);
});

describe("a wrong value is reported by name and never by value", () => {
  test.each([
    ["PORT", "http"],
    ["PORT", "70000"],
    ["DATABASE_URL", "mysql://secret@host/db"],
    ["REDIS_URL", "secret"],
    ["SMTP_URL", "https://secret"],
    ["MAIL_FROM", "secret"],
    ["OFFICE_URL", "ftp://secret"],
    ["PORTAL_DOMAIN", "https://secret"],
    ["PROLENS_MASTER_KEY", "c2VjcmV0"],
    ["PROLENS_MASTER_KEY", `${key},c2VjcmV0`],
    ["PRODUCTIVE_API_URL", "ftp://secret"],
    ["HARVEST_API_URL", "secret"],
    ["PSA_DEADLINE_MS", "secret"],
    ["PSA_DEADLINE_MS", "499"],
    ["PSA_DEADLINE_MS", "10001"],
    ["PSA_DEADLINE_MS", "2500.5"],
    ["LOG_LEVEL", "secret"],
    ["TRUSTED_PROXIES", "secret"],
    ["TRUSTED_PROXIES", "10.0.0.0/99"],
  ])("%s = %s", (name, value) => {
    const faults = faultsOf({ ...complete, [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name} `));
    expect(faults[0]).not.toContain(value);
  });

  test("all of them at once", () => {
    expect(faultsOf({ PORT: "x", LOG_LEVEL: "y" }, "serve")).toHaveLength(5);
  });
});

test("a page waits 2.5 seconds for the PSA, or as long as is set", () => {
  const deadlineOf = (env: Record<string, string>) => readConfig(env, "local").psaDeadlineMs;
  expect([{}, { PSA_DEADLINE_MS: "500" }, { PSA_DEADLINE_MS: "10000" }].map(deadlineOf)).toEqual([2_500, 500, 10_000]);
});

test("proxies are addresses and ranges of both families", () => {
  const { trustedProxies } = readConfig({ TRUSTED_PROXIES: "10.0.0.5, 10.0.0.0/8,fd00::/8,::1" }, "local");
  expect(trustedProxies).toEqual(["10.0.0.5", "10.0.0.0/8", "fd00::/8", "::1"]);
});
