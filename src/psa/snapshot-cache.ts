import { LRUCache } from "lru-cache";
import type { Reading } from "../connectors/port.ts";
import type { CompanyWork } from "../domain/project.ts";

/** Figures are held this long at the most, and never on disk. */
export const SNAPSHOT_AGE_MAX_MS = 15 * 60_000;

/** One company's work as it was read. `version` is the source's own mark of that state, null when it gives none. */
export type Snapshot = { reading: Reading<CompanyWork>; version: string | null };

/** Keys start with the connection's id: what another connection has read is never found. */
export interface SnapshotCache {
  get(key: string): Promise<Snapshot | null>;
  set(key: string, snapshot: Snapshot): Promise<void>;
}

/** The cache of a single process. */
export function memorySnapshotCache(snapshotsMax = 1_000): SnapshotCache {
  const cache = new LRUCache<string, Snapshot>({ max: snapshotsMax, ttl: SNAPSHOT_AGE_MAX_MS });
  return {
    get: async (key) => cache.get(key) ?? null,
    set: async (key, snapshot) => void cache.set(key, snapshot),
  };
}
