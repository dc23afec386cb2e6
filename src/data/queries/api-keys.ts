import { and, desc, eq, isNull, lt, or } from "drizzle-orm";
import type { Firm } from "../../domain/firm.ts";
import type { Tx } from "../database.ts";
import { firm } from "../schema/columns.ts";
import { apiKey } from "../schema/rescue-tables.ts";

/** A key of the firm as it is listed: never the key itself. */
export type ApiKeyRow = Omit<typeof apiKey.$inferSelect, "firmId" | "keyHash">;

/** The key in force with this stored form, with its firm; null when the firm has none such or has revoked it. */
export async function findApiKey(
  tx: Tx,
  keyHash: string,
): Promise<{ id: string; lastUsedAt: Date | null; firm: Firm } | null> {
  const [row] = await tx
    .select({
      id: apiKey.id,
      lastUsedAt: apiKey.lastUsedAt,
      firm: { id: firm.id, slug: firm.slug, name: firm.name, contactEmail: firm.contactEmail },
    })
    .from(apiKey)
    .innerJoin(firm, eq(firm.id, apiKey.firmId))
    .where(and(eq(apiKey.keyHash, keyHash), isNull(apiKey.revokedAt)));
  return row ?? null;
}

/** Every key that the firm ever made, the newest first. */
export async function listApiKeys(tx: Tx): Promise<ApiKeyRow[]> {
  const { id, name, createdAt, createdBy, lastUsedAt, revokedAt } = apiKey;
  return tx.select({ id, name, createdAt, createdBy, lastUsedAt, revokedAt }).from(apiKey).orderBy(desc(createdAt), id);
}

/** Notes that a key is in use, unless that was noted after `notedBefore`. */
export async function noteApiKeyUse(tx: Tx, id: string, now: Date, notedBefore: Date): Promise<void> {
  await tx
    .update(apiKey)
    .set({ lastUsedAt: now })
    .where(and(eq(apiKey.id, id), or(isNull(apiKey.lastUsedAt), lt(apiKey.lastUsedAt, notedBefore))));
}
