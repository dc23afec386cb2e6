import { inFirmRead } from "../../../data/database.ts";
import { findConnection } from "../../../data/queries/connections.ts";
import { listLimits, type StoredLimit } from "../../../data/queries/limits.ts";
import { listPortals } from "../../../data/queries/portals.ts";
import type { Contact } from "../../../domain/contact.ts";
import type { Firm, Portal } from "../../../domain/firm.ts";
import type { ContactId } from "../../../domain/ids.ts";
import { readDirectory } from "../../../psa/read-directory.ts";
import type { OfficeServices } from "../../services.ts";

export type LimitsLoad = {
  limits: StoredLimit[];
  portals: Portal[];
  /** The contacts as they are now; null when the PSA does not answer. */
  contacts: ReadonlyMap<ContactId, Contact> | null;
};

export async function loadLimits({ db, psa }: OfficeServices, firm: Firm): Promise<LimitsLoad> {
  const { limits, portals, connection } = await inFirmRead(db, firm.id, async (tx) => ({
    limits: await listLimits(tx),
    portals: await listPortals(tx),
    connection: await findConnection(tx),
  }));
  const reading = await readDirectory(psa.gatewayFor(firm.id, connection));
  const contacts = "kind" in reading ? null : new Map(reading.value.contacts.map((contact) => [contact.id, contact]));
  return { limits, portals, contacts };
}
