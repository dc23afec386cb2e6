import type { PsaConnection, VendorKind } from "../domain/psa-connection.ts";
import type { Clock } from "../lib/clock.ts";
import { assertNever } from "../lib/invariant.ts";
import { createCsvConnector } from "./csv/adapter.ts";
import { createHarvestConnector, harvestBudgets } from "./harvest/adapter.ts";
import type { Budget, VendorParts } from "./http/vendor.ts";
import type { PsaConnector } from "./port.ts";
import { createProductiveConnector, productiveBudgets } from "./productive/adapter.ts";

/** The connector for a connection; a new kind does not compile until it is wired here. `vendor` is asked for by those over HTTP. */
export function makeConnector(
  { kind, settings }: PsaConnection,
  clock: Clock,
  vendor: () => VendorParts,
): PsaConnector {
  switch (kind) {
    case "csv":
      return createCsvConnector({ dir: settings.dir, clock });
    case "productive":
      return createProductiveConnector(vendor(), settings.organizationId);
    case "harvest":
      return createHarvestConnector(vendor(), settings.accountId);
    default:
      return assertNever(kind);
  }
}

/** How many calls each vendor takes from us. */
export const vendorBudgets: Record<VendorKind, readonly Budget[]> = {
  productive: productiveBudgets,
  harvest: harvestBudgets,
};
