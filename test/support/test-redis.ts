import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Redis } from "ioredis";

/** A connection to TEST_REDIS_URL under a prefix of its own, or null where none is given: the program then works in one process. */
export async function openTestRedis(): Promise<Redis | null> {
  const url = process.env.TEST_REDIS_URL;
  if (!url) return null;
  const redis = new Redis(url, { keyPrefix: `test-${randomUUID()}:` });
  await once(redis, "ready");
  return redis;
}
