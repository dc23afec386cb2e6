import { inFirmRead } from "../../data/database.ts";
import { findConnection } from "../../data/queries/connections.ts";
import { type PreflightRun, runPreflight } from "../../diagnosis/run-preflight.ts";
import type { AtWork } from "../enter.tsx";
import type { OfficeServices } from "../services.ts";

/** Everybody at all portals, or at one, as the PSA is now. */
export async function loadPreflight(
  { db, psa }: OfficeServices,
  { firm, now }: AtWork,
  slug: string | null,
): Promise<PreflightRun> {
  const connection = await inFirmRead(db, firm.id, findConnection);
  return runPreflight({ db, now, firm, gateway: psa.gatewayFor(firm.id, connection) }, slug);
}
