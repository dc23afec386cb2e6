import { asc } from "drizzle-orm";
import type { Tx } from "../database.ts";
import { contactLimit } from "../schema/rescue-tables.ts";

export type StoredLimit = typeof contactLimit.$inferSelect;

/** Every limit in force, by the contact's name. */
export function listLimits(tx: Tx): Promise<StoredLimit[]> {
  return tx.select().from(contactLimit).orderBy(asc(contactLimit.contactName), asc(contactLimit.contactId));
}
