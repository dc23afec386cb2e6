import { and, desc, eq, isNull } from "drizzle-orm";
import type { Email } from "../../domain/email.ts";
import type { Tx } from "../database.ts";
import { emailAlias } from "../schema/rescue-tables.ts";

export type AliasRow = typeof emailAlias.$inferSelect;

/** Every approved address of the firm: those in force first, then the revoked ones, the newest of each first. */
export async function listAliases(tx: Tx): Promise<AliasRow[]> {
  const rows = await tx.select().from(emailAlias).orderBy(desc(emailAlias.createdAt), emailAlias.id);
  return [...rows.filter(({ revokedAt }) => revokedAt === null), ...rows.filter(({ revokedAt }) => revokedAt !== null)];
}

/** The approval in force for this email, or null. */
export async function findAliasInForce(tx: Tx, email: Email): Promise<AliasRow | null> {
  const [row] = await tx
    .select()
    .from(emailAlias)
    .where(and(eq(emailAlias.email, email), isNull(emailAlias.revokedAt)));
  return row ?? null;
}
