import { type PsaKind, vendorNames } from "../domain/psa-connection.ts";

/** What a command calls what a firm reads from. */
export function systemText(kind: PsaKind): string {
  return kind === "csv" ? "a CSV folder" : vendorNames[kind];
}
