import type { Proof } from "../data/queries/proofs.ts";
import { networkOf } from "../http/client-ip.ts";
import type { AppContext } from "../http/env.ts";
import { isUsedUp, tryCode } from "./prove-email.ts";
import { askCode, startAgain } from "./sign-in-answers.ts";
import type { SignInParts } from "./sign-in-parts.ts";

/** A code, typed or by a click on its link, in the browser that holds the proof: the way in, or the page that says why not. */
export async function tryInBrowser(
  c: AppContext,
  parts: SignInParts,
  { secret, proof, code }: { secret: string; proof: Proof; code: string },
): Promise<Response> {
  const { email, nextPath } = proof;
  const waitMs = await tryWait(c, parts, proof);
  if (waitMs > 0) return askCode(c, parts, proof, { kind: "wait", waitMs, what: "try" });
  const result = await tryCode(parts.proof(c), secret, code);
  switch (result.kind) {
    case "proved":
      parts.cookie.clear(c);
      return parts.onProved(c, result.email, result.nextPath);
    case "expired":
      return startAgain(c, parts, { cause: "proof.expired", claimed: email, nextPath });
    case "already_used":
      return startAgain(c, parts, { cause: "proof.already_used", claimed: email, nextPath });
    default:
      return askCode(c, parts, proof, result);
  }
}

/**
 * What one network may use up of a person's tries is bounded, or a stranger could keep them out for a whole day. A code that no
 * longer counts uses up none of them.
 */
async function tryWait(c: AppContext, { limits, door }: SignInParts, proof: Proof): Promise<number> {
  const network = networkOf(c.env.ip);
  const address = `${door(c).scope} ${proof.email}`;
  const fromNetwork = await limits.take("tries_from_network", network);
  if (fromNetwork > 0 || isUsedUp(proof)) return fromNetwork;
  const there = await limits.take("tries_for_email_from_network", `${network} ${address}`);
  return there || limits.take("tries_for_email", address);
}
