import type { DecisionJson } from "../../../access/decision-json.ts";
import type { Directory } from "../../../connectors/port.ts";
import { inFirmRead } from "../../../data/database.ts";
import { findConnection } from "../../../data/queries/connections.ts";
import { type KnownPerson, listKnownPeople, readDecisionBodies } from "../../../data/queries/people.ts";
import { findPortalAt, listPortals } from "../../../data/queries/portals.ts";
import type { Firm, Portal } from "../../../domain/firm.ts";
import type { Listed } from "../../../psa/patient-listing.ts";
import { listedDirectory } from "../../../psa/read-directory.ts";
import type { OfficeServices } from "../../services.ts";
import { doorAt } from "../door-asked.ts";
import { type FoundPeople, findPeople } from "./find-people.ts";

export type SearchLoad = {
  found: FoundPeople;
  /** The stored decisions behind the rows, for their reasons. */
  bodies: Map<string, DecisionJson>;
  reading: Listed<Directory>;
  portals: Portal[];
  /** A pasted address that is none of the firm's portals. */
  isForeignAddress: boolean;
};

const KEPT_MS = 90 * 86_400_000;

/** Everybody whom the PSA or our own storage knows, and of them the rows to show: one look into the directory. */
export async function loadPeople(services: OfficeServices, firm: Firm, query: string, now: Date): Promise<SearchLoad> {
  const { db, psa } = services;
  const door = await doorAt(services, firm, query);
  const slug = door?.kind === "slug" ? door.slug : null;
  const { known, portals, asked, connection } = await inFirmRead(db, firm.id, async (tx) => ({
    known: await listKnownPeople(tx, new Date(now.getTime() - KEPT_MS)),
    portals: await listPortals(tx),
    asked: slug === null ? null : await findPortalAt(tx, slug),
    connection: await findConnection(tx),
  }));
  const reading = await listedDirectory(psa.gatewayFor(firm.id, connection));
  const directory = "kind" in reading ? null : reading.value;
  const found = findPeople({ known, directory, portals, query: door === null ? query : "", portal: asked });
  const isForeignAddress = door !== null && door.kind !== "own" && asked === null;
  const rows = isForeignAddress ? { rows: [], count: 0 } : found;
  const bodies = await inFirmRead(db, firm.id, (tx) => readDecisionBodies(tx, knocksOf(rows)));
  return { found: rows, bodies, reading, portals, isForeignAddress };
}

function knocksOf({ rows }: FoundPeople): string[] {
  return rows.flatMap(({ known }: { known: KnownPerson | null }) => known?.knock?.id ?? []);
}
