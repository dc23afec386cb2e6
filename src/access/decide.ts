import { checkAddress } from "./checks/address.ts";
import { checkCompany } from "./checks/company.ts";
import { checkConnection } from "./checks/connection.ts";
import { checkContact } from "./checks/contact.ts";
import { checkContent, contentOf } from "./checks/content.ts";
import { checkIdentity } from "./checks/identity.ts";
import { checkScope, scopeOf } from "./checks/scope.ts";
import type { Decision, Outcome, Step } from "./decision.ts";
import type { Facts } from "./facts.ts";

/**
 * Whether this person may see this portal, and why. Pure, synchronous, total: every check runs where its facts exist.
 * Granted only when all checks but content have passed; unavailable when nothing failed but something is unknown.
 */
export function decide(facts: Facts): Decision {
  const scope = scopeOf(facts);
  const fields = contentOf(facts);
  const steps: Step[] = [
    { check: "address", ...checkAddress(facts) },
    { check: "identity", ...checkIdentity(facts) },
    { check: "connection", ...checkConnection(facts) },
    { check: "contact", ...checkContact(facts) },
    { check: "company", ...checkCompany(facts) },
    { check: "scope", ...checkScope(facts, scope) },
    { check: "content", ...checkContent(fields, facts.rules) },
  ];
  const outcome = outcomeOf(steps);
  return {
    outcome,
    cause: outcome === "granted" ? null : firstCause(steps),
    at: facts.now,
    email: facts.identity.kind === "nobody" ? facts.identity.claimed : facts.identity.email,
    firm: facts.firm,
    psaKind: facts.psaKind,
    portal: { slug: facts.askedSlug, currentSlug: facts.address.kind === "found" ? facts.address.portal.slug : null },
    company: companyOf(facts),
    steps,
    ...scope,
    fields,
  };
}

/** The first check that stops decides: a no stays a no though something later cannot be told, and the other way round. */
function outcomeOf(steps: Step[]): Outcome {
  const needed = steps.filter((step) => step.check !== "content");
  if (needed.every((step) => step.verdict === "pass")) return "granted";
  const first = needed.find((step) => step.verdict === "fail" || step.verdict === "unknown");
  return first?.verdict === "unknown" ? "unavailable" : "refused";
}

function firstCause(steps: Step[]): Decision["cause"] {
  return steps.find((step) => step.verdict === "fail" || step.verdict === "unknown")?.cause ?? null;
}

function companyOf({ address, people }: Facts): Decision["company"] {
  if (address.kind !== "found") return null;
  const { companyId, companyName } = address.portal;
  const live = people.kind === "read" ? people.companies.find((company) => company.id === companyId) : undefined;
  return { id: companyId, name: live?.name ?? companyName };
}
