import type { Proof } from "../data/queries/proofs.ts";
import { networkOf } from "../http/client-ip.ts";
import type { AppContext } from "../http/env.ts";
import { tryCode } from "./prove-email.ts";
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

async function tryWait(c: AppContext, { limits, door }: SignInParts, { email }: Proof): Promise<number> {
  const fromNetwork = await limits.take("tries_from_network", networkOf(c.env.ip));
  return fromNetwork || limits.take("tries_for_email", `${door(c).scope} ${email}`);
}
