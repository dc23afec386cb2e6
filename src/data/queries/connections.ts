import { eq } from "drizzle-orm";
import type { Tx } from "../database.ts";
import { connection } from "../schema/tables.ts";
import { type ConnectionRow, connectionColumns, toConnection } from "./read-door.ts";

/** The connection that the firm's portals read from, or null when none is set up or it was disconnected. */
export async function findConnection(tx: Tx): Promise<ConnectionRow | null> {
  const [row] = await tx.select(connectionColumns).from(connection).where(eq(connection.state, "live"));
  return toConnection(row ?? null);
}
