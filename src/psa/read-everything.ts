// Everybody and every project of a firm, as long as whoever asks can wait. `gateway` may be the trouble itself.
import type { PsaTrouble } from "../access/facts.ts";
import type { Reading } from "../connectors/port.ts";
import type { PsaGateway } from "./gateway.ts";
import type { Everything } from "./listings.ts";
import { type Listed, type StillReading, unlessFailed } from "./patient-listing.ts";

/**
 * `forPage`: a page, which says how old it is or that it is still being read. `forProgram`: a program that asks over HTTP, which is
 * told to come back. `toTheEnd`: whoever has nothing else to do.
 */
export type Waiting = "forPage" | "forProgram" | "toTheEnd";

/** A program waits so many times as long as a page: 20 seconds. Proxies between it and us give up after a minute. */
const PROGRAM_TIMES = 8;

/** `late`: it is as it was last read, and is being read anew. */
type ReadEverything = Reading<Everything> & { late: StillReading | null };

/** Everybody and every project; a page may be shown what was read before while it is being read anew. */
export async function readEverything(
  gateway: PsaGateway | PsaTrouble,
  waiting: Waiting,
): Promise<ReadEverything | PsaTrouble> {
  if ("kind" in gateway) return gateway;
  return unlessFailed(await listEverything(gateway, waiting));
}

async function listEverything(
  { listings: { everything }, deadlineMs }: PsaGateway,
  waiting: Waiting,
): Promise<Listed<Everything>> {
  if (waiting === "forPage") return everything.forPage();
  const isToTheEnd = waiting === "toTheEnd";
  const now = isToTheEnd ? await everything.whole() : await everything.now(deadlineMs * PROGRAM_TIMES);
  return "kind" in now ? now : { ...now, late: null };
}
