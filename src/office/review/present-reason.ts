import { explainForFirm, stoppingStep } from "../../access/explain/firm.ts";
import { isUnlinked } from "../../domain/psa-switch.ts";
import type { PersonChange } from "../../switching/compare-access.ts";
import type { Review } from "../../switching/review-switch.ts";
import { reasonWords } from "./reason-words.ts";

/** Why somebody no longer gets in after the switch, and the one change that mends it; empty where they get in after all. */
export function presentReason(
  person: PersonChange,
  { decideLost }: Pick<Review, "decideLost">,
  locale: string,
): string {
  if (isUnlinked(person.portal.companyId)) return reasonWords(locale)("stays_closed");
  const decision = decideLost(person);
  const step = stoppingStep(decision);
  if (!step?.cause) return "";
  const { reason, remedy } = explainForFirm(step.cause, decision, step, locale);
  return `${reason} ${remedy}`;
}
