// What a page is shown without when its vendor's calls run short, so that there are pages for all who come at once: it is read behind them.
import type { WorkPart } from "../domain/project.ts";
import { vendorText } from "../domain/psa-texts/vendor-words.ts";
import { PsaFault } from "./errors.ts";
import type { Call, Gap } from "./port.ts";
import { tooMuch } from "./unread.ts";

export const NOT_YET = "not_yet";

/** Reads a part that a page can do without. For a page it is left where few calls are; every other fault is passed on. */
export async function orNotYet<T>(call: Call, read: (call: Call) => Promise<T>): Promise<T | typeof NOT_YET> {
  if (!call.isUrgent) return read(call);
  try {
    return await read({ ...call, isSecond: true });
  } catch (err) {
    if (err instanceof PsaFault && err.code === "rate_limited") return NOT_YET;
    throw err;
  }
}

/** A listing that was left: because it is too long, or for now. */
export type Left = null | typeof NOT_YET;

/** Whether there is nothing of it to be mapped. */
export function isLeft<T>(listing: T | Left): listing is Left {
  return listing === null || listing === NOT_YET;
}

/** What is not known because this listing was left, with which nothing is wrong; no gap where it was read. */
export function leftOut(listing: unknown, { place, rowsMax, parts }: LeftParts): Gap[] {
  if (listing === null) return [tooMuch(place, rowsMax, parts)];
  if (listing !== NOT_YET) return [];
  return [{ place, message: vendorText("still_reading"), unread: { parts, projectId: null, why: NOT_YET } }];
}

type LeftParts = { place: string; rowsMax: number; parts: readonly WorkPart[] };
