// Questions that come while others are being answered are answered together, in the next round: it begins after they were
// asked, so its answers are as fresh as their own would have been.
import { setImmediate as turnOfLoop } from "node:timers/promises";
import { whenAllAborted } from "../../lib/when-all-aborted.ts";
import type { Call } from "../port.ts";

type Asker<Question, Answer> = {
  questions: readonly Question[];
  signal: AbortSignal;
  resolve: (answers: Answer[]) => void;
  reject: (reason: unknown) => void;
};

export type AnswerRound<Question, Answer> = (questions: readonly Question[], call: Call) => Promise<Answer[]>;

/** Whoever waits for a page never waits for a round of background work. */
export function inRounds<Question, Answer>(answer: AnswerRound<Question, Answer>): AnswerRound<Question, Answer> {
  const urgent = queue(answer, true);
  const background = queue(answer, false);
  return (questions, { signal, isUrgent }) => (isUrgent ? urgent : background)(questions, signal);
}

function queue<Question, Answer>(answer: AnswerRound<Question, Answer>, isUrgent: boolean) {
  let waiting: Asker<Question, Answer>[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    isRunning = true;
    // Those who ask in the same moment are all there before the first round begins.
    await turnOfLoop();
    while (waiting.length > 0) {
      const askers = waiting.filter(({ signal }) => !signal.aborted);
      waiting = [];
      if (askers.length > 0)
        await answerTogether(askers, (questions, signal) => answer(questions, { signal, isUrgent }));
    }
    isRunning = false;
  }

  return (questions: readonly Question[], signal: AbortSignal): Promise<Answer[]> =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      waiting.push({ questions, signal, resolve, reject });
      if (!isRunning) void run();
    });
}

async function answerTogether<Question, Answer>(
  askers: Asker<Question, Answer>[],
  answer: (questions: readonly Question[], signal: AbortSignal) => Promise<Answer[]>,
): Promise<void> {
  const questions = askers.flatMap((asker) => asker.questions);
  try {
    const answers = await answer(questions, whenAllAborted(askers.map(({ signal }) => signal)));
    for (const asker of askers) asker.resolve(answers.splice(0, asker.questions.length));
  } catch (err) {
    for (const asker of askers) asker.reject(err);
  }
}
