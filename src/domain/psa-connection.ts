import { assertNever } from "../lib/invariant.ts";

/** What a firm has set up to reach its PSA, without the token: that is sealed and stored beside it. */
export type PsaConnection =
  | { kind: "csv"; settings: { dir: string } }
  | { kind: "productive"; settings: { organizationId: string } }
  | { kind: "harvest"; settings: { accountId: string } };

/** The kinds of PSA that can be connected. */
export type PsaKind = PsaConnection["kind"];

/** The kinds that are reached over HTTP. */
export type VendorKind = Exclude<PsaKind, "csv">;

/** Whether somebody counts how often this PSA is asked. */
export function countsCalls(kind: PsaKind | null): boolean {
  return kind !== null && kind !== "csv";
}

/** Where each vendor's API stands, such as `https://api.harvestapp.com`. */
export type VendorOrigins = Record<VendorKind, string>;

/** What the kinds are called, in every language. */
export const vendorNames: Record<VendorKind, string> = { productive: "Productive", harvest: "Harvest" };

/** What a vendor is called; null of a folder. */
export function vendorName(kind: PsaKind): string | null {
  return kind === "csv" ? null : vendorNames[kind];
}

/** Whether a text from outside names a vendor that is connected with a token; a folder of files is none. */
export function isVendorKind(text: string): text is VendorKind {
  return Object.hasOwn(vendorNames, text);
}

export const vendorKinds: readonly VendorKind[] = Object.keys(vendorNames).filter(isVendorKind);

/** A connection to one organisation or account of a vendor, by the id that it has there. */
export function vendorConnection(kind: VendorKind, accountId: string): PsaConnection {
  switch (kind) {
    case "productive":
      return { kind, settings: { organizationId: accountId } };
    case "harvest":
      return { kind, settings: { accountId } };
    default:
      return assertNever(kind);
  }
}

/** The id of the organisation or account at the vendor; null for a folder. */
export function accountIdOf(connection: PsaConnection): string | null {
  switch (connection.kind) {
    case "productive":
      return connection.settings.organizationId;
    case "harvest":
      return connection.settings.accountId;
    case "csv":
      return null;
    default:
      return assertNever(connection);
  }
}

/** The id in what was typed: a number, alone or with the name behind it as it stands in the vendor's addresses. Null without one. */
export function parseAccountId(text: string): string | null {
  return /^(\d{1,15})(?:-[\w-]*)?$/.exec(text.trim())?.[1] ?? null;
}

/**
 * A vendor's token as it was pasted, without the blanks around it; null where it can be none. A header takes no other letters,
 * and what refuses them would say the whole of it.
 */
export function parseToken(text: string): string | null {
  const token = text.trim();
  return /^[\x21-\x7e]{8,500}$/.test(token) ? token : null;
}

/** Another one whenever the connection's token, settings or state are: a moment in ISO 8601. */
export function markOf({ updatedAt }: { updatedAt: Date }): string {
  return updatedAt.toISOString();
}
