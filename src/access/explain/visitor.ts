// Which page the visitor reads. Neutral for whoever is not proved to belong to the portal's company: the page then depends on
// the person alone, never on the address, so that nothing can be learned about addresses, companies or other people.
import type { Cause } from "../causes.ts";
import type { Check, Decision, Step, Verdict } from "../decision.ts";
import { lengthOf } from "./texts.ts";

/** Which page the visitor gets instead of the portal. `members` alone may learn what state the portal is in. */
export type ClosedKind =
  | "sign_in"
  | "cannot_tell"
  | "paused"
  | "no_projects_yet"
  | "nothing_shown"
  | "no_such_project"
  | "team"
  | "link_of_other"
  | "elsewhere"
  | "not_open"
  | "no_projects";

/** Chooses the page for a decision that is not a yes. `hasOtherPortals`: portals of this firm that are this person's own. */
export function closedKindOf(decision: Decision, hasOtherPortals: boolean): ClosedKind {
  const verdict = (check: Check): Verdict | undefined => stepOf(decision, check)?.verdict;
  if (verdict("identity") !== "pass") return "sign_in";
  const isMember = isMemberBy(decision);
  if (isMember && decision.cause === "door.paused") return "paused";
  const isUnknown = (["connection", "contact", "company"] as const).some((check) => verdict(check) === "unknown");
  if (isUnknown || hasGaps(decision)) return "cannot_tell";
  if (!isMember && stepOf(decision, "identity")?.cause === "sess.wrong_account") return "link_of_other";
  if (!isMember && hasOtherPortals) return "elsewhere";
  if (stepOf(decision, "contact")?.cause === "who.team_member") return "team";
  if (!isMember) return isKnownClient(decision) ? "not_open" : "no_projects";
  if (verdict("scope") === "unknown") return "cannot_tell";
  if (decision.visibleProjectIds.length > 0) return "no_such_project";
  // What the firm itself keeps from somebody does not come by itself. A cause that is only noted is the firm's knowledge.
  const isKept = verdict("scope") === "fail" && stepOf(decision, "scope")?.cause === "scope.contact_limit";
  return isKept ? "nothing_shown" : "no_projects_yet";
}

/** Whether the person is proved to be of the portal's company: only then may a page depend on the portal. */
export function isMemberBy(decision: Decision): boolean {
  return stepOf(decision, "contact")?.verdict === "pass" && stepOf(decision, "company")?.verdict === "pass";
}

/** Records that could not be read leave an outsider's page open everywhere, also where the company itself is a clear no. */
function hasGaps(decision: Decision): boolean {
  return lengthOf(stepOf(decision, "company")?.evidence.gaps) > 0;
}

/** A contact of an active company, whose own portal is not open: that depends on the person alone, at whatever door. */
function isKnownClient(decision: Decision): boolean {
  const company = stepOf(decision, "company");
  const ofActiveCompany: (Cause | null | undefined)[] = [
    "door.no_portal",
    "door.other_clients_portal",
    "who.merged",
    "who.moved",
  ];
  const isOfActiveCompany =
    company?.verdict === "skipped" ||
    lengthOf(company?.evidence.others) > 0 ||
    (ofActiveCompany.includes(company?.cause) && lengthOf(company?.evidence.companies) > 0);
  return stepOf(decision, "contact")?.verdict === "pass" && isOfActiveCompany;
}

function stepOf({ steps }: Decision, check: Check) {
  return steps.find((step) => step.check === check);
}

/** How each of these pages answers. Its words are the page's own, for they are said in the visitor's language. */
export const statusOfClosed = {
  cannot_tell: 503,
  paused: 403,
  no_projects_yet: 200,
  nothing_shown: 200,
  no_such_project: 404,
  team: 403,
  link_of_other: 403,
  elsewhere: 403,
  not_open: 403,
  no_projects: 403,
} as const satisfies Record<Exclude<ClosedKind, "sign_in">, number>;

/** What the person at the door can do themselves about a step that did not pass. */
export function visitorRemedy({ check, cause }: Pick<Step, "check" | "cause">): string {
  return cause === "scope.contact_limit" ? "Ask the firm which projects it shows to whom." : visitorRemedies[check];
}

export const visitorRemedies: Record<Check, string> = {
  address: "Open the address that the firm sent you.",
  identity: "Sign in with your work email.",
  connection: "Load the page again in a minute.",
  contact: "Switch to the work email that the firm knows, or ask the firm to add this one.",
  company: "Open your own company’s address, or ask the firm.",
  scope: "Nothing: new projects appear by themselves.",
  content: "Nothing: the firm decides what is shown.",
};
