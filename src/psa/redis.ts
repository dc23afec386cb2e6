import { Redis } from "ioredis";
import type { Logger } from "pino";

/** A connection to Valkey or Redis that never keeps a page waiting: while it is down, commands fail at once. */
export function openRedis(url: string, log: Logger): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 500,
    lazyConnect: false,
  });
  redis.on("error", (err) => log.warn({ err: err.message }, "Redis does not answer; this node goes on alone"));
  return redis;
}
