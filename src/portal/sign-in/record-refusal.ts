import { decide } from "../../access/decide.ts";
import type { Facts } from "../../access/facts.ts";
import type { Firm } from "../../domain/firm.ts";
import { switchesAt } from "../../domain/visibility.ts";
import type { Refusal } from "../../identity/sign-in-parts.ts";
import type { PortalServices } from "../services.ts";

/** Longer than any address can be (domain/slug). */
const SLUG_KEPT_MAX = 64;

/**
 * Stores why a sign-in stopped and answers with its reference. Nothing is looked up for it: what stands at the address and
 * whether anybody knows the email must not show in what it costs.
 */
export async function recordRefusal(
  { decisions, clock }: Pick<PortalServices, "decisions" | "clock">,
  firm: Firm,
  { cause, claimed, nextPath }: Refusal,
): Promise<string | null> {
  const facts: Facts = {
    now: clock.now(),
    firm,
    psaKind: null,
    askedSlug: slugIn(nextPath),
    askedProjectId: null,
    address: { kind: "not_asked" },
    identity: { kind: "nobody", cause, claimed },
    rules: { alias: null, limits: [], ...switchesAt([], []), blocks: [], isTeamMember: false },
    people: { kind: "not_asked" },
    work: { kind: "not_asked" },
    context: null,
  };
  const { reference } = await decisions.store({ decision: decide(facts), source: "sign_in", portalId: null });
  return reference;
}

/** The address that the sign-in was to open, for the firm to see; none for the firm's start. */
function slugIn(nextPath: string): string {
  return (nextPath.split(/[/?]/)[1] ?? "").slice(0, SLUG_KEPT_MAX).toLowerCase();
}
