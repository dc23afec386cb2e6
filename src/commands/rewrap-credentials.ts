import { eq } from "drizzle-orm";
import { type Database, inFirmWrite } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { changedAt, lockSealedConnections } from "../data/queries/connections.ts";
import { connection } from "../data/schema/tables.ts";
import type { FirmId } from "../domain/ids.ts";
import { type Envelope, EnvelopeFault, type KeyRing, keyIdOf, rewrapEnvelope } from "../lib/envelope.ts";

/** How many of a firm's credentials were wrapped anew, were so already, or open with none of the keys. */
export type Rewrapped = { done: number; already: number; lost: number };

type Rewrap = { keys: KeyRing; placeOf: (firmId: FirmId, connectionId: string) => readonly string[] };

/** Wraps every credential of a firm with the current master key. Nothing else about them changes, and reading goes on meanwhile. */
export async function rewrapCredentials(db: Database, doer: Doer, { keys, placeOf }: Rewrap): Promise<Rewrapped> {
  const counts: Rewrapped = { done: 0, already: 0, lost: 0 };
  await inFirmWrite(db, doer.firmId, async (tx) => {
    for (const { id, kind, credential } of await lockSealedConnections(tx)) {
      const isAlready = credential?.keyId === keyIdOf(keys.current);
      const rewrapped = credential && !isAlready && tryRewrap(credential, placeOf(doer.firmId, id), keys);
      counts[isAlready ? "already" : rewrapped ? "done" : "lost"]++;
      if (!rewrapped) continue;
      // The moment changes as well, so that no running server goes on with the envelope of before.
      await tx
        .update(connection)
        .set({ credential: rewrapped, updatedAt: changedAt(doer.now) })
        .where(eq(connection.id, id));
      await insertAudit(tx, doer, "connection.rewrap", { kind });
    }
  });
  return counts;
}

/** Null where none of the keys opens it. */
function tryRewrap(credential: Envelope, place: readonly string[], keys: KeyRing): Envelope | null {
  try {
    return rewrapEnvelope(credential, place, keys);
  } catch (err) {
    if (!(err instanceof EnvelopeFault)) throw err;
    return null;
  }
}
