import { once } from "node:events";
import { pino } from "pino";
import type { Config } from "../config/config.ts";
import { systemClock } from "../lib/clock.ts";
import { openRedis } from "../psa/redis.ts";
import { forgetSnapshots } from "../psa/redis-snapshot-cache.ts";

/** A command has time, though not for a server that is away. */
const WAITS_MS_MAX = 5_000;

const isDone = [() => true, () => false] as const;

/**
 * Deletes at once what the nodes have read over a connection that has ended, where they share it; each forgets what it holds in its own
 * memory. Resolves with what is to be told: nothing, or that it could not be deleted because Redis
 * does not answer. Rejects when anything else is wrong.
 */
export async function forgetRead(
  { config: { redisUrl } }: { config: Pick<Config, "redisUrl"> },
  connectionId: string | null,
): Promise<string[]> {
  if (redisUrl === null || connectionId === null) return [];
  const redis = openRedis(redisUrl, pino({ level: "silent" }));
  try {
    if (redis.status !== "ready") await once(redis, "ready", { signal: AbortSignal.timeout(WAITS_MS_MAX) });
    await forgetSnapshots(redis, connectionId, systemClock.now());
    return [];
  } catch (err) {
    // What fails while Redis answers is no silence of it.
    if (await redis.ping().then(...isDone)) throw err;
    return [
      "Redis does not answer: what was read lies there, encrypted, for 15 minutes at the most; no portal shows it.",
    ];
  } finally {
    redis.disconnect();
  }
}
