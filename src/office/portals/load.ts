import type { Directory, Reading } from "../../connectors/port.ts";
import { inFirmRead } from "../../data/database.ts";
import { findConnection } from "../../data/queries/connections.ts";
import { readContentSettings } from "../../data/queries/content-settings.ts";
import { readLastVisits } from "../../data/queries/portals.ts";
import type { Firm } from "../../domain/firm.ts";
import type { CompanyId, PortalId } from "../../domain/ids.ts";
import { listedDirectory, readDirectory } from "../../psa/read-directory.ts";
import type { OfficeServices } from "../services.ts";
import type { Entry } from "./choose-rows.ts";
import type { RowFacts } from "./present-row.ts";

type Services = Pick<OfficeServices, "db" | "psa">;

/** The register: our portals, and the companies and contacts of the PSA as they are now (or as they were last read, or why they cannot be read). */
export async function loadPortals({ db, psa }: Services, firm: Firm) {
  const { settings, connection } = await inFirmRead(db, firm.id, async (tx) => ({
    settings: await readContentSettings(tx),
    connection: await findConnection(tx),
  }));
  const reading = await listedDirectory(psa.gatewayFor(firm.id, connection));
  return { settings, reading };
}

/** The companies as they are now, for whatever is made from them; or why they are not to be had while a page waits. */
export async function readCompaniesNow({ db, psa }: Services, firm: Firm) {
  const connection = await inFirmRead(db, firm.id, findConnection);
  return readDirectory(psa.gatewayFor(firm.id, connection));
}

/** What is said of these rows beyond their names. `reading` null: nobody knows who can sign in. */
export async function loadRowFacts(
  { db }: Pick<Services, "db">,
  firm: Firm,
  { entries, reading }: { entries: Entry[]; reading: Reading<Directory> | null },
): Promise<RowFacts> {
  const portals = entries.flatMap(({ portal }) => portal?.id ?? []);
  return {
    contactCounts:
      reading && countContacts(reading.value, new Set(entries.flatMap(({ company }) => company?.id ?? []))),
    lastVisits:
      portals.length === 0
        ? new Map<PortalId, Date>()
        : await inFirmRead(db, firm.id, (tx) => readLastVisits(tx, portals)),
  };
}

/** How many people could sign in for each of these companies: active contacts that carry a usable email. */
function countContacts({ contacts }: Directory, of: ReadonlySet<CompanyId>): Map<CompanyId, number> {
  const counts = new Map<CompanyId, number>();
  for (const contact of contacts) {
    if (contact.isArchived || contact.emails.length === 0) continue;
    for (const id of contact.companyIds) if (of.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
