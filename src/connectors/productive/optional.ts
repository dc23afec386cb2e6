import { PsaFault } from "../errors.ts";
import type { Listing } from "./client.ts";

/** What the token's owner may not read is not supplied; it takes nothing else with it. Every other fault stays one. */
export async function readOptional<Read extends Listing | null>(listing: Promise<Read>): Promise<Read | Listing> {
  const read = await orForbidden(listing.then((value) => ({ value })));
  return read ? read.value : { rows: [], included: new Map() };
}

/** Null where the token's owner may not read it. */
export async function orForbidden<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (err) {
    if (err instanceof PsaFault && err.code === "forbidden") return null;
    throw err;
  }
}
