import type { Decision, Evidence, Step } from "../decision.ts";
import type { Explained, FirmExplanation } from "./firm.ts";
import { psaWords } from "./psa-words.ts";
import { addressOf, countOf, first, lengthOf, listed, lowered, onNextLoad } from "./texts.ts";

/** Who somebody is to the firm: contact and company. */
export function explainPeople(decision: Decision, step: Step, locale: string): Explained<"who"> {
  return {
    ...unknownPeople(decision, step, locale),
    ...knownPeople(decision, step, locale),
    ...companies(decision, step, locale),
  };
}

type Who = Explained<"who">;

function unknownPeople(
  { email: asked, company, psaKind }: Decision,
  step: Step,
  locale: string,
): Pick<
  Who,
  "who.no_contact" | "who.email_differs" | "who.alias_broken" | "who.team_member" | "who.no_email" | "who.bad_email"
> {
  const email = asked ?? "this email";
  const words = psaWords(psaKind, locale);
  const near = first(step.evidence.nearMatches) ?? "";
  const name = first(step.evidence.names);
  const isPublic = step.evidence.isPublicDomain === true;
  return {
    "who.no_contact": {
      reason: `no contact in the PSA carries the email ${email}.`,
      remedy: `${words.addEmail(email, { contact: null, company })} ${onNextLoad(locale)}`,
    },
    "who.email_differs": {
      reason: `no contact carries ${email}; ${name} has ${near}, which is nearly the same.${isPublic ? ` Anybody can get an address at ${email.slice(email.lastIndexOf("@") + 1)}.` : ""}`,
      remedy: `${isPublic ? `Ask ${name} first. ` : ""}If ${email} is ${name} too, say so with one click in Diagnose. ${onNextLoad(locale)}`,
      otherwise: `${words.addEmail(email, { contact: name, company })} ${onNextLoad(locale)}`,
    },
    "who.alias_broken": {
      reason: `your firm approved ${email} for the contact with ${String(step.evidence.contactEmail)}, who no longer carries that email.`,
      remedy: "Revoke the approval in Diagnose, which then names who they may be by now.",
      otherwise: `${words.addEmail(email, { contact: null, company })} ${onNextLoad(locale)}`,
    },
    "who.team_member": {
      reason: `${email} is in your own team and no client’s contact.`,
      remedy: "Tell them to press “Open the office” there: a portal is for clients only.",
    },
    "who.no_email": {
      reason: `${name ?? "the contact"} has no email in the PSA.`,
      remedy: `${words.addEmail("their work email", { contact: name, company })} ${onNextLoad(locale)}`,
    },
    "who.bad_email": {
      reason: `the email of ${name ?? "the contact"} in the PSA is no address that mail could go to${quoted(step.evidence.unusable)}.`,
      remedy: `${words.addEmail("their right address", { contact: name, company })} ${onNextLoad(locale)}`,
    },
  };
}

function knownPeople(
  { email: asked, psaKind }: Decision,
  step: Step,
  locale: string,
): Pick<
  Who,
  "who.by_alias" | "who.staff_and_client" | "who.shared_mailbox" | "who.inactive" | "who.duplicate_contact"
> {
  const email = asked ?? "this email";
  const name = first(step.evidence.names) ?? `the contact with the email ${email}`;
  const { approvedFor } = step.evidence;
  return {
    "who.by_alias": {
      reason: `${email} counts as ${approvedFor ?? name}, because your firm approved it.`,
      remedy: "Nothing needs mending; the approval is listed in Diagnose and can be revoked there.",
    },
    "who.staff_and_client": {
      reason: `${email} is both in your team and a client’s contact.`,
      remedy: "Nothing needs mending: here they are the client; the office is at its own address.",
    },
    "who.shared_mailbox": {
      reason: `${email} looks like a mailbox that several people read; all of them can sign in with it.`,
      remedy: "Nothing needs mending if that is meant; a personal address for each is safer.",
    },
    "who.inactive": {
      reason: `${called(approvedFor ?? name, email, approvedFor)} is archived in the PSA.`,
      remedy: `${psaWords(psaKind, locale).restoreContact(String(approvedFor ?? name))} ${onNextLoad(locale)}`,
    },
    "who.duplicate_contact": {
      reason: `${countOf(lengthOf(step.evidence.contacts), "contact")} carry the email ${email}; they count together.`,
      remedy: "Nothing needs mending; merging them in the PSA keeps things clear.",
    },
  };
}

function companies(
  { email: asked, company, psaKind, steps }: Decision,
  step: Step,
  locale: string,
): Pick<Who, "who.no_company" | "who.company_inactive" | "who.several_companies" | "who.merged" | "who.moved"> {
  const email = asked ?? "this email";
  const words = psaWords(psaKind, locale);
  const { names, approvedFor } = evidenceOf(steps, "contact");
  const name = String(approvedFor ?? first(names) ?? "the contact");
  const theirs = listed(step.evidence.companies, "no company");
  const here = company?.name ?? "the company";
  return {
    "who.no_company": {
      reason: `${called(name, email, approvedFor)} is linked to no company in the PSA.`,
      remedy: `${words.linkCompany(name, company)} ${onNextLoad(locale)}`,
    },
    "who.company_inactive": {
      reason: `${listed(step.evidence.companies, here)} is archived in the PSA.`,
      remedy: `${words.restoreCompany(listed(step.evidence.companies, here))} ${onNextLoad(locale)}`,
    },
    "who.several_companies": {
      reason: `they belong to several companies: ${theirs}.`,
      remedy: "Nothing needs mending: each company has its own portal, and they can change between them.",
    },
    "who.merged": merged(step, { here, theirs, name, relink: words.linkCompany(name, null), locale }),
    "who.moved": {
      reason: `${name} used to get in here and is now linked to ${theirs} instead of ${here}.`,
      remedy: `Send them ${addressOf(step, theirs)} from Settings → Client Portals.`,
      otherwise: `If they still work for ${here}, ${lowered(words.linkCompany(name, company))} ${onNextLoad(locale)}`,
    },
  };
}

function evidenceOf(steps: Step[], check: Step["check"]): Evidence {
  return steps.find((step) => step.check === check)?.evidence ?? {};
}

type Merged = { here: string; theirs: string; name: string; relink: string; locale: string };

/** The company is gone: whoever has another one is led there, whoever has none needs a link first. */
function merged(step: Step, { here, theirs, name, relink, locale }: Merged): FirmExplanation {
  const gone = `${here} is no longer in the PSA, merged or deleted`;
  const otherwise = `If ${here} was deleted by mistake, restore it in the PSA. ${onNextLoad(locale)}`;
  if (lengthOf(step.evidence.companies) === 0)
    return {
      reason: `${gone}, and ${name} is linked to no other company.`,
      remedy: `${relink} ${onNextLoad(locale)}`,
      otherwise,
    };
  return {
    reason: `${gone}; ${name} is now linked to ${theirs}.`,
    remedy: `Send them ${addressOf(step, theirs)} from Settings → Client Portals.`,
    otherwise,
  };
}

/** With the email that they carry in the PSA; one that only the firm approved is not said to stand there. */
function called(name: Evidence[string], email: string, approvedFor: Evidence[string] | undefined): string {
  return approvedFor === undefined ? `${name} (${email})` : `${name}, for whom your firm approved ${email},`;
}

function quoted(texts: unknown): string {
  return lengthOf(texts) === 0 ? "" : `: “${listed(texts, "")}”`;
}
