import type { PsaTrouble } from "../access/facts.ts";
import type { PsaConnector } from "../connectors/port.ts";
import type { FirmId } from "../domain/ids.ts";
import { type GatewayParts, PsaGateway } from "./gateway.ts";
import { notConnected } from "./trouble.ts";

/** What is stored about a connection, as far as a gateway needs it. */
type StoredConnection<Settings> = { id: string; updatedAt: Date } & Settings;

type PsaParts<Settings> = Omit<GatewayParts, "firmId" | "connectionId" | "connector"> & {
  makeConnector: (connection: StoredConnection<Settings>) => PsaConnector;
};

/** One gateway per connection, kept as long as the connection is unchanged. */
export class Psa<Settings> {
  readonly #parts: PsaParts<Settings>;
  readonly #open = new Map<FirmId, { mark: string; gateway: PsaGateway }>();

  constructor(parts: PsaParts<Settings>) {
    this.#parts = parts;
  }

  /** The gateway for a firm's connection; for a firm without one, the trouble that says so. */
  gatewayFor(firmId: FirmId, connection: StoredConnection<Settings> | null): PsaGateway | PsaTrouble {
    if (!connection) return notConnected;
    const mark = `${connection.id} ${connection.updatedAt.toISOString()}`;
    const open = this.#open.get(firmId);
    if (open?.mark === mark) return open.gateway;
    const { makeConnector, ...parts } = this.#parts;
    const gateway = new PsaGateway({
      ...parts,
      firmId,
      connectionId: connection.id,
      connector: makeConnector(connection),
    });
    this.#open.set(firmId, { mark, gateway });
    return gateway;
  }
}
