// Why a stored decision was no yes. English keeps the words of then; another language says anew what was stored.
import type { DecisionJson } from "../../access/decision-json.ts";
import { explainForFirm, stepToMend, stoppingStep } from "../../access/explain/firm.ts";
import { languageOf } from "../../lib/locale.ts";

type Step = DecisionJson["steps"][number];

/** What stopped them; null for a yes. */
export function stoppingReason(decision: DecisionJson, locale: string): string | null {
  const stop = stoppingStep(decision);
  return stop ? storedStepReason(stop, decision, locale) : null;
}

/** Why this step came out as it did; null where it found nothing to say. */
export function storedStepReason(step: Step, decision: DecisionJson, locale: string): string | null {
  return isEnglish(locale) ? step.reason : (explain(step, decision, locale)?.reason ?? null);
}

/** What mends the decision's first trouble; null where there is none. */
export function remedyToMend(decision: DecisionJson, locale: string): string | null {
  const step = stepToMend(decision);
  if (!step) return null;
  return isEnglish(locale) ? (step.remedy?.firm ?? null) : (explain(step, decision, locale)?.remedy ?? null);
}

function isEnglish(locale: string): boolean {
  return languageOf(locale) === "en";
}

/** The PSA's kind is not stored: its words are those that fit any. */
function explain(step: Step, decision: DecisionJson, locale: string) {
  const { person, portal, asked, company, steps, projects } = decision;
  const told = {
    email: person?.email ?? null,
    psaKind: null,
    portal: { slug: asked, currentSlug: portal },
    company,
    steps: steps.map(revived),
    hiddenProjects: projects.hidden,
  };
  return step.cause && explainForFirm(step.cause, told, revived(step), locale);
}

function revived(step: Step) {
  return { ...step, readAt: step.readAt === null ? null : new Date(step.readAt) };
}
