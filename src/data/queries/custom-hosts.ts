import { sql } from "drizzle-orm";
import type { Firm } from "../../domain/firm.ts";
import type { Database, Tx } from "../database.ts";
import { type CustomHostState, customHost } from "../schema/rescue-tables.ts";

/** A firm's own host for its portals. */
export type CustomHost = { host: string; state: CustomHostState };

/** The firm of this transaction has it, or has none: null. */
export async function findCustomHost(tx: Tx): Promise<CustomHost | null> {
  const [row] = await tx.select({ host: customHost.host, state: customHost.state }).from(customHost);
  return row ?? null;
}

/** Whose host this is and whether it is in use yet, or null. Asked before a firm is known (migration 0003). */
export async function unscopedFindFirmByHost(
  db: Database,
  host: string,
): Promise<{ firm: Firm; state: CustomHostState } | null> {
  const { rows } = await db.orm.execute<Firm & { state: CustomHostState }>(
    sql`select id, slug, name, "contactEmail", state from prolens_firm_by_host(${host})`,
  );
  const [row] = rows;
  if (!row) return null;
  const { state, ...firm } = row;
  return { firm, state };
}
