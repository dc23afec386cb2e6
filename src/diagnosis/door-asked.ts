import type { ProjectId } from "../domain/ids.ts";

/**
 * At which door the person stands. `slug`: below the firm's host. `own`: the portal of the company that the PSA links them
 * to. `office` and `nowhere`: an address of the firm's own side, or one that is none of the firm's, as it was typed.
 */
export type DoorAsked =
  | { kind: "slug"; slug: string; projectId: ProjectId | null }
  | { kind: "own" }
  | { kind: "office"; typed: string }
  | { kind: "nowhere"; typed: string };
