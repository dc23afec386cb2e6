import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Database, inFirmWrite, type Tx } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { connection } from "../data/schema/tables.ts";
import type { PsaConnection } from "../domain/psa-connection.ts";
import type { Envelope } from "../lib/envelope.ts";

/** The token, sealed for the connection of this id; null where the kind needs none. */
export type Sealed = { id: string; credential: Envelope | null };

export const nothingSealed = (): Sealed => ({ id: randomUUID(), credential: null });

/** Stores a connection beside the firm's own, in place of the one that was pending: it counts only after its review. */
export async function proposePsa(db: Database, doer: Doer, psa: PsaConnection, sealed: Sealed): Promise<void> {
  await inFirmWrite(db, doer.firmId, (tx) => storePending(tx, doer, psa, sealed));
}

/** The same within a transaction. */
export async function storePending(tx: Tx, doer: Doer, psa: PsaConnection, sealed: Sealed): Promise<void> {
  const { firmId, now } = doer;
  const { kind, settings } = psa;
  await tx.delete(connection).where(eq(connection.state, "pending"));
  await tx
    .insert(connection)
    .values({ firmId, kind, settings, ...sealed, state: "pending", createdAt: now, updatedAt: now });
  await insertAudit(tx, doer, "connection.propose", { kind });
}
