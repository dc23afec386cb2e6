// From a stored connection to the connector that reads it: its token opened, its calls counted.
import { PsaFault } from "../connectors/errors.ts";
import type { PsaConnector } from "../connectors/port.ts";
import { makeConnector, vendorBudgets } from "../connectors/registry.ts";
import type { FirmId } from "../domain/ids.ts";
import type { PsaConnection, VendorOrigins } from "../domain/psa-connection.ts";
import { vendorText } from "../domain/psa-texts/vendor-words.ts";
import type { Clock } from "../lib/clock.ts";
import { type Envelope, EnvelopeFault } from "../lib/envelope.ts";
import { invariant } from "../lib/invariant.ts";
import type { Vault } from "../lib/vault.ts";
import type { CallBudget, OpenCallBudget } from "./vendor-budget.ts";
import { makeSend } from "./vendor-calls.ts";

/** What is stored about a connection, as far as reading needs it. */
export type StoredConnection = PsaConnection & { id: string; credential: Envelope | null; updatedAt: Date };

export type ConnectParts = { clock: Clock; vault: Vault; origins: VendorOrigins; openBudget: OpenCallBudget };

/** `budget`: null where the source counts no calls. */
export type Connected = { connector: PsaConnector; budget: CallBudget | null };

export type Connect = (firmId: FirmId, connection: StoredConnection) => Connected;

/** Where a connection's token belongs, and nowhere else. */
export function credentialPlace(firmId: FirmId, connectionId: string): string[] {
  return ["connection", firmId, connectionId];
}

/** Makes connectors out of what is stored. The token is opened for each request anew, and kept nowhere. */
export function connectWith({ clock, vault, origins, openBudget }: ConnectParts): Connect {
  return (firmId, connection) => {
    const { id: connectionId, kind } = connection;
    if (kind === "csv") return { connector: makeConnector(connection, clock, noVendor), budget: null };
    const origin = origins[kind];
    const budget = openBudget({ budgets: vendorBudgets[kind], connectionId, host: new URL(origin).host });
    const token = () => openToken(vault, firmId, connection);
    const vendor = () => ({ clock, origin, send: makeSend(budget), token });
    return { connector: makeConnector(connection, clock, vendor), budget };
  };
}

/** The token of a connection to a vendor. Throws a PsaFault where no master key opens it, as the firm is to be told what is wrong. */
export function openToken(vault: Vault, firmId: FirmId, { id, credential }: StoredConnection): string {
  invariant(credential, "a connection to a vendor has a token");
  try {
    return vault.open(credential, credentialPlace(firmId, id));
  } catch (err) {
    if (!(err instanceof EnvelopeFault)) throw err;
    throw new PsaFault("token_sealed", vendorText("sealed"), { cause: err });
  }
}

function noVendor(): never {
  throw new Error("cannot happen: a folder of files is no vendor");
}
