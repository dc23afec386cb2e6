import { eq } from "drizzle-orm";
import type { Email } from "../../domain/email.ts";
import type { Tx } from "../database.ts";
import { teamUser } from "../schema/tables.ts";

/** Whom the firm's own troubles concern. */
export async function listAdmins(tx: Tx): Promise<Email[]> {
  const rows = await tx
    .select({ email: teamUser.email })
    .from(teamUser)
    .where(eq(teamUser.role, "admin"))
    .orderBy(teamUser.email);
  return rows.map(({ email }) => email);
}
