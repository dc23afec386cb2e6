import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Redis } from "ioredis";
import type { Logger } from "pino";
import type { FirmId } from "../domain/ids.ts";
import {
  nameOf,
  SNAPSHOT_AGE_MAX_MS,
  type Snapshot,
  type SnapshotCache,
  type SnapshotPlace,
} from "./snapshot-cache.ts";

const PREFIX = "prolens:snapshot:";
const NAMES_PREFIX = "prolens:snapshots-of:";
const ENDED_PREFIX = "prolens:snapshots-ended:";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Keeps a snapshot and its name, unless the state of the connection over which it was read is over: whoever was reading meanwhile, on
 * whichever node, writes nothing back. The list of names lives as long as what it names: what lies in Redis can always be found.
 */
const KEEP = `
if (redis.call('get', KEYS[1]) or '') > ARGV[1] then return 0 end
redis.call('sadd', KEYS[2], KEYS[3])
redis.call('pexpire', KEYS[2], ARGV[3])
redis.call('set', KEYS[3], ARGV[2], 'PX', ARGV[3])
return 1`;

/**
 * Ends the states from before, and deletes what is named, in one step: a name that is added in between would be lost with the list,
 * and what lies under it never be found again. Nobody reads for longer than a snapshot lives.
 */
const FORGET = `
if (redis.call('get', KEYS[1]) or '') < ARGV[1] then redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
for _, name in ipairs(redis.call('smembers', KEYS[2])) do redis.call('del', name) end
return redis.call('del', KEYS[2])`;

/**
 * Snapshots that several nodes share. What lies in Redis is encrypted (AES-256-GCM) with the firm's own key and bound to its
 * place, so that neither reading Redis nor moving a value gives anybody figures. Redis in trouble is a miss, never a fault;
 * so is a value from under a former master key.
 */
export function redisSnapshotCache(redis: Redis, masterKey: Buffer, log: Logger): SnapshotCache {
  const missed = (err: unknown) => {
    log.warn({ err: err instanceof Error ? err.message : String(err) }, "the shared cache was passed over");
    return null;
  };
  return {
    get: (place) =>
      redis
        .getBuffer(PREFIX + nameOf(place))
        .then((sealed) => sealed && open(sealed, place, masterKey))
        .catch(missed),
    set: async (place, snapshot) => {
      const name = PREFIX + nameOf(place);
      const keys = [ENDED_PREFIX + place.connectionId, NAMES_PREFIX + place.connectionId, name];
      const values = [place.connectionMark, seal(snapshot, place, masterKey), SNAPSHOT_AGE_MAX_MS];
      await redis.eval(KEEP, keys.length, ...keys, ...values).catch(missed);
    },
    forget: async (connectionId, before) => void (await forgetSnapshots(redis, connectionId, before).catch(missed)),
  };
}

/** The forgetting of the cache, for whoever holds no key: nothing is opened. Rejects when Redis does not answer. */
export async function forgetSnapshots(redis: Redis, connectionId: string, before: Date): Promise<void> {
  const keys = [ENDED_PREFIX + connectionId, NAMES_PREFIX + connectionId];
  await redis.eval(FORGET, keys.length, ...keys, before.toISOString(), SNAPSHOT_AGE_MAX_MS);
}

function keyOf(firmId: FirmId, masterKey: Buffer): Buffer {
  return Buffer.from(hkdfSync("sha256", masterKey, Buffer.alloc(0), `snapshot cache of firm ${firmId}`, 32));
}

function seal(snapshot: Snapshot, place: SnapshotPlace, masterKey: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyOf(place.firmId, masterKey), iv).setAAD(Buffer.from(nameOf(place)));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(snapshot), "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

function open(sealed: Buffer, place: SnapshotPlace, masterKey: Buffer): Snapshot {
  const key = keyOf(place.firmId, masterKey);
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, IV_BYTES)).setAAD(
    Buffer.from(nameOf(place)),
  );
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const text = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
    "utf8",
  );
  // Authenticated a line above: nobody but us can have written it.
  const snapshot = JSON.parse(text) as Snapshot;
  return { ...snapshot, reading: { ...snapshot.reading, readAt: new Date(snapshot.reading.readAt) } };
}
