import { decide } from "../../access/decide.ts";
import type { Facts } from "../../access/facts.ts";
import type { Email } from "../../domain/email.ts";
import type { Firm } from "../../domain/firm.ts";
import { switchesAt } from "../../domain/visibility.ts";
import type { OfficeServices } from "../services.ts";

/** Paths may be as long as somebody likes; what is stored of them need not be. */
const ASKED_KEPT_MAX = 200;

type WrongDoor = { email: Email; path: string };

/**
 * Stores for the client's own firm that they stood at the office, so that Diagnose can say so, and answers with the reference.
 * The email is proved; who they are in the PSA is asked when the firm looks.
 */
export async function recordWrongDoor(
  { decisions, clock, origin }: Pick<OfficeServices, "decisions" | "clock" | "origin">,
  firm: Firm,
  { email, path }: WrongDoor,
): Promise<string | null> {
  const facts: Facts = {
    now: clock.now(),
    firm,
    psaKind: null,
    askedSlug: `${origin}${path}`.slice(0, ASKED_KEPT_MAX),
    askedProjectId: null,
    address: { kind: "office" },
    identity: { kind: "signed_in", email, isLinkForOther: false },
    rules: { alias: null, limits: [], ...switchesAt([], []), blocks: [], isTeamMember: false },
    people: { kind: "not_asked" },
    work: { kind: "not_asked" },
    context: null,
  };
  const { reference } = await decisions.store({ decision: decide(facts), source: "sign_in", portalId: null });
  return reference;
}
