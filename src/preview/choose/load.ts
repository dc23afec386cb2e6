import { inFirmRead } from "../../data/database.ts";
import { findConnection } from "../../data/queries/connections.ts";
import { findPortal } from "../../data/queries/portals.ts";
import type { Contact } from "../../domain/contact.ts";
import type { Portal } from "../../domain/firm.ts";
import type { PortalId } from "../../domain/ids.ts";
import type { AtWork } from "../../office/enter.tsx";
import type { OfficeServices } from "../../office/services.ts";
import type { Listed } from "../../psa/patient-listing.ts";
import { listedDirectory } from "../../psa/read-directory.ts";

/** `contacts`: of the portal's company, as the PSA has them; null while it does not answer. `listed`: how old they are. */
export type ChooseLoad = { portal: Portal; contacts: Contact[] | null; listed: Listed<unknown> };

/** As whom a portal can be looked at. Null when the firm has no such portal. */
export async function loadChoose(
  { db, psa }: OfficeServices,
  { firm }: AtWork,
  portalId: PortalId,
): Promise<ChooseLoad | null> {
  const { portal, connection } = await inFirmRead(db, firm.id, async (tx) => ({
    portal: await findPortal(tx, portalId),
    connection: await findConnection(tx),
  }));
  if (!portal) return null;
  const listed = await listedDirectory(psa.gatewayFor(firm.id, connection));
  if ("kind" in listed) return { portal, contacts: null, listed };
  const contacts = listed.value.contacts.filter(({ companyIds }) => companyIds.includes(portal.companyId));
  return { portal, contacts, listed };
}
