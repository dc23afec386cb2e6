// Until when a vendor takes no more calls, as it said itself. Several calls are refused at once, and each refusal says its own time:
// the longest counts, whichever comes last.
import type { Redis } from "ioredis";
import { LRUCache } from "lru-cache";

const CLOSINGS_MAX = 10_000;

/** In one step, so that of two nodes the one that was told less does not open what the other has closed. */
const CLOSE = `
if redis.call('pttl', KEYS[1]) < tonumber(ARGV[1]) then redis.call('set', KEYS[1], 1, 'PX', ARGV[1]) end
return 1`;

export interface Closings {
  /** Nothing goes out under this name for so long, at least. */
  close(name: string, ms: number): Promise<void>;
  /** How long it still is closed; 0 where it is open. */
  leftMs(name: string): Promise<number>;
}

/** In memory or, with Redis, for all nodes. While Redis does not answer each node knows what was said to itself. */
export function makeClosings(redis: Redis | null): Closings {
  const own = new LRUCache<string, true>({ max: CLOSINGS_MAX, ttlResolution: 0 });
  return {
    close: async (name, ms) => {
      const whole = Math.ceil(ms);
      if (own.getRemainingTTL(name) < whole) own.set(name, true, { ttl: whole });
      await redis?.eval(CLOSE, 1, name, whole).catch(passOver);
    },
    leftMs: async (name) => {
      const shared = redis ? await redis.pttl(name).catch(passOver) : 0;
      return Math.ceil(Math.max(own.getRemainingTTL(name), shared, 0));
    },
  };
}

/** Redis tells its troubles itself, where it is opened. */
function passOver(): number {
  return 0;
}
