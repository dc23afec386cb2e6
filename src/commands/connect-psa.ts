import { randomUUID } from "node:crypto";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { connection } from "../data/schema/tables.ts";
import type { PsaConnection } from "../domain/psa-connection.ts";

/** Connects the firm's PSA, in place of the one that was connected before. */
export async function connectPsa(db: Database, doer: Doer, { kind, settings }: PsaConnection): Promise<void> {
  const { firmId, now } = doer;
  const row = { firmId, id: randomUUID(), kind, settings, createdAt: now, updatedAt: now };
  await inFirmWrite(db, firmId, async (tx) => {
    await tx.delete(connection);
    await tx.insert(connection).values(row);
    await insertAudit(tx, doer, "connection.add", { kind });
  });
}
