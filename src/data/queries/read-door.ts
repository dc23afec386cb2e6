import { and, eq, gt } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Email } from "../../domain/email.ts";
import type { Portal } from "../../domain/firm.ts";
import type { FirmId } from "../../domain/ids.ts";
import type { Tx } from "../database.ts";
import {
  type ConnectionKind,
  type ConnectionSettings,
  connection,
  firm,
  portal,
  portalAccount,
  portalAddress,
  portalSession,
} from "../schema/tables.ts";

export type ConnectionRow = { id: string; kind: ConnectionKind; settings: ConnectionSettings; updatedAt: Date };

/** Everything our own storage knows about a request at a portal's address. */
export type Door = {
  found: { portal: Portal; isRetired: boolean } | null;
  session: { id: string; email: Email; expiresAt: Date } | null;
  connection: ConnectionRow | null;
};

type Asked = { firmId: FirmId; slug: string; sessionId: string | null; now: Date };

/** One statement for the hot path: the portal at this address, the session of this cookie, the firm's connection. */
export async function readDoor(tx: Tx, asked: Asked): Promise<Door> {
  const current = alias(portalAddress, "current_address");
  const [row] = await tx
    .select({
      portal,
      isCurrent: portalAddress.isCurrent,
      currentSlug: current.slug,
      session: { id: portalSession.id, expiresAt: portalSession.expiresAt },
      email: portalAccount.email,
      connection: {
        id: connection.id,
        kind: connection.kind,
        settings: connection.settings,
        updatedAt: connection.updatedAt,
      },
    })
    .from(firm)
    .leftJoin(portalAddress, and(eq(portalAddress.firmId, firm.id), eq(portalAddress.slug, asked.slug)))
    .leftJoin(portal, and(eq(portal.firmId, firm.id), eq(portal.id, portalAddress.portalId)))
    .leftJoin(current, and(eq(current.firmId, firm.id), eq(current.portalId, portal.id), eq(current.isCurrent, true)))
    .leftJoin(
      portalSession,
      and(
        eq(portalSession.firmId, firm.id),
        eq(portalSession.id, asked.sessionId ?? ""),
        gt(portalSession.expiresAt, asked.now),
      ),
    )
    .leftJoin(portalAccount, and(eq(portalAccount.firmId, firm.id), eq(portalAccount.id, portalSession.accountId)))
    .leftJoin(connection, eq(connection.firmId, firm.id))
    .where(eq(firm.id, asked.firmId));
  return {
    found:
      row?.portal && row.currentSlug !== null
        ? { portal: { ...row.portal, slug: row.currentSlug }, isRetired: row.isCurrent === false }
        : null,
    session: row?.session && row.email ? { ...row.session, email: row.email } : null,
    connection: row?.connection ?? null,
  };
}
