import { LOCALE } from "../lib/locale.ts";
import type { Decision, Step } from "./decision.ts";
import { explainForFirm } from "./explain/firm.ts";
import { visitorRemedy } from "./explain/visitor.ts";

/** The decision in the shape that `diagnose`, `reference` and the API answer with, and in which it is stored. */
export function presentDecision(decision: Decision, reference: string | null) {
  return {
    outcome: decision.outcome,
    cause: decision.cause,
    reference,
    person: decision.email === null ? null : { email: decision.email },
    firm: decision.firm.slug,
    portal: decision.portal.currentSlug,
    asked: decision.portal.slug,
    company: decision.company,
    decidedAt: decision.at.toISOString(),
    steps: decision.steps.map((step) => presentStep(step, decision)),
    projects: { visible: decision.visibleProjectIds.length, hidden: decision.hiddenProjects },
    fields: decision.fields,
  };
}

export type DecisionJson = ReturnType<typeof presentDecision>;

function presentStep(step: Step, decision: Decision) {
  const explained = step.cause === null ? null : explainForFirm(step.cause, decision, step, LOCALE);
  return {
    check: step.check,
    verdict: step.verdict,
    cause: step.cause,
    reason: explained?.reason ?? null,
    evidence: step.evidence,
    readAt: step.readAt?.toISOString() ?? null,
    remedy: explained === null ? null : { visitor: visitorRemedy(step), firm: explained.remedy },
  };
}
