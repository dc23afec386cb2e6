import type { PsaIdentity } from "../connectors/port.ts";
import { type Database, inFirmWrite, type Tx } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { findConnectionStatus, noteAnswer } from "../data/queries/connections.ts";
import { listPortals } from "../data/queries/portals.ts";
import { connection } from "../data/schema/tables.ts";
import { accountIdOf, type PsaConnection } from "../domain/psa-connection.ts";
import type { Envelope } from "../lib/envelope.ts";
import { nothingSealed, storePending } from "./propose-psa.ts";

/** What was tried before it is stored: the token, sealed for the connection of this id, and whose it is in the PSA's words. */
export type Verified = { id: string; credential: Envelope | null; identity: PsaIdentity };

/** Connects the firm's PSA, in place of the one that was connected before. */
export async function connectPsa(db: Database, doer: Doer, psa: PsaConnection): Promise<void> {
  await inFirmWrite(db, doer.firmId, (tx) => replaceConnection(tx, doer, psa, nothingSealed()));
}

/** `pending`: portals are linked to another source, and a switch is to be reviewed. `taken`: they read from this very one. */
export type Connected = { kind: "connected" | "pending" | "taken" };

/**
 * Connects a vendor for a firm that never had a connection, or has ended the one to this very account. Beside another source, in
 * use or disconnected, it is stored as pending: a company of the one may have the id of a company of the other.
 */
export async function connectVendor(
  db: Database,
  doer: Doer,
  psa: PsaConnection,
  { identity, ...sealed }: Verified,
): Promise<Connected> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const former = await findConnectionStatus(tx);
    if (former?.isLive && isSameSource(former, psa)) return { kind: "taken" };
    const isAnother = former !== null && !isSameSource(former, psa);
    await (isAnother ? storePending : replaceConnection)(tx, doer, psa, sealed);
    await noteAnswer(tx, doer, sealed.id, identity);
    return { kind: isAnother ? "pending" : "connected" };
  });
}

/**
 * Connects a folder that was read already. Where portals are linked to another source, it is stored as pending: a company of this
 * folder may have the id of a company there. `taken`: it is in use already, and nothing was changed.
 */
export async function connectFolder(db: Database, doer: Doer, folder: PsaConnection): Promise<Connected> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const former = await findConnectionStatus(tx);
    const isFormer = former !== null && isSameSource(former, folder);
    if (former?.isLive && isFormer) return { kind: "taken" };
    const isReviewed = former !== null && !isFormer && (await listPortals(tx)).length > 0;
    await (isReviewed ? storePending : replaceConnection)(tx, doer, folder, nothingSealed());
    return { kind: isReviewed ? "pending" : "connected" };
  });
}

type Sealed = Pick<Verified, "id" | "credential">;

async function replaceConnection(tx: Tx, doer: Doer, { kind, settings }: PsaConnection, sealed: Sealed): Promise<void> {
  const { firmId, now } = doer;
  await tx.delete(connection);
  await tx.insert(connection).values({ firmId, kind, settings, ...sealed, createdAt: now, updatedAt: now });
  await insertAudit(tx, doer, "connection.add", { kind });
}

function isSameSource(one: PsaConnection, other: PsaConnection): boolean {
  return sourceOf(one) === sourceOf(other);
}

function sourceOf(psa: PsaConnection): string {
  return `${psa.kind} ${psa.kind === "csv" ? psa.settings.dir : accountIdOf(psa)}`;
}
