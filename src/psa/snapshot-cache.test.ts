import { expect, test } from "vitest";
import type { CompanyId, FirmId } from "../domain/ids.ts";
import { emptyWork } from "../domain/project.ts";
import { memorySnapshotCache, type Snapshot, type SnapshotPlace } from "./snapshot-cache.ts";

const [read, ended, reconnected] = ["10:00", "10:05", "10:06"].map((at) => new Date(`2026-03-12T${at}:00Z`)) as [
  Date,
  Date,
  Date,
];
const work = emptyWork("c-1" as CompanyId);
const snapshot: Snapshot = { version: null, reading: { value: work, gaps: [], readAt: read } };

function placeOf(mark: Date): SnapshotPlace {
  const connectionMark = mark.toISOString();
  return { firmId: "f-1" as FirmId, connectionId: "a", connectionMark, companyId: work.companyId };
}

test("in memory, too, what was being read while the connection ended is not kept; what is read after it was reconnected is", async () => {
  const cache = memorySnapshotCache();
  await cache.set(placeOf(read), snapshot);
  await cache.forget("a", ended);
  await cache.set(placeOf(read), snapshot);
  expect(await cache.get(placeOf(read))).toBeNull();
  await cache.set(placeOf(reconnected), snapshot);
  expect(await cache.get(placeOf(reconnected))).toEqual(snapshot);
});

test("an end that is told late takes back no later one", async () => {
  const cache = memorySnapshotCache();
  await cache.forget("a", reconnected);
  await cache.forget("a", read);
  await cache.set(placeOf(ended), snapshot);
  expect(await cache.get(placeOf(ended))).toBeNull();
});
