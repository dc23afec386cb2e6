import type { Evidence, Step } from "../decision.ts";
import type { Explainable, Explained, FirmExplanation } from "./explained.ts";
import { peopleWords } from "./people-words.ts";
import { psaWords } from "./psa-words.ts";
import { sendAddress } from "./send-address.ts";
import { sharedWords } from "./shared-words.ts";
import { counted, first, lengthOf, listed, lowered } from "./texts.ts";

/** Who somebody is to the firm: contact and company. */
export function explainPeople(decision: Explainable, step: Step, locale: string): Explained<"who"> {
  return {
    ...unknownPeople(decision, step, locale),
    ...knownPeople(decision, step, locale),
    ...companies(decision, step, locale),
  };
}

type Who = Explained<"who">;

function unknownPeople(
  decision: Explainable,
  step: Step,
  locale: string,
): Pick<
  Who,
  "who.no_contact" | "who.email_differs" | "who.alias_broken" | "who.team_member" | "who.no_email" | "who.bad_email"
> {
  const { company } = decision;
  const { evidence } = step;
  const say = peopleWords(locale);
  const email = emailOf(decision, locale);
  const named = first(evidence.names);
  const name = named ?? sharedWords(locale)("theContact");
  const add = (what: string, contact: string | null) =>
    counted(psaWords(decision.psaKind, locale).addEmail(what, { contact, company }), locale);
  return {
    "who.no_contact": () => ({ reason: say("no_contact", { email }), remedy: add(email, null) }),
    "who.email_differs": () => ({ ...differing(email, step, locale), otherwise: add(email, named) }),
    "who.alias_broken": () => ({
      reason: say("alias_broken", { email, contactEmail: String(evidence.contactEmail) }),
      remedy: say("revoke"),
      otherwise: add(email, null),
    }),
    "who.team_member": () => ({ reason: say("team_member", { email }), remedy: say("open_office") }),
    "who.no_email": () => ({ reason: say("no_email", { name }), remedy: add(say("work_email"), named) }),
    "who.bad_email": () => ({
      reason: say("bad_email", { name, unusable: quoted(evidence.unusable, locale) }),
      remedy: add(say("right_address"), named),
    }),
  };
}

/** Nearly a contact's email. At a provider where anybody can have one, the contact is asked first. */
function differing(email: string, { evidence }: Step, locale: string): FirmExplanation {
  const say = peopleWords(locale);
  const near = first(evidence.nearMatches) ?? "";
  const name = first(evidence.names) ?? sharedWords(locale)("theContact");
  const isPublic = evidence.isPublicDomain === true;
  const differs = say("email_differs", { email, name, near });
  const approve = counted(say("approve", { email, name }), locale);
  if (!isPublic) return { reason: differs, remedy: approve };
  const domain = email.slice(email.lastIndexOf("@") + 1);
  return {
    reason: `${differs} ${say("public_domain", { domain })}`,
    remedy: `${say("ask_first", { name })} ${approve}`,
  };
}

function knownPeople(
  decision: Explainable,
  { evidence }: Step,
  locale: string,
): Pick<
  Who,
  "who.by_alias" | "who.staff_and_client" | "who.shared_mailbox" | "who.inactive" | "who.duplicate_contact"
> {
  const say = peopleWords(locale);
  const email = emailOf(decision, locale);
  const { approvedFor } = evidence;
  const name = () => String(approvedFor ?? first(evidence.names) ?? sharedWords(locale)("contactWith", { email }));
  return {
    "who.by_alias": () => ({ reason: say("by_alias", { email, name: name() }), remedy: say("approval_listed") }),
    "who.staff_and_client": () => ({ reason: say("staff_and_client", { email }), remedy: say("here_client") }),
    "who.shared_mailbox": () => ({ reason: say("shared_mailbox", { email }), remedy: say("if_meant") }),
    "who.inactive": () => ({
      // An email that only the firm approved is not said to stand in the PSA.
      reason: say(approvedFor === undefined ? "inactive" : "inactive_approved", { name: name(), email }),
      remedy: counted(psaWords(decision.psaKind, locale).restoreContact(name()), locale),
    }),
    "who.duplicate_contact": () => ({
      reason: say("duplicate_contact", { count: lengthOf(evidence.contacts), email }),
      remedy: say("merge"),
    }),
  };
}

function companies(
  decision: Explainable,
  step: Step,
  locale: string,
): Pick<Who, "who.no_company" | "who.company_inactive" | "who.several_companies" | "who.merged" | "who.moved"> {
  const { company: own, psaKind, steps } = decision;
  const [say, shared, words] = [peopleWords(locale), sharedWords(locale), psaWords(psaKind, locale)];
  const email = emailOf(decision, locale);
  const { names, approvedFor } = evidenceOf(steps, "contact");
  const name = String(approvedFor ?? first(names) ?? shared("theContact"));
  const theirs = listed(step.evidence.companies, shared("noCompany"), locale);
  const company = own?.name ?? shared("theCompany");
  return {
    "who.no_company": () => ({
      reason: say(approvedFor === undefined ? "no_company" : "no_company_approved", { name, email }),
      remedy: counted(words.linkCompany(name, own), locale),
    }),
    "who.company_inactive": () => {
      const gone = listed(step.evidence.companies, company, locale);
      return {
        reason: say("company_inactive", { companies: gone }),
        remedy: counted(words.restoreCompany(gone), locale),
      };
    },
    "who.several_companies": () => ({
      reason: say("several_companies", { companies: theirs }),
      remedy: say("each_own"),
    }),
    "who.merged": () => merged(step, { company, theirs, name, relink: words.linkCompany(name, null) }, locale),
    "who.moved": () => {
      const change = lowered(words.linkCompany(name, own));
      return {
        reason: say("moved", { name, companies: theirs, company }),
        remedy: sendAddress(step, theirs, locale),
        otherwise: counted(say("link_still", { company, change }), locale),
      };
    },
  };
}

function emailOf({ email }: Explainable, locale: string): string {
  return email ?? sharedWords(locale)("thisEmail");
}

function evidenceOf(steps: Step[], check: Step["check"]): Evidence {
  return steps.find((step) => step.check === check)?.evidence ?? {};
}

type Merged = { company: string; theirs: string; name: string; relink: string };

/** The company is gone: whoever has another one is led there, whoever has none needs a link first. */
function merged(step: Step, { company, theirs, name, relink }: Merged, locale: string): FirmExplanation {
  const say = peopleWords(locale);
  const otherwise = counted(say("restore", { company }), locale);
  if (lengthOf(step.evidence.companies) === 0)
    return { reason: say("merged_alone", { company, name }), remedy: counted(relink, locale), otherwise };
  return {
    reason: say("merged_moved", { company, name, companies: theirs }),
    remedy: sendAddress(step, theirs, locale),
    otherwise,
  };
}

function quoted(texts: unknown, locale: string): string {
  return lengthOf(texts) === 0 ? "" : sharedWords(locale)("quoted", { words: listed(texts, "", locale) });
}
