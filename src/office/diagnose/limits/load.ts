import type { ContentSettings } from "../../../access/newly-exposed.ts";
import { inFirmRead } from "../../../data/database.ts";
import { findConnection } from "../../../data/queries/connections.ts";
import { readContentSettings } from "../../../data/queries/content-settings.ts";
import { listLimits, type StoredLimit } from "../../../data/queries/limits.ts";
import type { Contact } from "../../../domain/contact.ts";
import type { Firm } from "../../../domain/firm.ts";
import type { ContactId } from "../../../domain/ids.ts";
import { readDirectory } from "../../../psa/read-directory.ts";
import type { OfficeServices } from "../../services.ts";

export type LimitsLoad = {
  limits: StoredLimit[];
  /** What settles which fields the firm's portals show. */
  settings: ContentSettings;
  /** The contacts as they are now; null when the PSA does not answer. */
  contacts: ReadonlyMap<ContactId, Contact> | null;
};

/** Every limit, and the PSA's contacts by id to name them; `contacts` null where the PSA does not answer. */
export async function loadLimits({ db, psa }: OfficeServices, firm: Firm): Promise<LimitsLoad> {
  const { limits, settings, connection } = await inFirmRead(db, firm.id, async (tx) => ({
    limits: await listLimits(tx),
    settings: await readContentSettings(tx),
    connection: await findConnection(tx),
  }));
  const reading = await readDirectory(psa.gatewayFor(firm.id, connection));
  const contacts = "kind" in reading ? null : new Map(reading.value.contacts.map((contact) => [contact.id, contact]));
  return { limits, settings, contacts };
}
