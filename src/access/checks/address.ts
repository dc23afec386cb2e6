import type { Finding } from "../decision.ts";
import type { Facts } from "../facts.ts";
import { fail, pass, skipped } from "./finding.ts";

/** Passes when a portal stands at the asked address and is open. A retired address leads on, so it passes with a note. */
export function checkAddress({ address, askedSlug }: Facts): Finding {
  if (address.kind === "not_asked") return skipped;
  if (address.kind === "office") return fail("door.staff_url", { asked: askedSlug });
  if (address.kind === "nothing") return fail("door.unknown_url", { asked: askedSlug });
  const { portal, isRetired } = address;
  if (portal.state === "paused") return fail("door.paused", { current: portal.slug });
  return isRetired ? pass({ cause: "door.stale_link", evidence: { asked: askedSlug, current: portal.slug } }) : pass();
}
