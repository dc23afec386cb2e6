import type { PulseAnswer } from "../../../data/queries/pulse.ts";
import { calendarDateOf } from "../../../domain/calendar-date.ts";
import type { PulseEvery } from "../../../domain/portal-defaults.ts";
import { isPulseDue, PULSE_COMMENT_MAX, type PulseScore, pulseScores } from "../../../domain/pulse.ts";
import type { Say } from "../../../lib/words.ts";
import { formatPlainDay } from "../../../ui/format/day.ts";
import { formatCount } from "../../../ui/format/number.ts";
import type { FormTarget } from "../../../ui/frame.ts";
import { pulseWords } from "../pulse-words.ts";

export type PulseModel =
  | { state: "asking"; heading: string; lead: string; action: string; faces: { score: PulseScore; label: string }[] }
  | { state: "answered"; score: number; thanks: string; answered: string; comment: CommentModel };

export type CommentModel = {
  /** The comment as it was sent; null while there is none. */
  said: string | null;
  summary: string;
  /** Unfolded right after the answer, and while something is wrong with what was typed. */
  isOpen: boolean;
  label: string;
  hint: string;
  problem: string | null;
  value: string;
  send: string;
  target: FormTarget;
};

export type PulseInput = {
  every: PulseEvery;
  /** Whether the project is one that people are asked about. */
  isAsked: boolean;
  answer: PulseAnswer | null;
  /** A comment that was too long, as it was typed. */
  typed: string | null;
  /** "/acme/projects/p-1". */
  projectPath: string;
  firmName: string;
  now: Date;
  locale: string;
};

const FRESH_MS = 10 * 60_000;

/** The five faces when an answer is due; after one, the thanks and the place for a comment. Null where nobody is asked. */
export function presentPulse(input: PulseInput): PulseModel | null {
  const { every, isAsked, answer, typed, projectPath, firmName, now } = input;
  if (!isAsked) return null;
  const say = pulseWords(input.locale);
  if (answer && (typed !== null || !isPulseDue(every, answer.at, now))) return presentAnswered(answer, input, say);
  return {
    state: "asking",
    heading: say("heading"),
    lead: say("lead", { firm: firmName }),
    action: `${projectPath}/pulse`,
    faces: pulseScores.map((score) => ({ score, label: say(`score_${score}`) })),
  };
}

function presentAnswered(answer: PulseAnswer, input: PulseInput, say: Say<WordsKey>): PulseModel {
  const { firmName, now, locale } = input;
  const day = formatPlainDay(calendarDateOf(answer.at), calendarDateOf(now), locale);
  const score = pulseScores.find((one) => one === answer.score) ?? 3;
  return {
    state: "answered",
    score,
    thanks: say("thanks", { firm: firmName }),
    answered: say("answered", { day, answer: say(`score_${score}`) }),
    comment: presentComment(answer, input, say),
  };
}

function presentComment(answer: PulseAnswer, input: PulseInput, say: Say<WordsKey>): CommentModel {
  const { typed, projectPath, firmName, now, locale } = input;
  const max = formatCount(PULSE_COMMENT_MAX, locale);
  const hasComment = answer.comment !== "";
  const isFresh = now.getTime() - answer.at.getTime() < FRESH_MS;
  return {
    said: hasComment ? say("comment_said", { comment: answer.comment }) : null,
    summary: say(hasComment ? "comment_change" : "comment_add"),
    isOpen: typed !== null || (isFresh && !hasComment),
    label: say("comment_label", { firm: firmName }),
    hint: say("comment_hint", { max }),
    problem: typed === null ? null : say("comment_too_long", { count: formatCount([...typed].length, locale), max }),
    value: typed ?? answer.comment,
    send: say("comment_send"),
    target: { action: `${projectPath}/pulse/comment`, fields: { answer: answer.id } },
  };
}

type WordsKey = Parameters<ReturnType<typeof pulseWords>>[0];
