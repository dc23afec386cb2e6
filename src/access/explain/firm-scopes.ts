import type { Decision, Step } from "../decision.ts";
import type { Explained } from "./firm.ts";
import { psaWords } from "./psa-words.ts";
import { countOf, onNextLoad } from "./texts.ts";

/** What somebody who is let in can see. */
export function explainScopes({ company, hiddenProjects, psaKind }: Decision, step: Step): Explained<"scope"> {
  const name = company?.name ?? "The company";
  const words = psaWords(psaKind);
  const count = hiddenProjects.length;
  return {
    "scope.no_projects": {
      reason: `${name} has no projects in the PSA.`,
      remedy: `${words.addProject(company)} ${onNextLoad}`,
    },
    "scope.status": {
      reason: `${countOf(count, "project")} of ${name} ${count === 1 ? "is" : "are"} hidden because of being archived or a draft.`,
      remedy: `${words.setStatus(name)} ${onNextLoad}`,
    },
    "scope.contact_limit": {
      reason: `your firm has limited this contact, and none of the projects that are left to them is open.`,
      remedy: `Lift the limit in Diagnose. ${onNextLoad}`,
    },
    "scope.not_on_project": {
      reason: `contacts see only the projects on which they are named, and this one is named on none of ${name}.`,
      remedy: `${words.nameOnProject("this contact")} ${onNextLoad}`,
    },
    "scope.no_such_project": {
      reason: `${name} has no project of the id ${String(step.evidence.asked)} that they can see.${whyHidden(step)}`,
      remedy: "Send them the portal's address; the list shows every project they can see.",
    },
    "scope.template": {
      reason: "the portal’s template does not carry it.",
      remedy: "Another template shows it, unless it is switched off for client portals.",
    },
    "scope.toggle": { reason: "it is switched off for client portals.", remedy: "It stays hidden from every client." },
    "scope.no_data": { reason: "the PSA does not supply it.", remedy: "Fill it in in the PSA to show it." },
  };
}

const hidingWords: Record<string, string> = {
  "scope.status": " It is archived or a draft.",
  "scope.contact_limit": " Your firm has limited this contact to other projects.",
  "scope.not_on_project": " They are not named on it.",
};

function whyHidden({ evidence }: Step): string {
  return typeof evidence.why === "string" ? (hidingWords[evidence.why] ?? "") : "";
}
