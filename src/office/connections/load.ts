import { inFirmRead } from "../../data/database.ts";
import { type ConnectionStatus, findConnectionStatus } from "../../data/queries/connections.ts";
import {
  type ConnectionHealth,
  findHealth,
  findTroubledPortal,
  type NamedLargeClient,
  nameLargeClients,
} from "../../data/queries/health.ts";
import type { Portal } from "../../domain/firm.ts";
import type { VendorKind } from "../../domain/psa-connection.ts";
import type { AtWork } from "../enter.tsx";
import type { OfficeServices } from "../services.ts";

export type HealthNow = { health: ConnectionHealth | null; portal: Portal | null; largeClients: NamedLargeClient[] };

/** A connection to a vendor. */
export type VendorStatus = ConnectionStatus & { kind: VendorKind };

/** How the reading of it goes, null before the first check; whose projects that is about; and of which clients there is too much to be read. */
export function loadHealth({ db }: OfficeServices, { firm }: AtWork): Promise<HealthNow> {
  return inFirmRead(db, firm.id, async (tx) => {
    const health = await findHealth(tx);
    const portal = health && (await findTroubledPortal(tx, health));
    return { health, portal, largeClients: await nameLargeClients(tx, health?.largeClients ?? []) };
  });
}

/** How many calls the vendor's present window takes by now; null where none are counted. */
export async function countCallsLeft({ psa }: OfficeServices, { firm }: AtWork, connection: ConnectionStatus) {
  const gateway = connection.isLive ? psa.gatewayFor(firm.id, connection) : null;
  return gateway && !("kind" in gateway) ? ((await gateway.budget?.left()) ?? null) : null;
}

/** What the firm has connected, or had connected. */
export function loadConnection({ db }: OfficeServices, { firm }: AtWork): Promise<ConnectionStatus | null> {
  return inFirmRead(db, firm.id, findConnectionStatus);
}

/** Whether it is read with a token; a folder of files is not. */
export function isOfVendor(connection: ConnectionStatus): connection is VendorStatus {
  return connection.kind !== "csv";
}
