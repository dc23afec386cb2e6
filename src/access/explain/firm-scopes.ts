import type { Template } from "../../domain/firm.ts";
import { blockOfField, type FieldName } from "../../domain/template.ts";
import type { Step } from "../decision.ts";
import { blockWords } from "./block-names.ts";
import type { Explainable, Explained, FirmExplanation } from "./explained.ts";
import { psaWords } from "./psa-words.ts";
import { scopeWords } from "./scope-words.ts";
import { sharedWords } from "./shared-words.ts";
import { templateWords } from "./template-names.ts";
import { counted } from "./texts.ts";

/** What somebody who is let in can see. */
export function explainScopes(
  { company: own, hiddenProjects, psaKind }: Explainable,
  step: Step,
  locale: string,
): Explained<"scope"> {
  const say = scopeWords(locale);
  const company = own?.name ?? sharedWords(locale)("theCompanyFirst");
  const words = psaWords(psaKind, locale);
  // A note behind an earlier check tells how many there are; nothing of them is listed.
  const count = Number(step.check === "scope" ? (step.evidence.hidden ?? 0) : hiddenProjects.length);
  return {
    "scope.no_projects": () => ({
      reason: say("no_projects", { company }),
      remedy: counted(words.addProject(own), locale),
    }),
    "scope.status": () => ({
      reason: say("status", { company, count, number: String(count) }),
      remedy: counted(words.setStatus(company), locale),
    }),
    "scope.contact_limit": () => ({ reason: say("contact_limit"), remedy: counted(say("lift"), locale) }),
    "scope.not_on_project": () => ({
      reason: say("not_on_project", { company }),
      remedy: counted(words.nameOnProject(), locale),
    }),
    "scope.no_such_project": () => ({ reason: whyHidden(step, company, locale), remedy: say("send") }),
    "scope.template": () => ({ reason: say("template"), remedy: say("other_template") }),
    "scope.toggle": () => switchedOff("everywhere", locale),
    "scope.no_data": () => ({ reason: say("no_data"), remedy: say("fill_in") }),
  };
}

/** Why a field is hidden that the template ships with: the firm has hidden the block that carries it. */
export function takenOff(field: FieldName, template: Template, locale: string): string {
  const block = blockWords(locale)(blockOfField(field));
  return scopeWords(locale)("taken_off", { block, template: templateWords(locale)(template) });
}

/** Why a field is hidden whose block the portal's template shows. */
export function leftOutOfBlock(field: FieldName, locale: string): FirmExplanation {
  const say = scopeWords(locale);
  return { reason: say("left_out", { block: blockWords(locale)(blockOfField(field)) }), remedy: say("show_field") };
}

/** A field that a switch hides, by the level at which the switch is set. */
export function switchedOff(level: "here" | "everywhere", locale: string): FirmExplanation {
  const say = scopeWords(locale);
  return { reason: say(`off_${level}`), remedy: say(`hidden_${level}`) };
}

function whyHidden({ evidence }: Step, company: string, locale: string): string {
  const say = scopeWords(locale);
  const project = String(evidence.asked);
  switch (evidence.why) {
    case "scope.status":
      return say("project_status", { project });
    case "scope.contact_limit":
      return say("project_limited", { project });
    case "scope.not_on_project":
      return say("project_not_named", { project });
    default:
      return say("no_such_project", { project, company });
  }
}
