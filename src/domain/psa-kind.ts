/** The kinds of PSA that can be connected. */
export type PsaKind = "csv";
