import { eq } from "drizzle-orm";
import type { Email } from "../../domain/email.ts";
import type { Tx } from "../database.ts";
import { firm } from "../schema/columns.ts";
import { teamUser } from "../schema/tables.ts";

type TeamRow = typeof teamUser.$inferSelect;

/** Everybody of the firm's team, by email. */
export async function listTeam(tx: Tx): Promise<TeamRow[]> {
  return tx.select().from(teamUser).orderBy(teamUser.email);
}

/** Whom the firm's own troubles concern. */
export async function listAdmins(tx: Tx): Promise<Email[]> {
  const rows = await tx
    .select({ email: teamUser.email })
    .from(teamUser)
    .where(eq(teamUser.role, "admin"))
    .orderBy(teamUser.email);
  return rows.map(({ email }) => email);
}

/** The one of the team who signs in with this email, or null. */
export async function findTeamUser(tx: Tx, email: Email): Promise<TeamRow | null> {
  const [row] = await tx.select().from(teamUser).where(eq(teamUser.email, email));
  return row ?? null;
}

/** The one of the team with this id, or null. */
export async function findTeamUserById(tx: Tx, id: string): Promise<TeamRow | null> {
  const [row] = await tx.select().from(teamUser).where(eq(teamUser.id, id));
  return row ?? null;
}

/** Whether the team would have no admin without this one. */
export async function isOnlyAdmin(tx: Tx, email: Email): Promise<boolean> {
  const admins = await listAdmins(tx);
  return admins.length === 1 && admins[0] === email;
}

/** Lets one transaction at a time change who is in this firm's team, so that two changes never take the last admins away. */
export async function lockTeam(tx: Tx): Promise<void> {
  await tx.select({ id: firm.id }).from(firm).for("no key update");
}
