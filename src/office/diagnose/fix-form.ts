// Where the one-click fixes are: what each button says, what comes of it, and where its form goes.
import type { Fix } from "../../access/explain/fix.ts";
import type { ContactId } from "../../domain/ids.ts";
import type { FormTarget } from "../../ui/frame.ts";
import { DIAGNOSE_PATH, PORTALS_PATH } from "../frame.ts";

/** What the forms need to know besides the fix itself. */
export type FixAbout = {
  email: string;
  /** The portal at the door; null where none stands. */
  portalId: string | null;
  /** The companies that the PSA links them to. */
  companies: { id: string; name: string }[];
  /** The person's contacts whom the firm has limited at this portal. */
  limited: ContactId[];
  /** The page to come back to. */
  next: string;
};

/** `comes`: what comes of it besides what it says; null where that says it all. */
export type FixForm = { label: string; says: string; comes: string | null; target: FormTarget };

export const countsNextLoad = "It counts on their next page load; nobody has to sign in again.";

/** The button for a fix; null where there is nothing to press it for. */
export function fixForm(fix: Fix, about: FixAbout): FixForm | null {
  const { email, portalId, next } = about;
  switch (fix.kind) {
    case "approve_alias":
      return approveForm(fix, about);
    case "revoke_alias":
      return {
        label: "Revoke the approval",
        says: `The approval of ${email} leads nowhere any more. Revoke it, and decide anew.`,
        comes: null,
        target: { action: `${DIAGNOSE_PATH}/revoke`, fields: { email, next } },
      };
    case "resume_portal":
      return portalId === null
        ? null
        : {
            label: "Resume the portal",
            says: "Resume the portal; its people get in again.",
            comes: countsNextLoad,
            target: { action: `${PORTALS_PATH}/${encodeURIComponent(portalId)}/resume`, fields: { next } },
          };
    case "create_portal":
      return createForm(about);
    case "send_address":
      return sendForm(email, next);
    case "lift_limit":
      return liftForm(about);
    case "issue_code":
      return codeForm(email);
  }
}

function approveForm(fix: Extract<Fix, { kind: "approve_alias" }>, { email, next }: FixAbout): FixForm {
  const { contactId, contactName, contactEmail } = fix;
  return {
    label: `${email} is ${contactName}`,
    says: `Ask them. If ${email} is the same person as ${contactName} (${contactEmail} in the PSA), say so; nothing is linked without that.`,
    comes: `${countsNextLoad} When nothing else stops them, a mail tells them.`,
    target: { action: `${DIAGNOSE_PATH}/approve`, fields: { email, contactId, contactEmail, next } },
  };
}

function createForm({ companies, next }: FixAbout): FixForm | null {
  const [company] = companies;
  if (!company) return null;
  return {
    label: `Create the portal of ${company.name}`,
    says: `Create the portal of ${company.name}; then send them its address.`,
    comes: countsNextLoad,
    target: { action: `${PORTALS_PATH}/create`, fields: { company: company.id, next } },
  };
}

function liftForm({ portalId, limited: [contact], next }: FixAbout): FixForm | null {
  if (portalId === null || contact === undefined) return null;
  return {
    label: "Lift the limit",
    says: "Lift the limit; they see every project of their company again.",
    comes: countsNextLoad,
    target: { action: `${DIAGNOSE_PATH}/lift`, fields: { portal: portalId, contact, next } },
  };
}

export function sendForm(email: string, next: string): FixForm {
  return {
    label: "Send them their address",
    says: `Send them the address of the portal that is theirs. It goes by mail to ${email}.`,
    comes: null,
    target: { action: `${DIAGNOSE_PATH}/send-address`, fields: { email, next } },
  };
}

export function codeForm(email: string): FixForm {
  return {
    label: "Give a code by phone",
    says: "Give them a code by phone. It is shown to you once and counts for 10 minutes.",
    comes: null,
    target: { action: `${DIAGNOSE_PATH}/code`, fields: { email } },
  };
}
