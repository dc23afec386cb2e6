import { eq, ne } from "drizzle-orm";
import { type Database, inFirmWrite, type Tx } from "../data/database.ts";
import { type Doer, insertAudit } from "../data/queries/audit.ts";
import { changedAt } from "../data/queries/connections.ts";
import { isSameLinks, lockPsaLinks, type PsaLinks, readPsaLinks } from "../data/queries/psa-links.ts";
import { contactLimit, emailAlias, watchRun } from "../data/schema/rescue-tables.ts";
import { connection, portal } from "../data/schema/tables.ts";
import { companyToCome, type PsaSwitch } from "../domain/psa-switch.ts";
import { moveWriting } from "./move-writing.ts";

/** `changed`: our records are not what the switch was planned from any more, and nothing was done. */
export type PsaSwitched = { kind: "switched" } | { kind: "changed" };

/**
 * Lets the pending connection take over: every id of the old PSA becomes what was planned, and the old connection goes with its
 * token, all in one transaction. INVARIANT: a page load reads portal, limits and connection in one statement, so that it
 * sees the old PSA with the old ids or the new one with the new ids, and never a mixture.
 */
export async function switchPsa(
  db: Database,
  doer: Doer,
  { change, seen }: { change: PsaSwitch; seen: PsaLinks },
): Promise<PsaSwitched> {
  return inFirmWrite(db, doer.firmId, async (tx) => {
    await lockPsaLinks(tx);
    if (!isSameLinks(await readPsaLinks(tx), seen)) return { kind: "changed" };
    await linkPortals(tx, change);
    await carryAliases(tx, doer, change);
    await replaceLimits(tx, doer, change);
    await moveWriting(tx, change, null);
    await replaceConnection(tx, doer, change);
    await auditSwitch(tx, doer, { change, seen });
    return { kind: "switched" };
  });
}

/** In two steps: while they change one by one, two portals may not have one company. */
async function linkPortals(tx: Tx, { portals }: PsaSwitch): Promise<void> {
  for (const { portalId } of portals)
    await tx
      .update(portal)
      .set({ companyId: companyToCome(portalId) })
      .where(eq(portal.id, portalId));
  for (const { portalId, companyId, companyName } of portals)
    await tx.update(portal).set({ companyId, companyName }).where(eq(portal.id, portalId));
}

async function carryAliases(tx: Tx, { actor, now }: Doer, { aliases, endedAliasIds }: PsaSwitch): Promise<void> {
  for (const { id, ...contact } of aliases) await tx.update(emailAlias).set(contact).where(eq(emailAlias.id, id));
  for (const id of endedAliasIds)
    await tx.update(emailAlias).set({ revokedAt: now, revokedBy: actor }).where(eq(emailAlias.id, id));
}

async function replaceLimits(tx: Tx, { firmId }: Doer, { limits }: PsaSwitch): Promise<void> {
  await tx.delete(contactLimit);
  if (limits.length > 0) await tx.insert(contactLimit).values(limits.map((limit) => ({ ...limit, firmId })));
}

/** What the watch counted belongs to the old PSA: fewer contacts in the new one are no loss. */
async function replaceConnection(tx: Tx, { now }: Doer, { connectionId }: PsaSwitch): Promise<void> {
  await tx.delete(connection).where(ne(connection.state, "pending"));
  await tx
    .update(connection)
    .set({ state: "live", updatedAt: changedAt(now) })
    .where(eq(connection.id, connectionId));
  await tx.update(watchRun).set({ contacts: null, companies: null, contactsBefore: null });
}

async function auditSwitch(tx: Tx, doer: Doer, { change, seen }: { change: PsaSwitch; seen: PsaLinks }): Promise<void> {
  const { portals, endedAliasIds, limits } = change;
  const companyOf = new Map(seen.portals.map(({ id, companyId }) => [id, companyId]));
  for (const { portalId, companyId } of portals)
    await insertAudit(tx, doer, "portal.link", {
      portal: portalId,
      from: companyOf.get(portalId) ?? null,
      to: companyId,
    });
  for (const { id, email, contactId, contactEmail } of seen.aliases.filter((one) => endedAliasIds.includes(one.id)))
    await insertAudit(tx, doer, "alias.revoke", { alias: id, email, contact: contactId, contactEmail });
  await insertAudit(tx, doer, "connection.switch", {
    from: seen.current?.kind ?? null,
    to: seen.pending?.kind ?? null,
    portals: portals.length,
    limitsBefore: seen.limits.length,
    limits: limits.length,
  });
}
