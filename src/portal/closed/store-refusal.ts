import type { Decision } from "../../access/decision.ts";
import { inFirmRead } from "../../data/database.ts";
import { findSameRefusal } from "../../data/queries/decisions.ts";
import type { PortalId } from "../../domain/ids.ts";
import { networkOf } from "../../http/client-ip.ts";
import type { AppContext } from "../../http/env.ts";
import type { PortalServices } from "../services.ts";

/** As long as the allowances of closed pages last. */
const SAME_FOR_MS = 15 * 60_000;

/**
 * The reference of a refusal that is on disk. Anybody with a mailbox can sign in and load closed doors for ever, and must not
 * fill the disk: beyond an allowance nothing more is stored, and the page carries the reference of the same refusal before it.
 */
export async function storeRefusal(
  c: AppContext,
  { db, limits, decisions }: Pick<PortalServices, "db" | "limits" | "decisions">,
  { decision, portalId }: { decision: Decision; portalId: PortalId | null },
): Promise<string | null> {
  const waitMs =
    (await limits.take("closed_pages_of_person", `${decision.firm.id} ${decision.email}`)) ||
    (await limits.take("closed_pages_from_network", networkOf(c.env.ip)));
  if (waitMs === 0) return (await decisions.store({ decision, source: "visit", portalId })).reference;
  const { at, cause, firm, portal } = decision;
  const same = { email: decision.email ?? "", asked: portal.slug, cause, since: new Date(at.getTime() - SAME_FOR_MS) };
  return inFirmRead(db, firm.id, (tx) => findSameRefusal(tx, same));
}
