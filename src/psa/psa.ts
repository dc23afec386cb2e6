import type { PsaTrouble } from "../access/facts.ts";
import type { FirmId } from "../domain/ids.ts";
import type { Connect, StoredConnection } from "./connect.ts";
import { type GatewayParts, PsaGateway } from "./gateway.ts";
import { notConnected } from "./trouble.ts";

type PsaParts = Omit<GatewayParts, "firmId" | "connectionId" | "connector"> & { connect: Connect };

/** One gateway per connection, kept as long as the connection is unchanged. */
export class Psa {
  readonly #parts: PsaParts;
  readonly #open = new Map<FirmId, { mark: string; gateway: PsaGateway }>();

  constructor(parts: PsaParts) {
    this.#parts = parts;
  }

  /** The gateway for a firm's connection; for a firm without one, the trouble that says so. */
  gatewayFor(firmId: FirmId, connection: StoredConnection | null): PsaGateway | PsaTrouble {
    if (!connection) return notConnected;
    const mark = `${connection.id} ${connection.updatedAt.toISOString()}`;
    const open = this.#open.get(firmId);
    if (open?.mark === mark) return open.gateway;
    const { connect, ...parts } = this.#parts;
    const { connector } = connect(firmId, connection);
    const gateway = new PsaGateway({ ...parts, firmId, connectionId: connection.id, connector });
    this.#open.set(firmId, { mark, gateway });
    return gateway;
  }
}
