import type { DiagnosisParts } from "../../diagnosis/diagnose-person.ts";
import { preflight } from "../../diagnosis/preflight.ts";
import { readPreflightInput } from "../../diagnosis/run-preflight.ts";
import type { Portal } from "../../domain/firm.ts";

/** `isAtLeast`: of others it cannot be told. Null: the PSA does not answer. */
export type PeopleCount = { count: number; isAtLeast: boolean } | null;

/** How many people get in at these portals as the PSA is now, each email counted once. */
export async function countPeople(parts: DiagnosisParts, portals: Portal[]): Promise<PeopleCount> {
  const input = await readPreflightInput(parts, "forPage");
  if ("trouble" in input || "kind" in input.projects) return null;
  const rows = preflight({ ...input, portals }).flatMap(({ contacts }) => contacts);
  const inside = rows.filter(({ decision }) => decision.outcome === "granted");
  return {
    count: new Set(inside.map(({ email }) => email)).size,
    isAtLeast: input.directory.gaps.length > 0 || rows.some(({ decision }) => decision.outcome === "unavailable"),
  };
}
