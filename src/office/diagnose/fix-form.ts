// Where the one-click fixes are: what each button says, what comes of it, and where its form goes.
import type { Fix } from "../../access/explain/fix.ts";
import type { NearMatch } from "../../access/facts.ts";
import type { CompanyId, ContactId } from "../../domain/ids.ts";
import type { FieldName } from "../../domain/template.ts";
import type { FormTarget } from "../../ui/frame.ts";
import { DIAGNOSE_PATH, PORTALS_PATH } from "../frame.ts";
import { namedFields } from "../visibility/named-fields.ts";
import { adviceWords } from "./advice-words.ts";

/** What the forms need to know besides the fix itself. */
export type FixAbout = {
  email: string;
  /** The portal at the door; null where none stands. */
  portalId: string | null;
  /** The companies that the PSA links them to. */
  companies: { id: CompanyId; name: string }[];
  /** What is sensitive of what they would see at the portals of whom; a portal that is not there yet as it would be made now. */
  sensitive: { here: readonly FieldName[]; of: (companies: readonly CompanyId[]) => readonly FieldName[] };
  /** Contacts with a similar email. */
  near: readonly NearMatch[];
  /** The person's contacts whom the firm has limited at this portal. */
  limited: ContactId[];
  /** The page to come back to. */
  next: string;
};

/** `comes`: what comes of it besides what it says; null where that says it all. */
export type FixForm = { label: string; says: string; comes: string | null; target: FormTarget };

/** The button for a fix; null where there is nothing to press it for. */
export function fixForm(fix: Fix, about: FixAbout, locale: string): FixForm | null {
  const { email, next } = about;
  switch (fix.kind) {
    case "approve_alias":
      return approveForm(fix, about, locale);
    case "revoke_alias":
      return revokeForm(about, locale);
    case "resume_portal":
      return resumeForm(about, locale);
    case "create_portal":
      return createForm(about, locale);
    case "send_address":
      return sendForm({ email, next, locale });
    case "lift_limit":
      return liftForm(about, locale);
    case "issue_code":
      return codeForm(email, locale);
  }
}

function approveForm(
  { contactId, contactName, contactEmail }: Extract<Fix, { kind: "approve_alias" }>,
  { email, near, sensitive, next }: FixAbout,
  locale: string,
): FixForm {
  const say = adviceWords(locale);
  const companies = near.find((one) => one.contactId === contactId)?.companyIds ?? [];
  const shows = showsText("approve_shows", sensitive.of(companies), locale);
  return {
    label: say("approve", { email, contact: contactName }),
    says: say("approve_says", { email, contact: contactName, contactEmail }) + shows,
    comes: say("counts_and_mail"),
    target: { action: `${DIAGNOSE_PATH}/approve`, fields: { email, contactId, contactEmail, next } },
  };
}

/** Said before the click: what many agreements keep from clients, and is shown by it. Empty where nothing of that is. */
function showsText(
  key: "approve_shows" | "create_shows" | "lift_shows",
  fields: readonly FieldName[],
  locale: string,
): string {
  return fields.length === 0 ? "" : ` ${adviceWords(locale)(key, { names: namedFields(fields, locale) })}`;
}

function revokeForm({ email, next }: FixAbout, locale: string): FixForm {
  const say = adviceWords(locale);
  return {
    label: say("revoke"),
    says: say("revoke_says", { email }),
    comes: null,
    target: { action: `${DIAGNOSE_PATH}/revoke`, fields: { email, next } },
  };
}

function resumeForm({ portalId, next }: FixAbout, locale: string): FixForm | null {
  const say = adviceWords(locale);
  if (portalId === null) return null;
  return {
    label: say("resume"),
    says: say("resume_says"),
    comes: say("counts"),
    target: { action: `${PORTALS_PATH}/${encodeURIComponent(portalId)}/resume`, fields: { next } },
  };
}

function createForm({ companies, sensitive, next }: FixAbout, locale: string): FixForm | null {
  const say = adviceWords(locale);
  const [company] = companies;
  if (!company) return null;
  return {
    label: say("create", { company: company.name }),
    says: say("create_says", { company: company.name }) + showsText("create_shows", sensitive.of([company.id]), locale),
    comes: say("counts"),
    target: { action: `${PORTALS_PATH}/create`, fields: { company: company.id, next } },
  };
}

function liftForm({ portalId, limited: [contact], sensitive, next }: FixAbout, locale: string): FixForm | null {
  const say = adviceWords(locale);
  if (portalId === null || contact === undefined) return null;
  return {
    label: say("lift"),
    says: say("lift_says") + showsText("lift_shows", sensitive.here, locale),
    comes: say("counts"),
    target: { action: `${DIAGNOSE_PATH}/lift`, fields: { portal: portalId, contact, next } },
  };
}

/** The button that mails somebody the address of their portal. `next`: where it leads afterwards. */
export function sendForm({ email, next, locale }: { email: string; next: string; locale: string }): FixForm {
  const say = adviceWords(locale);
  return {
    label: say("send"),
    says: say("send_says", { email }),
    comes: null,
    target: { action: `${DIAGNOSE_PATH}/send-address`, fields: { email, next } },
  };
}

/** The button that makes a sign-in code to be read out on the phone. */
export function codeForm(email: string, locale: string): FixForm {
  const say = adviceWords(locale);
  return {
    label: say("code"),
    says: say("code_says"),
    comes: null,
    target: { action: `${DIAGNOSE_PATH}/code`, fields: { email } },
  };
}
