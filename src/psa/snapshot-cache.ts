import { LRUCache } from "lru-cache";
import type { Reading } from "../connectors/port.ts";
import type { CompanyId, FirmId } from "../domain/ids.ts";
import type { CompanyWork } from "../domain/project.ts";

/** Figures are held this long at the most, and never on disk. */
export const SNAPSHOT_AGE_MAX_MS = 15 * 60_000;

/** One company's work as it was read. `version` is the source's own mark of that state, null when it gives none. */
export type Snapshot = { reading: Reading<CompanyWork>; version: string | null };

/**
 * Whose work it is, and how it was read. `connectionMark`, a moment in ISO 8601, changes with the connection's token and settings: what was read
 * before such a change, or over another connection, is never found.
 */
export type SnapshotPlace = { firmId: FirmId; connectionId: string; connectionMark: string; companyId: CompanyId };

export interface SnapshotCache {
  get(place: SnapshotPlace): Promise<Snapshot | null>;
  set(place: SnapshotPlace, snapshot: Snapshot): Promise<void>;
  /**
   * Deletes what was read over this connection, at once; nothing that was read of a state of it from before then is kept any more, on
   * no node. Of several ends the latest counts, whichever is told last.
   */
  forget(connectionId: string, before: Date): Promise<void>;
}

/** The name under which a snapshot lies. It begins with the connection's id. */
export function nameOf({ firmId, connectionId, connectionMark, companyId }: SnapshotPlace): string {
  return [connectionId, firmId, connectionMark, companyId].join(" ");
}

/** The cache of a single process. */
export function memorySnapshotCache(snapshotsMax = 1_000): SnapshotCache {
  const cache = new LRUCache<string, Snapshot>({ max: snapshotsMax, ttl: SNAPSHOT_AGE_MAX_MS });
  /** By connection, before when its states are over. */
  const ended = new LRUCache<string, string>({ max: snapshotsMax, ttl: SNAPSHOT_AGE_MAX_MS });
  const isOver = ({ connectionId, connectionMark }: SnapshotPlace) => (ended.get(connectionId) ?? "") > connectionMark;
  return {
    get: async (place) => cache.get(nameOf(place)) ?? null,
    set: async (place, snapshot) => {
      if (!isOver(place)) cache.set(nameOf(place), snapshot);
    },
    forget: async (connectionId, before) => {
      const mark = before.toISOString();
      if ((ended.get(connectionId) ?? "") < mark) ended.set(connectionId, mark);
      for (const name of [...cache.keys()]) if (name.startsWith(`${connectionId} `)) cache.delete(name);
    },
  };
}
