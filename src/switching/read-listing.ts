import type { PsaTrouble } from "../access/facts.ts";
import type { PreflightInput } from "../diagnosis/preflight.ts";
import type { PsaGateway } from "../psa/gateway.ts";
import type { Listing } from "./plan-switch.ts";

/** Everybody and every project, with what could not be understood. */
export type ReadListing = Pick<PreflightInput, "directory"> & {
  projects: Exclude<PreflightInput["projects"], PsaTrouble>;
};

/** Reads both at once, or says why it cannot; `gateway` may be the trouble itself. */
export async function readListing(gateway: PsaGateway | PsaTrouble): Promise<ReadListing | PsaTrouble> {
  if ("kind" in gateway) return gateway;
  const [directory, projects] = await Promise.all([gateway.listDirectory(), gateway.listProjects()]);
  if ("kind" in directory) return directory;
  return "kind" in projects ? projects : { directory, projects };
}

/** What it says, without when it was read. */
export function listingOf({ directory, projects }: ReadListing): Listing {
  return { directory: directory.value, projects: projects.value };
}
