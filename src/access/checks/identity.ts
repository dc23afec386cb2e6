import type { Finding } from "../decision.ts";
import type { Facts } from "../facts.ts";
import { fail, pass } from "./finding.ts";

/** Passes when a verified email is signed in on this host, or when the firm asks on behalf of one. */
export function checkIdentity({ identity }: Facts): Finding {
  if (identity.kind === "nobody") return fail(identity.cause);
  return pass({ evidence: { email: identity.email, proved: identity.kind === "signed_in" } });
}
