/** What a firm has set up to reach its PSA, without the token: that is sealed and stored beside it. */
export type PsaConnection =
  | { kind: "csv"; settings: { dir: string } }
  | { kind: "productive"; settings: { organizationId: string } }
  | { kind: "harvest"; settings: { accountId: string } };

/** The kinds of PSA that can be connected. */
export type PsaKind = PsaConnection["kind"];

/** The kinds that are reached over HTTP. */
export type VendorKind = Exclude<PsaKind, "csv">;

/** Where each vendor's API stands, such as `https://api.harvestapp.com`. */
export type VendorOrigins = Record<VendorKind, string>;
