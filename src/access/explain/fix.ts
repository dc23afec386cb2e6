import type { Decision } from "../decision.ts";
import { stepToMend } from "./firm.ts";
import { lengthOf } from "./texts.ts";

/** What ProLens can do itself with one click of the firm. Everything else is changed in the PSA, or by the visitor. */
export type Fix =
  | { kind: "approve_alias"; contactId: string; contactName: string; contactEmail: string }
  | { kind: "revoke_alias" }
  | { kind: "resume_portal" }
  | { kind: "create_portal" }
  | { kind: "send_address" }
  | { kind: "lift_limit" }
  | { kind: "issue_code" };

/** The one click that mends what the decision stops at; null when the change is to be made elsewhere, or nothing is wrong. */
export function fixFor(decision: Decision): Fix | null {
  const step = stepToMend(decision);
  if (!step?.cause) return null;
  switch (step.cause) {
    case "who.email_differs":
      return approval(step.evidence);
    case "who.alias_broken":
      return { kind: "revoke_alias" };
    case "door.paused":
      return { kind: "resume_portal" };
    case "door.no_portal":
      return { kind: "create_portal" };
    case "door.unknown_url":
    case "door.staff_url":
    case "door.other_clients_portal":
    case "who.moved":
      return { kind: "send_address" };
    case "who.merged":
      return lengthOf(step.evidence.companies) > 0 ? { kind: "send_address" } : null;
    case "scope.contact_limit":
      return { kind: "lift_limit" };
    default:
      return /^(?:mail|proof)\./.test(step.cause) ? { kind: "issue_code" } : null;
  }
}

function approval({ contacts, names, nearMatches }: Decision["steps"][number]["evidence"]): Fix | null {
  const first = (value: unknown) => (Array.isArray(value) ? String(value[0]) : "");
  return {
    kind: "approve_alias",
    contactId: first(contacts),
    contactName: first(names),
    contactEmail: first(nearMatches),
  };
}
