// What holds for every vendor that is reached over HTTP.
import type { Clock } from "../../lib/clock.ts";
import type { Call } from "../port.ts";
import type { VendorAnswer, VendorRequest } from "./get-json.ts";

/** Sends one GET within the vendor's budget. Rejects with a PsaFault, or with the signal's reason when it aborts. */
export type Send = (request: VendorRequest, call: Call) => Promise<VendorAnswer>;

/** What a connector to a vendor reads with. `token` opens the sealed token, for one request at a time. */
export type VendorParts = { clock: Clock; origin: string; send: Send; token: () => string };

/**
 * So many calls in a window, counted for one connection, or for everybody who reaches this vendor from here: half of what the
 * vendor documents, because the firm has other programs that ask it too. `paths`: only what begins with it counts.
 */
export type Budget = { per: "connection" | "host"; calls: number; windowMs: number; paths?: string };
