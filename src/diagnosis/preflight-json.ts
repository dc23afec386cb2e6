import { LOCALE } from "../lib/locale.ts";
import { listRows } from "./preflight-findings.ts";
import type { PreflightRun } from "./run-preflight.ts";

/** The run in the shape that `preflight --json` and the API answer with. */
export function presentPreflight({ portals, withoutPortal, withoutCompany, trouble }: PreflightRun) {
  const byPortal = Map.groupBy(listRows(portals, LOCALE), ({ slug }) => slug);
  return {
    portals: portals.map(({ portal, company }) => ({
      portal: portal.slug,
      company: { id: portal.companyId, name: company?.name ?? portal.companyName },
      contacts: (byPortal.get(portal.slug) ?? []).map((row) => ({
        email: row.email,
        outcome: row.decision.outcome,
        cause: row.cause,
        projects: row.decision.visibleProjectIds.length,
        contact: { id: row.contactId, name: row.name },
        reason: row.reason,
        remedy: row.remedy,
        notes: row.notes.map(({ cause }) => cause),
      })),
    })),
    withoutPortal: withoutPortal.map(({ company: { id, name }, contacts }) => ({ company: { id, name }, contacts })),
    withoutCompany: withoutCompany.map(({ name, email }) => ({ name, email })),
    trouble: trouble && { cause: trouble.cause, detail: trouble.detail },
  };
}
