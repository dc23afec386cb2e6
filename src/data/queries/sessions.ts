import { randomUUID } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import type { Email } from "../../domain/email.ts";
import type { FirmId } from "../../domain/ids.ts";
import type { Tx } from "../database.ts";
import { portalAccount, portalSession, type TeamRole, teamSession, teamUser } from "../schema/tables.ts";

export type NewSession = { firmId: FirmId; id: string; now: Date; expiresAt: Date };

/** Starts a session at the firm's portals. The first one for an email makes the account. */
export async function startPortalSession(tx: Tx, email: Email, session: NewSession): Promise<void> {
  const { firmId, id, now, expiresAt } = session;
  const [account] = await tx
    .insert(portalAccount)
    .values({ firmId, id: randomUUID(), email, createdAt: now })
    .onConflictDoUpdate({ target: [portalAccount.firmId, portalAccount.email], set: { email } })
    .returning({ id: portalAccount.id });
  if (account) await tx.insert(portalSession).values({ firmId, id, accountId: account.id, createdAt: now, expiresAt });
}

/** Who is signed in at the firm's portals with this session, or null. */
export async function findPortalSession(
  tx: Tx,
  id: string,
  now: Date,
): Promise<{ email: Email; expiresAt: Date } | null> {
  const [row] = await tx
    .select({ email: portalAccount.email, expiresAt: portalSession.expiresAt })
    .from(portalSession)
    .innerJoin(
      portalAccount,
      and(eq(portalAccount.firmId, portalSession.firmId), eq(portalAccount.id, portalSession.accountId)),
    )
    .where(and(eq(portalSession.id, id), gt(portalSession.expiresAt, now)));
  return row ?? null;
}

/** From now on it ends at this moment. Nothing happens where it is gone. */
export async function extendPortalSession(tx: Tx, id: string, expiresAt: Date): Promise<void> {
  await tx.update(portalSession).set({ expiresAt }).where(eq(portalSession.id, id));
}

/** Ends it at once; ending it twice changes nothing. */
export async function endPortalSession(tx: Tx, id: string): Promise<void> {
  await tx.delete(portalSession).where(eq(portalSession.id, id));
}

/** Starts a session at the office. False when this email is no longer in the firm's team. */
export async function startTeamSession(tx: Tx, email: Email, session: NewSession): Promise<boolean> {
  const { firmId, id, now, expiresAt } = session;
  const [user] = await tx
    .update(teamUser)
    .set({ lastSignedInAt: now })
    .where(eq(teamUser.email, email))
    .returning({ id: teamUser.id });
  if (user) await tx.insert(teamSession).values({ firmId, id, teamUserId: user.id, createdAt: now, expiresAt });
  return user !== undefined;
}

/** Who of the team is signed in with this session, or null. */
export async function findTeamSession(tx: Tx, id: string, now: Date): Promise<{ email: Email; role: TeamRole } | null> {
  const [row] = await tx
    .select({ email: teamUser.email, role: teamUser.role })
    .from(teamSession)
    .innerJoin(teamUser, and(eq(teamUser.firmId, teamSession.firmId), eq(teamUser.id, teamSession.teamUserId)))
    .where(and(eq(teamSession.id, id), gt(teamSession.expiresAt, now)));
  return row ?? null;
}

/** Ends it at once; ending it twice changes nothing. */
export async function endTeamSession(tx: Tx, id: string): Promise<void> {
  await tx.delete(teamSession).where(eq(teamSession.id, id));
}
