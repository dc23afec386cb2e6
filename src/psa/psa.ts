import type { PsaTrouble } from "../access/facts.ts";
import type { Progress } from "../connectors/port.ts";
import type { FirmId } from "../domain/ids.ts";
import { markOf } from "../domain/psa-connection.ts";
import type { Connect, StoredConnection } from "./connect.ts";
import { type GatewayParts, PsaGateway } from "./gateway.ts";
import { sumOf } from "./listings.ts";
import { notConnected } from "./trouble.ts";
import { whileItStands } from "./while-it-stands.ts";

type OfConnection = "firmId" | "connectionId" | "connectionMark" | "connector" | "budget";
type PsaParts = Omit<GatewayParts, OfConnection> & {
  connect: Connect;
  /** The mark of this connection as it is stored now; null where it is gone or was disconnected. */
  findMark: (firmId: FirmId, connectionId: string) => Promise<string | null>;
};

/** One gateway per connection, kept as long as the connection is unchanged. */
export class Psa {
  readonly #parts: PsaParts;
  readonly #open = new Map<FirmId, PsaGateway>();
  /** To connections that wait beside it for their review. */
  readonly #beside = new Map<FirmId, PsaGateway>();

  constructor(parts: PsaParts) {
    this.#parts = parts;
  }

  /**
   * The gateway for a firm's connection; for a firm without one, the trouble that says so. What was read over a connection
   * that is gone or was changed is forgotten. A row that was read before the change opens nothing anew.
   */
  gatewayFor(firmId: FirmId, connection: StoredConnection | null): PsaGateway | PsaTrouble {
    const open = this.#open.get(firmId);
    if (open && connection && isStill(open, connection)) return open;
    // Who holds the row of before a change ends nothing that was read since then: what really ends is forgotten by name.
    if (open) this.#close(firmId, open, connection?.updatedAt ?? new Date(open.connectionMark));
    if (!connection) return notConnected;
    const gateway = this.#make(firmId, connection);
    this.#open.set(firmId, gateway);
    return gateway;
  }

  /** The gateway for a connection that is not the firm's own yet: the one that waits for its review. */
  gatewayBeside(firmId: FirmId, connection: StoredConnection): PsaGateway {
    const open = this.#beside.get(firmId);
    if (open?.isFor(connection.id, markOf(connection))) return open;
    this.endBeside(firmId);
    const gateway = this.#make(firmId, connection);
    this.#beside.set(firmId, gateway);
    return gateway;
  }

  /**
   * For a review that was agreed to: `live` is the connection that was `pending` in it. What the review listed is shown on, with its
   * age, until it is read anew. INVARIANT: nothing else goes along, and nothing is settled by it.
   */
  takeOver(firmId: FirmId, pending: StoredConnection, live: StoredConnection): void {
    const reviewed = this.#beside.get(firmId);
    const gateway = this.gatewayFor(firmId, live);
    if (live.id === pending.id && reviewed?.isFor(pending.id, markOf(pending)) && !("kind" in gateway))
      gateway.listings.showOn(reviewed.listings);
    this.endBeside(firmId);
  }

  /** For a review that is over, whatever came of it: nothing that was or is being read for it is kept. */
  endBeside(firmId: FirmId): void {
    this.#beside.get(firmId)?.close();
    this.#beside.delete(firmId);
  }

  /** How far the listings under way are, of all firms together; null where there is none that says so. */
  get progress(): Progress | null {
    return sumOf([...this.#open.values(), ...this.#beside.values()].flatMap(({ listings }) => listings.progress ?? []));
  }

  /** From now on no listing begins, and those under way are given up: whoever waits for one is told that nothing is connected. */
  stop(): void {
    for (const gateway of [...this.#open.values(), ...this.#beside.values()]) gateway.close();
  }

  /** For a connection that was ended: deletes what was read over it, on all nodes, and keeps nothing of what is being read. */
  async forget(firmId: FirmId, connectionId: string): Promise<void> {
    const open = this.#open.get(firmId);
    if (open?.connectionId === connectionId) this.#close(firmId, open, this.#now());
    await this.#parts.cache.forget(connectionId, this.#now());
  }

  #make(firmId: FirmId, connection: StoredConnection): PsaGateway {
    const { connect, ...parts } = this.#parts;
    const [connectionId, connectionMark] = [connection.id, markOf(connection)];
    const inBackground = whileItStands({
      look: () => this.#endIfGone(firmId, gateway),
      inBackground: parts.inBackground,
    });
    const about = { firmId, connectionId, connectionMark, inBackground };
    const gateway = new PsaGateway({ ...parts, ...about, ...connect(firmId, connection) });
    return gateway;
  }

  /** Gives up what is read behind pages over a connection that another node has ended, or whose token it has renewed. */
  async #endIfGone(firmId: FirmId, gateway: PsaGateway): Promise<void> {
    const mark = await this.#parts.findMark(firmId, gateway.connectionId);
    if (mark === gateway.connectionMark) return;
    if (this.#open.get(firmId) === gateway) this.#close(firmId, gateway, mark === null ? this.#now() : new Date(mark));
    else gateway.close();
  }

  #now(): Date {
    return this.#parts.clock.now();
  }

  /** `before`: when the state of the connection that it read over came to its end. */
  #close(firmId: FirmId, gateway: PsaGateway, before: Date): void {
    gateway.close();
    this.#open.delete(firmId);
    this.#parts.inBackground(() => this.#parts.cache.forget(gateway.connectionId, before));
  }
}

/** INVARIANT: a later state of a connection has a later mark. Whoever read the row before it changed takes nothing from the state since then. */
function isStill(open: PsaGateway, connection: StoredConnection): boolean {
  return open.connectionId === connection.id && open.connectionMark >= markOf(connection);
}
