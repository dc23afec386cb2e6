import { randomBytes, randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CompanyId } from "../../src/domain/ids.ts";
import { emptyWork } from "../../src/domain/project.ts";
import { makeRateLimits } from "../../src/identity/rate-limits.ts";
import { openRedis } from "../../src/psa/redis.ts";
import { redisSnapshotCache } from "../../src/psa/redis-snapshot-cache.ts";
import type { Snapshot } from "../../src/psa/snapshot-cache.ts";

const url = process.env.TEST_REDIS_URL;
const log = pino({ level: "silent" });
const masterKey = randomBytes(32);

const snapshot: Snapshot = {
  version: "v1",
  reading: {
    value: emptyWork("c-1" as CompanyId),
    gaps: [{ place: "projects.csv, line 2", message: "CANARY" }],
    readAt: new Date("2026-03-12T10:00:00Z"),
  },
};

// Skipped where TEST_REDIS_URL names no server: a single process shares nothing.
describe.skipIf(!url)("two nodes on one Redis", () => {
  let redis: Redis;
  const connection = randomUUID();
  beforeAll(() => {
    redis = new Redis(url ?? "");
  });
  afterAll(async () => {
    await redis.del(...["c-1", "c-2"].map((company) => `prolens:snapshot:${connection}:${company}`));
    redis.disconnect();
  });

  test("what one node has read the other finds, as it was", async () => {
    await redisSnapshotCache(redis, masterKey, log).set(`${connection}:c-1`, snapshot);
    expect(await redisSnapshotCache(redis, masterKey, log).get(`${connection}:c-1`)).toEqual(snapshot);
  });

  test("figures lie there encrypted, for fifteen minutes at the most", async () => {
    const name = `prolens:snapshot:${connection}:c-1`;
    expect((await redis.getBuffer(name))?.includes("CANARY")).toBe(false);
    const lifeMs = await redis.pttl(name);
    expect(lifeMs).toBeGreaterThan(0);
    expect(lifeMs).toBeLessThanOrEqual(15 * 60_000);
  });

  test("a value moved to another company's key, or read with another master key, is nothing", async () => {
    const cache = redisSnapshotCache(redis, masterKey, log);
    const stolen = await redis.getBuffer(`prolens:snapshot:${connection}:c-1`);
    await redis.set(`prolens:snapshot:${connection}:c-2`, stolen ?? "");
    expect(await cache.get(`${connection}:c-2`)).toBeNull();
    expect(await redisSnapshotCache(redis, randomBytes(32), log).get(`${connection}:c-1`)).toBeNull();
  });

  test("an allowance counts across nodes", async () => {
    const key = randomUUID();
    const [one, two] = [makeRateLimits(redis), makeRateLimits(redis)];
    for (let taken = 0; taken < 3; taken++) {
      expect(await one.take("mails_to_email_from_network", key)).toBe(0);
      expect(await two.take("mails_to_email_from_network", key)).toBe(0);
    }
    expect(await one.take("mails_to_email_from_network", key)).toBeGreaterThan(0);
  });
});

test("while Redis does not answer, the cache misses and each node counts for itself", async () => {
  const redis = openRedis("redis://127.0.0.1:1", log);
  try {
    const cache = redisSnapshotCache(redis, masterKey, log);
    await cache.set("a:b", snapshot);
    expect(await cache.get("a:b")).toBeNull();
    const limits = makeRateLimits(redis);
    for (let taken = 0; taken < 6; taken++) expect(await limits.take("mails_to_email_from_network", "k")).toBe(0);
    expect(await limits.take("mails_to_email_from_network", "k")).toBeGreaterThan(0);
  } finally {
    redis.disconnect();
  }
});
