import type { Directory } from "../../connectors/port.ts";
import { inFirmRead } from "../../data/database.ts";
import { findConnection } from "../../data/queries/connections.ts";
import { readContentSettings } from "../../data/queries/content-settings.ts";
import { readLastVisits } from "../../data/queries/portals.ts";
import type { Firm } from "../../domain/firm.ts";
import type { CompanyId } from "../../domain/ids.ts";
import { listedDirectory } from "../../psa/read-directory.ts";
import type { OfficeServices } from "../services.ts";

/** The register: our portals, and the companies and contacts of the PSA as they are now (or as they were last read, or why they cannot be read). */
export async function loadPortals({ db, psa }: OfficeServices, firm: Firm) {
  const { settings, lastVisits, connection } = await inFirmRead(db, firm.id, async (tx) => ({
    settings: await readContentSettings(tx),
    lastVisits: await readLastVisits(tx),
    connection: await findConnection(tx),
  }));
  const reading = await listedDirectory(psa.gatewayFor(firm.id, connection));
  return { settings, lastVisits, reading };
}

/** How many people could sign in for each company: active contacts that carry a usable email. */
export function countContacts({ contacts }: Directory): Map<CompanyId, number> {
  const counts = new Map<CompanyId, number>();
  for (const contact of contacts) {
    if (contact.isArchived || contact.emails.length === 0) continue;
    for (const id of contact.companyIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
