import type { Clock } from "../lib/clock.ts";
import { assertNever } from "../lib/invariant.ts";
import { createCsvConnector } from "./csv/adapter.ts";
import type { PsaConnector } from "./port.ts";

/** What a firm has set up to reach its PSA. */
export type ConnectionConfig = { kind: "csv"; settings: { dir: string } };

/** The connector for a connection; a new kind does not compile until it is wired here. */
export function makeConnector({ kind, settings }: ConnectionConfig, clock: Clock): PsaConnector {
  switch (kind) {
    case "csv":
      return createCsvConnector({ dir: settings.dir, clock });
    default:
      return assertNever(kind);
  }
}
