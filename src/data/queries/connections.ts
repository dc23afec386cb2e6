import type { Tx } from "../database.ts";
import { connection } from "../schema/tables.ts";
import type { ConnectionRow } from "./read-door.ts";

/** The firm's PSA connection, or null when none is set up. */
export async function findConnection(tx: Tx): Promise<ConnectionRow | null> {
  const [row] = await tx
    .select({
      id: connection.id,
      kind: connection.kind,
      settings: connection.settings,
      updatedAt: connection.updatedAt,
    })
    .from(connection);
  return row ?? null;
}
