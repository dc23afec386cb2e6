import type { Finding } from "../decision.ts";
import type { Facts } from "../facts.ts";
import { pass, skipped, unknown } from "./finding.ts";

/**
 * Passes when the firm's PSA answered. Records that it could not read, and a key that suddenly sees less, are noted; they
 * stop only whom they concern.
 */
export function checkConnection({ people, work, context }: Facts): Finding {
  if (people.kind === "not_asked") return skipped;
  const trouble = people.kind === "trouble" ? people : work.kind === "trouble" ? work : null;
  if (trouble) return unknown(trouble.cause, { detail: trouble.detail });
  const gaps = [people, work].flatMap((fact) => (fact.kind === "read" ? fact.gaps : []));
  const readAt = people.kind === "read" ? people.readAt : undefined;
  if (context?.seesLess)
    return pass({ cause: "psa.token_sees_less", evidence: { ...context.seesLess }, ...(readAt && { readAt }) });
  return pass({
    ...(gaps.length > 0 && { cause: "psa.partial" as const, evidence: { gaps } }),
    ...(readAt && { readAt }),
  });
}
