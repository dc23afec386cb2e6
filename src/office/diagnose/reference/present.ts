import { presentDecision } from "../../../access/decision-json.ts";
import { summariseForFirm } from "../../../access/explain/firm.ts";
import { formatMoment, type MomentModel } from "../../../ui/format/moment.ts";
import { doorFieldOfAsked } from "../door-asked.ts";
import { personPath, referencePath } from "../paths.ts";
import { aboutOf } from "../person-about.ts";
import { type Advice, presentAdvice } from "../present-advice.ts";
import { type ComparisonModel, presentComparison } from "../present-comparison.ts";
import { type NewestMail, presentNewestMail } from "../present-events.ts";
import { presentSteps, type StepModel, summariseStored } from "../present-steps.ts";
import type { ReferenceLoad } from "./load.ts";
import { referenceWords } from "./words.ts";

export type ReferenceModel = {
  labels: { allPeople: string; person: string; steps: string };
  reference: string;
  summary: string;
  when: MomentModel;
  /** The same question asked now; null where nobody is known to ask about. */
  live: {
    newestMail: NewestMail | null;
    summary: string;
    advice: Advice;
    comparison: ComparisonModel;
    personHref: string;
  } | null;
  /** The stored steps, where there is nothing to compare them with. */
  steps: StepModel[];
};

type ReferenceInput = ReferenceLoad & { reference: string; canChange: boolean; now: Date; locale: string };

/** The decision as it was and as it would be now. */
export function presentReference(input: ReferenceInput): ReferenceModel {
  const { stored, live, reference, now, locale } = input;
  const say = referenceWords(locale);
  return {
    labels: { allPeople: say("all_people"), person: say("person"), steps: say("steps") },
    reference: stored.reference ?? reference,
    summary: summariseStored(stored, locale),
    when: formatMoment(new Date(stored.decidedAt), now, locale),
    live: live && presentLive(input, live),
    steps: live ? [] : presentSteps(stored, { now, locale }),
  };
}

function presentLive(
  { stored, mails, reference, canChange, now, locale }: ReferenceInput,
  { diagnosis, settings }: NonNullable<ReferenceLoad["live"]>,
): ReferenceModel["live"] {
  const { decision } = diagnosis;
  const next = referencePath(stored.reference ?? reference);
  const before = { decision: stored, isStored: true };
  return {
    newestMail: presentNewestMail({ mails }, { now, locale }),
    summary: referenceWords(locale)("now", { summary: summariseForFirm(decision, locale) }),
    advice: presentAdvice(diagnosis, aboutOf(diagnosis, settings, next), { canChange, locale }),
    comparison: presentComparison(
      { before, now: presentDecision(decision, null), beforeWord: "back_then" },
      { now, locale },
    ),
    personHref: personPath(decision.email ?? "", doorFieldOfAsked(stored.asked)),
  };
}
