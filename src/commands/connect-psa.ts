import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { PsaIdentity } from "../connectors/port.ts";
import { type Database, inFirmWrite, type Tx } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { findConnectionStatus, noteAnswer } from "../data/queries/connections.ts";
import { connection, portal } from "../data/schema/tables.ts";
import { accountIdOf, type PsaConnection } from "../domain/psa-connection.ts";
import type { Envelope } from "../lib/envelope.ts";
import { storePending } from "./propose-psa.ts";

/** What was tried before it is stored: the token, sealed for the connection of this id, and whose it is in the PSA's words. */
export type Verified = { id: string; credential: Envelope | null; identity: PsaIdentity };

/** Connects the firm's PSA, in place of the one that was connected before. */
export async function connectPsa(db: Database, doer: Doer, psa: PsaConnection): Promise<void> {
  await inFirmWrite(db, doer.firmId, (tx) => replaceConnection(tx, doer, psa, { id: randomUUID(), credential: null }));
}

/**
 * `paused`: how many portals were. `pending`: portals read from another one, and a switch is to be reviewed. `taken`: they
 * read from this very one.
 */
export type VendorConnected = { kind: "connected"; paused: number } | { kind: "pending" } | { kind: "taken" };

/**
 * Connects a vendor for a firm that has no connection or has ended it; beside one that is in use it is stored as pending. Where
 * another source was read before, a company of the new one may have the id of an earlier one, so the open portals are paused
 * until somebody has looked at each.
 */
export async function connectVendor(
  db: Database,
  doer: Doer,
  psa: PsaConnection,
  { identity, ...sealed }: Verified,
): Promise<VendorConnected> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    const former = await findConnectionStatus(tx);
    if (former?.isLive && isSameSource(former, psa)) return { kind: "taken" };
    if (former?.isLive) {
      await storePending(tx, doer, psa, sealed);
      return { kind: "pending" };
    }
    await replaceConnection(tx, doer, psa, sealed);
    await noteAnswer(tx, doer, sealed.id, identity);
    return { kind: "connected", paused: former && !isSameSource(former, psa) ? await pausePortals(tx, doer) : 0 };
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
  return one.kind === other.kind && accountIdOf(one) === accountIdOf(other);
}

async function pausePortals(tx: Tx, doer: Doer): Promise<number> {
  const open = eq(portal.state, "open");
  const paused = await tx.update(portal).set({ state: "paused" }).where(open).returning({ id: portal.id });
  for (const { id } of paused) await insertAudit(tx, doer, "portal.pause", { portal: id });
  return paused.length;
}
