import type { Finding } from "../decision.ts";
import type { Facts } from "../facts.ts";
import { fail, pass } from "./finding.ts";

/**
 * Passes when a verified email is signed in on this host, or when the firm asks on behalf of one. For the firm, what lately
 * stood between this person and a sign-in is noted.
 */
export function checkIdentity({ identity, context }: Facts): Finding {
  if (identity.kind === "nobody") {
    const { contact } = identity;
    const about = contact && { names: [contact.name], unusable: contact.unusableEmails };
    return fail(identity.cause, { email: identity.claimed, ...about });
  }
  const evidence = { email: identity.email, proved: identity.kind === "signed_in" };
  if (identity.kind === "signed_in" && identity.isLinkForOther) return pass({ cause: "sess.wrong_account", evidence });
  const { mailTrouble, proofTrouble } = context ?? {};
  if (mailTrouble)
    return pass({
      cause: mailTrouble.cause,
      evidence: { ...evidence, words: mailTrouble.words },
      readAt: mailTrouble.at,
    });
  return proofTrouble ? pass({ cause: proofTrouble.cause, evidence, readAt: proofTrouble.at }) : pass({ evidence });
}
