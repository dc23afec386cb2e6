// How the reading of a connection goes, and who can be asked for to see whether it still shows everything.
import { and, desc, eq, gt, isNull, notExists, sql } from "drizzle-orm";
import type { Found } from "../../access/connection-health.ts";
import type { Canary, LargeClient } from "../../domain/connection-health.ts";
import type { Email } from "../../domain/email.ts";
import type { Portal } from "../../domain/firm.ts";
import type { Database, Tx } from "../database.ts";
import { emailAlias } from "../schema/rescue-tables.ts";
import { connection, connectionHealth, decision, portal } from "../schema/tables.ts";
import { listPortalsOfCompanies } from "./portals.ts";

export type ConnectionHealth = Omit<typeof connectionHealth.$inferSelect, "firmId" | "connectionId">;

/** How the connection that the firm's portals read from is; null before its first check, or without one. */
export async function findHealth(tx: Tx): Promise<ConnectionHealth | null> {
  const isOfLive = and(
    eq(connection.firmId, connectionHealth.firmId),
    eq(connection.id, connectionHealth.connectionId),
    eq(connection.state, "live"),
  );
  const [row] = await tx.select({ health: connectionHealth }).from(connectionHealth).innerJoin(connection, isOfLive);
  return row?.health ?? null;
}

/** The portal of the client whose projects this is about; null where it is about nobody's alone, or there is none. */
export async function findTroubledPortal(
  tx: Tx,
  { source, findings }: Pick<ConnectionHealth, "source" | "findings">,
): Promise<Portal | null> {
  const companyId = source === "page.projects" ? findings.projects?.companyId : undefined;
  return companyId === undefined ? null : ((await listPortalsOfCompanies(tx, [companyId]))[0] ?? null);
}

export type NamedLargeClient = LargeClient & { companyName: string };

/** Of these clients those that have a portal, by their names. */
export async function nameLargeClients(tx: Tx, clients: readonly LargeClient[]): Promise<NamedLargeClient[]> {
  const portals = await listPortalsOfCompanies(
    tx,
    clients.map(({ companyId }) => companyId),
  );
  const partsOf = new Map(clients.map(({ companyId, parts }) => [companyId, parts]));
  return portals.map(({ companyId, companyName }) => ({ companyId, companyName, parts: partsOf.get(companyId) ?? [] }));
}

/** The row of this connection, locked until the transaction ends; null before its first check. */
export async function lockHealth(tx: Tx, connectionId: string): Promise<ConnectionHealth | null> {
  const [row] = await tx
    .select()
    .from(connectionHealth)
    .where(eq(connectionHealth.connectionId, connectionId))
    .for("update");
  return row ?? null;
}

/** What stands of every connection in use, of whichever firm, of which something stands. */
export async function unscopedListUnwell(db: Database): Promise<(Found & { id: string })[]> {
  const { rows } = await db.orm.execute<Found & { id: string }>(
    sql`select id, findings, "largeClients" from prolens_unwell_connections()`,
  );
  return rows;
}

/**
 * Who got in since then, one for each company, the newest first. Whoever got in by the firm's approval is left out: the PSA
 * knows no contact of that email.
 */
export async function listLatelySeen(tx: Tx, { since, limit }: { since: Date; limit: number }): Promise<Canary[]> {
  const isApproved = tx
    .select({ one: sql`1` })
    .from(emailAlias)
    .where(and(eq(emailAlias.email, decision.email), isNull(emailAlias.revokedAt)));
  const latest = tx
    .selectDistinctOn([decision.portalId], { email: decision.email, companyId: portal.companyId, at: decision.at })
    .from(decision)
    .innerJoin(portal, and(eq(portal.firmId, decision.firmId), eq(portal.id, decision.portalId)))
    .where(and(gt(decision.at, since), sql`source = 'visit' and outcome = 'granted'`, notExists(isApproved)))
    .orderBy(decision.portalId, desc(decision.at))
    .as("latest");
  const rows = await tx.select().from(latest).orderBy(desc(latest.at)).limit(limit);
  return rows.flatMap(({ email, companyId }) => (email ? [{ email: email as Email, companyId }] : []));
}
