import type { PsaTrouble } from "../../access/facts.ts";
import type { LinkAnswer, LinkReview } from "../../switching/review-link.ts";
import { PORTALS_PATH } from "../frame.ts";
import { presentTrouble } from "../present-trouble.ts";
import { nothingToSay, presentReviewReading, presentShows, presentStale, type ReviewModel } from "../review/present.ts";
import { presentLinkForm } from "../review/present-form.ts";
import { presentCarried, presentLost } from "../review/present-groups.ts";
import { reviewWords } from "../review/words.ts";
import { linkPath } from "./paths.ts";
import { linkWords } from "./words.ts";

export type LinkInput = {
  answer: Extract<LinkAnswer, { kind: "ready" | "no_answer" }>;
  /** What the form before has sent, to be carried along. */
  choices: Record<string, string>;
  /** They agreed to something that is no longer so. */
  isStale: boolean;
  /** They agreed a moment ago to something that was no longer known by then. */
  wasForgotten: boolean;
  now: Date;
  locale: string;
};

/** Before a portal is linked: the company to choose, who would get in, and whom its limits hold. */
export function presentLink(input: LinkInput): ReviewModel {
  const { answer, choices, locale } = input;
  const say = linkWords(locale);
  const { portal } = answer;
  const head = {
    heading: say("heading", { company: portal.companyName }),
    lead: say("lead", { slug: portal.slug }),
    keep: { label: say("leave"), href: PORTALS_PATH },
  };
  const reading = presentReviewReading(linkPath(portal.id), input);
  if (answer.kind === "no_answer") {
    const problems = reading ? [] : [troubleText(answer.trouble, locale)];
    const stale = presentStale(input, reading ? "waiting" : "silent");
    return { ...head, ...nothingToSay, reading, isWaiting: reading !== null, problems: [...stale, ...problems] };
  }
  const { plan, gaps, digest } = answer;
  const company = linkedCompany(answer);
  const sayOfReview = reviewWords(locale);
  return {
    ...head,
    reading,
    isWaiting: false,
    problems: [...presentStale(input, "ready"), ...(gaps.length > 0 ? [say("gaps", { count: gaps.length })] : [])],
    summary: [],
    form: presentLinkForm(plan, linkPath(portal.id), sayOfReview),
    groups: company ? presentLost(answer, say("psa"), sayOfReview) : [],
    folds: company ? presentCarried(answer, sayOfReview) : [],
    shows: presentShows(answer, say("psa"), locale),
    note: say(!company ? "first_company" : plan.change ? "counts" : "first_limits"),
    switch:
      company && plan.change
        ? {
            label: say("link", { company: company.name }),
            target: { action: linkPath(portal.id), fields: { ...choices, seen: digest } },
          }
        : null,
  };
}

function troubleText(trouble: PsaTrouble, locale: string): string {
  return trouble.cause === "psa.not_connected" ? linkWords(locale)("no_psa") : presentTrouble(trouble, locale);
}

/** The company that the portal would be linked to; null while none is chosen. */
export function linkedCompany({ plan }: LinkReview) {
  return plan.portals[0]?.company ?? null;
}
