// What the visitor reads. Neutral for whoever is not proved to belong to the portal's company: the page then depends on
// the person alone, never on the address, so that nothing can be learned about addresses, companies or other people.
import type { Cause } from "../causes.ts";
import type { Check, Decision, Verdict } from "../decision.ts";
import { lengthOf } from "./texts.ts";

/** Which page the visitor gets instead of the portal. `members` alone may learn what state the portal is in. */
export type ClosedKind =
  | "sign_in"
  | "cannot_tell"
  | "paused"
  | "no_projects_yet"
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
  return decision.visibleProjectIds.length > 0 ? "no_such_project" : "no_projects_yet";
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

export type VisitorExplanation = { heading: string; text: string; status: 200 | 403 | 404 | 503 };

type Names = { firm: string; email: string; company: string | null };

/** What happened and what to do now, for the person at the door; at most forty words, no jargon. */
export function explainForVisitor(kind: Exclude<ClosedKind, "sign_in">, names: Names): VisitorExplanation {
  return explanations[kind](names);
}

const explanations: Record<Exclude<ClosedKind, "sign_in">, (names: Names) => VisitorExplanation> = {
  cannot_tell: ({ firm }) => ({
    heading: "We can’t tell right now",
    text: `${firm}’s project list is not answering. Nothing is wrong on your side. It is asked again whenever you load this page; try in a minute.`,
    status: 503,
  }),
  paused: ({ firm, company }) => ({
    heading: "This page is paused",
    text: `${firm} has paused the page of ${company ?? "your company"}. Ask them when it opens again.`,
    status: 403,
  }),
  no_projects_yet: ({ firm, company }) => ({
    heading: "No projects yet",
    text: `${firm} has no project of ${company ?? "your company"} to show you at the moment. Once there is one, it appears here by itself. If you expect one, ask them.`,
    status: 200,
  }),
  no_such_project: ({ firm }) => ({
    heading: "This project is not here",
    text: `The link may be old, or the project has been put away. Your list shows every project that is open to you. If one is missing, ask ${firm}.`,
    status: 404,
  }),
  team: ({ firm }) => ({
    heading: "You work here",
    text: `Your email belongs to the team of ${firm}, so it opens no client’s page. Open your firm’s office instead.`,
    status: 403,
  }),
  link_of_other: ({ firm }) => ({
    heading: "This link was sent to another email",
    text: `The link was mailed to another email than the one you are signed in with. If that one is yours too, use it. Otherwise ask ${firm} for a link of your own.`,
    status: 403,
  }),
  elsewhere: ({ firm }) => ({
    heading: "Your projects have their own address",
    text: `This address does not show your projects. Open yours below, and keep it as a bookmark. If one is missing, ask ${firm}.`,
    status: 403,
  }),
  not_open: ({ firm }) => ({
    heading: "Your page is not open",
    text: `${firm} knows you, but has no page open for your company at the moment. Ask them when it opens.`,
    status: 403,
  }),
  no_projects: ({ firm, email }) => ({
    heading: "No projects",
    text: `${firm} has no projects for ${email}. If ${firm} knows you by another email, switch to it. Otherwise ask them to add this one.`,
    status: 403,
  }),
};

/** What the person at the door can do themselves about a check that did not pass. */
export const visitorRemedies: Record<Check, string> = {
  address: "Open the address that the firm sent you.",
  identity: "Sign in with your work email.",
  connection: "Load the page again in a minute.",
  contact: "Switch to the work email that the firm knows, or ask the firm to add this one.",
  company: "Open your own company’s address, or ask the firm.",
  scope: "Nothing: new projects appear by themselves.",
  content: "Nothing: the firm decides what is shown.",
};
