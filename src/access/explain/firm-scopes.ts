import type { Template } from "../../domain/firm.ts";
import { blockOfField, type FieldName } from "../../domain/template.ts";
import type { Decision, Step } from "../decision.ts";
import { blockWords } from "./block-names.ts";
import type { Explained, FirmExplanation } from "./firm.ts";
import { psaWords } from "./psa-words.ts";
import { templateWords } from "./template-names.ts";
import { onNextLoad } from "./texts.ts";

/** What somebody who is let in can see. */
export function explainScopes(
  { company, hiddenProjects, psaKind }: Decision,
  step: Step,
  locale: string,
): Explained<"scope"> {
  const name = company?.name ?? "The company";
  const words = psaWords(psaKind, locale);
  // A note behind an earlier check tells how many there are; nothing of them is listed.
  const count = Number(step.check === "scope" ? (step.evidence.hidden ?? 0) : hiddenProjects.length);
  return {
    "scope.no_projects": {
      reason: `${name} has no projects in the PSA.`,
      remedy: `${words.addProject(company)} ${onNextLoad(locale)}`,
    },
    "scope.status": {
      reason: `${name} has no project to show: ${count === 1 ? "its only one is archived or a draft" : `all ${count} are archived or drafts`}.`,
      remedy: `${words.setStatus(name)} ${onNextLoad(locale)}`,
    },
    "scope.contact_limit": {
      reason: "your firm has limited which projects they see, and nothing is left.",
      remedy: `Lift the limit in Diagnose. ${onNextLoad(locale)}`,
    },
    "scope.not_on_project": {
      reason: `contacts see only the projects on which they are named, and this one is named on none of ${name}’s.`,
      remedy: `${words.nameOnProject("this contact")} ${onNextLoad(locale)}`,
    },
    "scope.no_such_project": {
      reason: `the page they opened is that of project ${String(step.evidence.asked)}, ${whyHidden(step, name)}.`,
      remedy: "Send them the portal’s address: its list shows every project that they can see.",
    },
    "scope.template": {
      reason: "the portal’s template does not carry it.",
      remedy: "Another template shows it, unless it is switched off for client portals.",
    },
    "scope.toggle": switchedOff(locale).everywhere,
    "scope.no_data": { reason: "the PSA does not supply it.", remedy: "Fill it in in the PSA to show it." },
  };
}

/** Why a field is hidden that the template ships with: the firm has hidden the block that carries it. */
export function takenOff(field: FieldName, template: Template, locale: string): string {
  return `your firm has taken ${blockWords(locale)(blockOfField(field))} off the ${templateWords(locale)(template)} template.`;
}

/** A field that a switch hides, by the level at which the switch is set. */
export function switchedOff(_locale: string): Record<"here" | "everywhere", FirmExplanation> {
  return {
    here: { reason: "it is switched off for this portal.", remedy: "It stays hidden from this client." },
    everywhere: { reason: "it is switched off for all portals.", remedy: "It stays hidden from every client." },
  };
}

const hidingWords: Record<string, string> = {
  "scope.status": "which is archived or a draft",
  "scope.contact_limit": "and your firm has limited them to others",
  "scope.not_on_project": "on which they are not named",
};

function whyHidden({ evidence }: Step, company: string): string {
  return hidingWords[String(evidence.why)] ?? `and ${company} has no such project`;
}
