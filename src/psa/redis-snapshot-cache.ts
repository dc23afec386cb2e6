import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { Redis } from "ioredis";
import type { Logger } from "pino";
import { SNAPSHOT_AGE_MAX_MS, type Snapshot, type SnapshotCache } from "./snapshot-cache.ts";

const PREFIX = "prolens:snapshot:";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Snapshots that several nodes share. What lies in Redis is encrypted (AES-256-GCM) and bound to its key, so that neither
 * reading Redis nor moving a value to another company's key gives anybody figures. Redis in trouble is a miss, never a fault.
 */
export function redisSnapshotCache(redis: Redis, masterKey: Buffer, log: Logger): SnapshotCache {
  const key = Buffer.from(hkdfSync("sha256", masterKey, Buffer.alloc(0), "snapshot cache", 32));
  const missed = (err: unknown) => {
    log.warn({ err: err instanceof Error ? err.message : String(err) }, "the shared cache was passed over");
    return null;
  };
  return {
    get: (name) =>
      redis
        .getBuffer(PREFIX + name)
        .then((sealed) => sealed && open(sealed, name, key), missed)
        .catch(missed),
    set: async (name, snapshot) => {
      await redis.set(PREFIX + name, seal(snapshot, name, key), "PX", SNAPSHOT_AGE_MAX_MS).catch(missed);
    },
  };
}

function seal(snapshot: Snapshot, name: string, key: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(snapshot), "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

function open(sealed: Buffer, name: string, key: Buffer): Snapshot {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, IV_BYTES)).setAAD(Buffer.from(name));
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const text = Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
    "utf8",
  );
  // Authenticated a line above: nobody but us can have written it.
  const snapshot = JSON.parse(text) as Snapshot;
  return { ...snapshot, reading: { ...snapshot.reading, readAt: new Date(snapshot.reading.readAt) } };
}
