import type { CheckedAccess } from "../access/check-access.ts";
import type { Door } from "../data/queries/read-door.ts";
import type { FirmId } from "../domain/ids.ts";
import { countsCalls } from "../domain/psa-connection.ts";
import type { AppContext } from "../http/env.ts";
import { loadedTooOften } from "../http/errors.ts";
import { openReading } from "../psa/open-reading.ts";
import { firmOf } from "./frame.ts";
import type { PortalServices } from "./services.ts";

/**
 * This load's view of the firm's PSA. Anybody with a mailbox can sign in and load closed doors for ever, and must not use up
 * the calls that the vendor takes from the firm: whoever was refused too often rejects with `loadedTooOften`.
 */
export async function openLiveReading(c: AppContext, { psa, limits }: PortalServices, door: Door) {
  const firm = firmOf(c);
  if (door.session && countsCalls(door.connection?.kind ?? null)) {
    const waitMs = await limits.waitFor("live_refusals_of_person", keyOf(firm.id, door.session.email));
    if (waitMs > 0) {
      c.header("Retry-After", String(Math.ceil(waitMs / 1_000)));
      throw loadedTooOften();
    }
  }
  return openReading(psa.gatewayFor(firm.id, door.connection), c.req.raw.signal);
}

/** Counts a load that the PSA was asked for and that was refused. No answer of the PSA is nobody's refusal. */
export async function countRefusal({ limits }: Pick<PortalServices, "limits">, checked: CheckedAccess): Promise<void> {
  const { decision, facts } = checked;
  if (decision.outcome !== "refused" || facts.people.kind !== "read" || !countsCalls(facts.psaKind)) return;
  await limits.take("live_refusals_of_person", keyOf(decision.firm.id, decision.email));
}

function keyOf(firmId: FirmId, email: string | null): string {
  return `${firmId} ${email}`;
}
