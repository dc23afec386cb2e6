import { createDecipheriv, hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connectionAdd, connectionRemove } from "../../src/cli/connection.ts";
import type { CommandContext } from "../../src/cli/context.ts";
import { forgetRead } from "../../src/cli/forget-read.ts";
import { connectionReview, connectionSwitch } from "../../src/cli/switching.ts";
import { readConfig } from "../../src/config/config.ts";
import type { CompanyId, FirmId } from "../../src/domain/ids.ts";
import { emptyWork } from "../../src/domain/project.ts";
import { makeRateLimits } from "../../src/identity/rate-limits.ts";
import { openRedis } from "../../src/psa/redis.ts";
import { redisSnapshotCache } from "../../src/psa/redis-snapshot-cache.ts";
import { nameOf, type Snapshot, type SnapshotPlace } from "../../src/psa/snapshot-cache.ts";
import { callBudgets } from "../../src/psa/vendor-budget.ts";
import { startTwoFirms } from "../support/two-firms.ts";

const url = process.env.TEST_REDIS_URL;
const log = pino({ level: "silent" });
const masterKey = randomBytes(32);
const MARK = "2026-03-12T10:00:00.000Z";

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
  const connectionId = randomUUID();
  const placeOf = (companyId: string, firmId = "f-1", connectionMark = MARK): SnapshotPlace => ({
    firmId: firmId as FirmId,
    connectionId,
    connectionMark,
    companyId: companyId as CompanyId,
  });
  const nameIn = (place: SnapshotPlace) => `prolens:snapshot:${nameOf(place)}`;
  beforeAll(() => {
    redis = new Redis(url ?? "");
  });
  afterAll(async () => {
    await redisSnapshotCache(redis, masterKey, log).forget(connectionId, new Date(MARK));
    await redis.del(nameIn(placeOf("c-2")), nameIn(placeOf("c-1", "f-2")));
    redis.disconnect();
  });

  test("what one node has read the other finds, as it was", async () => {
    await redisSnapshotCache(redis, masterKey, log).set(placeOf("c-1"), snapshot);
    expect(await redisSnapshotCache(redis, masterKey, log).get(placeOf("c-1"))).toEqual(snapshot);
  });

  test("figures lie there encrypted, for fifteen minutes at the most", async () => {
    const name = nameIn(placeOf("c-1"));
    expect((await redis.getBuffer(name))?.includes("CANARY")).toBe(false);
    const lifeMs = await redis.pttl(name);
    expect(lifeMs).toBeGreaterThan(0);
    expect(lifeMs).toBeLessThanOrEqual(15 * 60_000);
  });

  test("each firm's with a key of its own: with another firm's nothing opens, even in its place", async () => {
    const cache = redisSnapshotCache(redis, masterKey, log);
    const places = { "f-1": placeOf("c-1"), "f-2": placeOf("c-1", "f-2") };
    for (const [firmId, place] of Object.entries(places)) {
      await cache.set(place, snapshot);
      const sealed = await redis.getBuffer(nameIn(place));
      const readers = Object.keys(places).filter((reader) => isOpenedWith(firmKey(reader), sealed, place));
      expect(readers).toEqual([firmId]);
    }
  });

  test("a value moved to another company's key, or read with another master key, is nothing", async () => {
    const cache = redisSnapshotCache(redis, masterKey, log);
    const stolen = await redis.getBuffer(nameIn(placeOf("c-1")));
    await redis.set(nameIn(placeOf("c-2")), stolen ?? "");
    await redis.set(nameIn(placeOf("c-1", "f-2")), stolen ?? "");
    expect(await cache.get(placeOf("c-2"))).toBeNull();
    expect(await cache.get(placeOf("c-1", "f-2"))).toBeNull();
    expect(await redisSnapshotCache(redis, randomBytes(32), log).get(placeOf("c-1"))).toBeNull();
  });

  test("what was read over a connection is gone at once on all nodes when it is forgotten", async () => {
    const [one, two] = [redisSnapshotCache(redis, masterKey, log), redisSnapshotCache(redis, masterKey, log)];
    await one.set(placeOf("c-1"), snapshot);
    await two.set(placeOf("c-3"), snapshot);
    await two.forget(connectionId, new Date(MARK));
    expect(await one.get(placeOf("c-1"))).toBeNull();
    expect(await redis.exists(nameIn(placeOf("c-1")), nameIn(placeOf("c-3")))).toBe(0);
  });

  test("what was read is gone at once when a command ends the connection, or switches to another", async () => {
    const { stop, cache, contextOf, north, south } = await startWithCommands();
    const places = [north, south].map(({ firm, connectionId: id }) => {
      return { ...placeOf("c-1", firm.id), connectionId: id };
    });
    for (const place of places) await cache.set(place, snapshot);
    const removed = await connectionRemove(contextOf(url ?? ""), { firm: "north-studio" });
    const firm = "south-studio";
    await connectionAdd(contextOf(url ?? ""), { firm, kind: "csv", dir: north.csv.dir });
    expect(await redis.exists(...places.map(nameIn))).toBe(1);
    const { seen } = (await connectionReview(contextOf(url ?? ""), { firm })).json as { seen: string };
    await connectionSwitch(contextOf(url ?? ""), { firm, seen });
    expect(await redis.exists(...places.map(nameIn))).toBe(0);
    expect(removed.lines.join(" ")).not.toContain("Redis");
    await stop();
  });

  test("what goes wrong while Redis answers is not told by a command as its silence", async () => {
    const id = randomUUID();
    await redis.set(`prolens:snapshots-of:${id}`, "no set of names");
    await expect(forgetRead({ config: { redisUrl: url ?? "" } }, id)).rejects.toThrow("WRONGTYPE");
    await redis.del(`prolens:snapshots-of:${id}`);
  });

  test("what another node was reading while the connection ended is not kept; what is read after it was reconnected is", async () => {
    const [one, two] = [redisSnapshotCache(redis, masterKey, log), redisSnapshotCache(redis, masterKey, log)];
    const [ended, reconnected] = [new Date("2026-03-12T10:05:00Z"), new Date("2026-03-12T10:06:00Z")];
    await one.forget(connectionId, ended);
    await two.set(placeOf("c-1"), snapshot);
    expect(await redis.exists(nameIn(placeOf("c-1")))).toBe(0);
    expect(await redis.smembers(`prolens:snapshots-of:${connectionId}`)).toEqual([]);
    const anew = placeOf("c-1", "f-1", reconnected.toISOString());
    await two.set(anew, snapshot);
    expect(await one.get(anew)).toEqual(snapshot);
  });

  test("an end that is told late, by whichever node, takes back no later one", async () => {
    const [one, two] = [redisSnapshotCache(redis, masterKey, log), redisSnapshotCache(redis, masterKey, log)];
    const place = { ...placeOf("c-1"), connectionId: randomUUID() };
    await one.forget(place.connectionId, new Date("2026-03-12T10:05:00Z"));
    await two.forget(place.connectionId, new Date(MARK));
    await two.set(place, snapshot);
    expect(await redis.exists(nameIn(place))).toBe(0);
  });

  test("what is read over the new state while the former one is being forgotten is found by the next forgetting", async () => {
    const other = new Redis(url ?? "");
    const [one, two] = [redisSnapshotCache(redis, masterKey, log), redisSnapshotCache(other, masterKey, log)];
    const renewed = new Date("2026-03-12T10:10:00Z");
    const anew = (at: number) => placeOf(`c-${at}`, "f-1", renewed.toISOString());
    const places = Array.from({ length: 200 }, (_, at) => anew(at));
    const oneAfterAnother = async (each: (place: SnapshotPlace) => Promise<void>) => {
      for (const place of places) await each(place);
    };
    await Promise.all([
      oneAfterAnother((place) => two.set(place, snapshot)),
      oneAfterAnother(() => one.forget(connectionId, renewed)),
    ]);
    await one.forget(connectionId, new Date("2026-03-12T10:11:00Z"));
    expect(await redis.exists(...places.map(nameIn))).toBe(0);
    other.disconnect();
  });

  test("a vendor's calls are counted across nodes", async () => {
    const budgets = [{ per: "connection", calls: 4, windowMs: 30_000 }] as const;
    const nodes = [callBudgets(redis), callBudgets(redis)].map((open) =>
      open({ budgets, connectionId, host: "vendor.example" }),
    );
    const call = { signal: AbortSignal.timeout(5_000), isUrgent: true };
    for (const node of [...nodes, ...nodes]) await node.take("/", call);
    for (const node of nodes) await expect(node.take("/", call)).rejects.toMatchObject({ code: "rate_limited" });
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

function firmKey(firmId: string): Buffer {
  return Buffer.from(hkdfSync("sha256", masterKey, Buffer.alloc(0), `snapshot cache of firm ${firmId}`, 32));
}

/** Whether this key opens a value as it lies in Redis: 12 bytes that are used once, 16 that prove it, the rest sealed. */
function isOpenedWith(key: Buffer, sealed: Buffer | null, place: SnapshotPlace): boolean {
  if (sealed === null) return false;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12)).setAAD(Buffer.from(nameOf(place)));
  decipher.setAuthTag(sealed.subarray(12, 28));
  decipher.update(sealed.subarray(28));
  try {
    decipher.final();
    return true;
  } catch {
    return false;
  }
}

/** Two firms, and commands beside the nodes that read from their folders. */
async function startWithCommands() {
  const firms = await startTwoFirms();
  const redis = new Redis(url ?? "");
  const contextOf = (redisUrl: string): CommandContext => ({
    config: { ...readConfig({ PROLENS_MASTER_KEY: masterKey.toString("base64") }, "local"), redisUrl },
    db: firms.database.db,
    decisions: firms.app.decisions,
    now: firms.clock.now(),
  });
  const stop = async () => {
    redis.disconnect();
    await firms.stop();
  };
  return { ...firms, stop, cache: redisSnapshotCache(redis, masterKey, log), contextOf };
}

test("while Redis does not answer, the cache misses and each node counts for itself", async () => {
  const redis = openRedis("redis://127.0.0.1:1", log);
  try {
    const cache = redisSnapshotCache(redis, masterKey, log);
    const place = { firmId: "f" as FirmId, connectionId: "a", connectionMark: "", companyId: "b" as CompanyId };
    await cache.set(place, snapshot);
    expect(await cache.get(place)).toBeNull();
    await cache.forget("a", new Date(MARK));
    expect(await forgetRead({ config: { redisUrl: "redis://127.0.0.1:1" } }, "a")).toEqual([
      expect.stringMatching(/^Redis does not answer: .* for 15 minutes at the most/),
    ]);
    const limits = makeRateLimits(redis);
    for (let taken = 0; taken < 6; taken++) expect(await limits.take("mails_to_email_from_network", "k")).toBe(0);
    expect(await limits.take("mails_to_email_from_network", "k")).toBeGreaterThan(0);
  } finally {
    redis.disconnect();
  }
});
