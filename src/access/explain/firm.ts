// What the firm reads: the plain reason, and the one change that mends it. One case per cause, exhaustive.
import type { Cause } from "../causes.ts";
import type { Decision, Step } from "../decision.ts";

export type FirmExplanation = { reason: string; remedy: string };

const onNextLoad = "It counts on the next page load.";

/** One sentence with names: who, which door, yes or no, why. */
export function summariseForFirm(decision: Decision): string {
  const who = decision.email ?? "Somebody who is not signed in";
  const door = doorOf(decision.portal.slug);
  if (decision.outcome === "granted") {
    return `${who} gets in at ${door} and sees ${countOf(decision.visibleProjectIds.length, "project")}.`;
  }
  const stopped = decision.steps.find((step) => step.verdict === "fail" || step.verdict === "unknown");
  const reason = stopped?.cause ? explainForFirm(stopped.cause, decision, stopped).reason : "";
  if (decision.outcome === "refused") return `${who} does not get in at ${door}: ${reason}`;
  return `Whether ${who} gets in at ${door} cannot be told: ${reason}`;
}

/** The reason and the remedy behind one step, in the firm's words. */
export function explainForFirm(cause: Cause, decision: Decision, step: Step): FirmExplanation {
  return explainers(decision, step)[cause];
}

function explainers(decision: Decision, step: Step): Record<Cause, FirmExplanation> {
  return {
    ...doors(decision, step),
    ...sessions(),
    ...sources(step),
    ...people(decision, step),
    ...scopes(decision, step),
  };
}

type Explained<Prefix extends string> = Record<Extract<Cause, `${Prefix}.${string}`>, FirmExplanation>;

function doors({ portal, company }: Decision, step: Step): Explained<"door"> {
  const theirs = listed(step.evidence.companies);
  return {
    "door.unknown_url": {
      reason: `no portal stands at ${doorOf(portal.slug)}.`,
      remedy: "Send them the address from Settings → Client Portals; the list has a copy button for every client.",
    },
    "door.staff_url": {
      reason: "that is the firm’s own office, which is for the firm’s team.",
      remedy: "Send them their portal’s address from Settings → Client Portals.",
    },
    "door.no_portal": {
      reason: `${theirs} has no open portal.`,
      remedy: "Create it, or resume it, in Settings → Client Portals.",
    },
    "door.stale_link": {
      reason: `/${portal.slug} is an earlier address of this portal.`,
      remedy: `Nothing needs mending: it leads on to /${portal.currentSlug ?? portal.slug} after sign-in.`,
    },
    "door.paused": {
      reason: `the portal of ${company?.name ?? "this client"} is paused.`,
      remedy: "Resume it in Settings → Client Portals.",
    },
    "door.other_clients_portal": {
      reason: `this portal belongs to ${company?.name ?? "another client"}, and they belong to ${theirs}.`,
      remedy: `Send them the address of ${theirs} from Settings → Client Portals. If they work for ${company?.name ?? "this client"} too, link their contact to it in the PSA. ${onNextLoad}`,
    },
  };
}

function sessions(): Explained<"sess"> {
  return {
    "sess.none": {
      reason: "nobody is signed in.",
      remedy: "They type their work email at the portal's address and get a code by mail.",
    },
    "sess.expired": {
      reason: "they were signed in, and that has run out.",
      remedy: "They sign in again with a new code.",
    },
  };
}

function sources(step: Step): Explained<"psa"> {
  const detail =
    typeof step.evidence.detail === "string" && step.evidence.detail !== ""
      ? ` (${unstopped(step.evidence.detail)})`
      : "";
  const gaps = Array.isArray(step.evidence.gaps) ? ` First: ${unstopped(String(step.evidence.gaps[0]))}.` : "";
  const retry = "Portals try again on every page load.";
  return {
    "psa.not_connected": {
      reason: "no PSA is connected, so nobody's company can be looked up.",
      remedy: "Connect it with `prolens connection add`.",
    },
    "psa.down": { reason: `the PSA does not answer${detail}.`, remedy: `Run \`prolens connection test\`. ${retry}` },
    "psa.token_revoked": { reason: `the PSA refuses our key${detail}.`, remedy: "Give ProLens a new key." },
    "psa.wrong_org": { reason: `the PSA refuses the organisation${detail}.`, remedy: "Check the organisation id." },
    "psa.rate_limited": { reason: "the PSA asks us to wait.", remedy: retry },
    "psa.partial": {
      reason: `some records of the PSA could not be read${step.verdict === "pass" ? "; they stop nobody here" : ", and this person may be among them"}.${gaps}`,
      remedy: `Mend the records that \`prolens connection test\` lists. ${onNextLoad}`,
    },
    "psa.bad_answer": {
      reason: `the PSA's answer could not be understood${detail}.`,
      remedy: `Mend what \`prolens connection test\` lists. ${onNextLoad}`,
    },
  };
}

function people(decision: Decision, step: Step): Explained<"who"> {
  const email = decision.email ?? "this email";
  const company = decision.company?.name ?? "their company";
  return {
    "who.no_contact": {
      reason: `no contact in the PSA carries the email ${email}.`,
      remedy: `Add ${email} to their contact in the PSA, linked to ${company}. ${onNextLoad}`,
    },
    "who.inactive": {
      reason: `the contact with the email ${email} is archived in the PSA.`,
      remedy: `Restore the contact in the PSA if they should get in. ${onNextLoad}`,
    },
    "who.duplicate_contact": {
      reason: `${countOf(lengthOf(step.evidence.contacts), "contact")} carry the email ${email}; they count together.`,
      remedy: "Nothing needs mending; merging them in the PSA keeps things clear.",
    },
    "who.no_company": {
      reason: `the contact with the email ${email} is linked to no company in the PSA.`,
      remedy: `Link the contact to ${company} in the PSA. ${onNextLoad}`,
    },
    "who.company_inactive": {
      reason: `${listed(step.evidence.companies)} is archived in the PSA.`,
      remedy: `Restore the company in the PSA if its people should get in. ${onNextLoad}`,
    },
    "who.several_companies": {
      reason: `they belong to several companies: ${listed(step.evidence.companies)}.`,
      remedy: "Nothing needs mending: each company has its own portal, and they can change between them.",
    },
  };
}

function scopes({ company, hiddenProjects }: Decision, step: Step): Explained<"scope"> {
  const name = company?.name ?? "The company";
  return {
    "scope.no_projects": {
      reason: `${name} has no projects in the PSA.`,
      remedy: `Link a project to ${name} in the PSA. ${onNextLoad}`,
    },
    "scope.status": {
      reason: `${countOf(hiddenProjects.length, "project")} of ${name} ${hiddenProjects.length === 1 ? "is" : "are"} hidden because of being archived or a draft.`,
      remedy: `Set the status of a project in the PSA to active, on hold or completed. ${onNextLoad}`,
    },
    "scope.no_such_project": {
      reason: `${name} has no visible project of the id ${String(step.evidence.asked)}.`,
      remedy: "Send them the portal's address; the list shows every project they can see.",
    },
    "scope.toggle": { reason: "it is switched off for client portals.", remedy: "It stays hidden from every client." },
    "scope.no_data": { reason: "the PSA does not supply it.", remedy: "Fill it in in the PSA to show it." },
  };
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function listed(value: unknown): string {
  return Array.isArray(value) && value.length > 0 ? value.join(" and ") : "another company";
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/** A slug stands below the firm's host; a whole address is quoted as it was asked. */
function doorOf(asked: string): string {
  if (asked === "") return "their own portal";
  return asked.includes("://") ? asked : `/${asked}`;
}

function unstopped(text: string): string {
  return text.replace(/\.$/, "");
}
