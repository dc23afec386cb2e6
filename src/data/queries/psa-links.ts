// Everything in our own records that names something in the PSA.
import { desc, sql } from "drizzle-orm";
import type { Portal } from "../../domain/firm.ts";
import type { CompanyId, PortalId, ProjectId } from "../../domain/ids.ts";
import type { Tx } from "../database.ts";
import { projectUpdate, pulseAnswer } from "../schema/content-tables.ts";
import { type ConnectionState, connection } from "../schema/tables.ts";
import { type AliasRow, listAliases } from "./aliases.ts";
import { listLimits, type StoredLimit } from "./limits.ts";
import { listPortals } from "./portals.ts";
import { type ConnectionRow, connectionColumns, toConnection } from "./read-door.ts";

/** `pending` null: no switch is under way. `current` null: nothing was connected before. */
export type PsaLinks = {
  current: (ConnectionRow & { state: ConnectionState }) | null;
  pending: ConnectionRow | null;
  portals: Portal[];
  /** The approvals in force. */
  aliases: AliasRow[];
  limits: StoredLimit[];
  /** Each project that an update was written about, by the name that it had then. */
  updates: { companyId: CompanyId; projectId: ProjectId; projectName: string }[];
  /** Each project that a client answered about. */
  answers: { portalId: PortalId; projectId: ProjectId; projectName: string }[];
};

/** Reads them all; what is the same is read in the same order. */
export async function readPsaLinks(tx: Tx): Promise<PsaLinks> {
  const rows = await tx.select({ ...connectionColumns, state: connection.state }).from(connection);
  const currentRow = rows.find(({ state }) => state !== "pending");
  const current = toConnection(currentRow ?? null);
  return {
    current: current && currentRow ? { ...current, state: currentRow.state } : null,
    pending: toConnection(rows.find(({ state }) => state === "pending") ?? null),
    portals: await listPortals(tx),
    aliases: (await listAliases(tx)).filter(({ revokedAt }) => revokedAt === null),
    limits: await listLimits(tx),
    updates: await listUpdateProjects(tx),
    answers: await listAnswerProjects(tx),
  };
}

/** Whether nothing has changed between two readings. */
export function isSameLinks(one: PsaLinks, other: PsaLinks): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Until the transaction ends, nobody else settles anything about people or portals, or changes a connection. */
export async function lockPsaLinks(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table connection, portal, email_alias, contact_limit in share row exclusive mode`);
}

function listUpdateProjects(tx: Tx): Promise<PsaLinks["updates"]> {
  const { companyId, projectId, projectName, createdAt, id } = projectUpdate;
  return tx
    .selectDistinctOn([companyId, projectId], { companyId, projectId, projectName })
    .from(projectUpdate)
    .orderBy(companyId, projectId, desc(createdAt), id);
}

function listAnswerProjects(tx: Tx): Promise<PsaLinks["answers"]> {
  const { portalId, projectId, projectName, at, id } = pulseAnswer;
  return tx
    .selectDistinctOn([portalId, projectId], { portalId, projectId, projectName })
    .from(pulseAnswer)
    .orderBy(portalId, projectId, desc(at), id);
}
