import type { Decision } from "../../access/decision.ts";
import type { PortalId } from "../../domain/ids.ts";
import { networkOf } from "../../http/client-ip.ts";
import type { AppContext } from "../../http/env.ts";
import type { PortalServices } from "../services.ts";

/**
 * The reference of a refusal that is now on disk. Anybody with a mailbox can sign in and load closed doors for ever: whoever does
 * it very often gets pages without a reference, and fills no disk.
 */
export async function storeRefusal(
  c: AppContext,
  { limits, decisions }: Pick<PortalServices, "limits" | "decisions">,
  { decision, portalId }: { decision: Decision; portalId: PortalId | null },
): Promise<string | null> {
  const waitMs =
    (await limits.take("closed_pages_of_person", `${decision.firm.id} ${decision.email}`)) ||
    (await limits.take("closed_pages_from_network", networkOf(c.env.ip)));
  return waitMs > 0 ? null : (await decisions.store({ decision, source: "visit", portalId })).reference;
}
