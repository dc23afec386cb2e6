import type { PsaConnection, PsaKind, VendorKind } from "../domain/psa-connection.ts";
import type { FieldName } from "../domain/template.ts";
import type { Clock } from "../lib/clock.ts";
import { assertNever } from "../lib/invariant.ts";
import { createCsvConnector } from "./csv/adapter.ts";
import { createHarvestConnector, harvestBudgets, neverFromHarvest } from "./harvest/adapter.ts";
import type { Budget, VendorParts } from "./http/vendor.ts";
import type { PsaConnector } from "./port.ts";
import { createProductiveConnector, neverFromProductive, productiveBudgets } from "./productive/adapter.ts";

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

/** The fields of a portal that stay empty whatever stands in the account: there is no way to supply them. A folder can hold all. */
export const neverSupplied: Record<PsaKind, readonly FieldName[]> = {
  csv: [],
  productive: neverFromProductive,
  harvest: neverFromHarvest,
};

/** How many calls each vendor takes from us. */
export const vendorBudgets: Record<VendorKind, readonly Budget[]> = {
  productive: productiveBudgets,
  harvest: harvestBudgets,
};
