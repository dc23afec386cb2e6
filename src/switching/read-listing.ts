import type { PsaTrouble } from "../access/facts.ts";
import type { PreflightInput } from "../diagnosis/preflight.ts";
import type { PsaGateway } from "../psa/gateway.ts";
import type { StillReading } from "../psa/patient-listing.ts";
import { readEverything, type Waiting } from "../psa/read-everything.ts";
import type { Listing } from "./plan-switch.ts";

/** Everybody and every project, with what could not be understood. */
export type ReadListing = Pick<PreflightInput, "directory"> & {
  projects: Exclude<PreflightInput["projects"], PsaTrouble>;
  late: StillReading | null;
};

/** Reads both at once, or says why it cannot; `gateway` may be the trouble itself. */
export async function readListing(
  gateway: PsaGateway | PsaTrouble,
  waiting: Waiting,
): Promise<ReadListing | PsaTrouble> {
  const read = await readEverything(gateway, waiting);
  if ("kind" in read) return read;
  const { directory, projects } = read.value;
  return "kind" in projects ? projects : { directory, projects, late: read.late };
}

/** What it says, without when it was read. */
export function listingOf({ directory, projects }: ReadListing): Listing {
  return { directory: directory.value, projects: projects.value };
}

/** `readAt`: when the oldest of it was read. */
export type Late = { readAt: Date; trouble: StillReading };

/** That some of it is as it was last read, and is being read anew; null where all of it is as it is now. */
export function lateOf(read: ReadListing[]): Late | null {
  const [trouble = null] = read.flatMap(({ late }) => late ?? []);
  const readAt = new Date(Math.min(...read.map(({ directory }) => directory.readAt.getTime())));
  return trouble && { readAt, trouble };
}
