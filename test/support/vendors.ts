import type { VendorOrigins } from "../../src/domain/psa-connection.ts";

/** Where nobody listens: for programs whose firms have no vendor connected. */
export const noVendors: VendorOrigins = { productive: "http://127.0.0.1:1", harvest: "http://127.0.0.1:1" };
