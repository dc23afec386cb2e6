import { type Answering, answerProblem } from "../http/problem.ts";

/** The problem of a request whose allowance is used up, with when to come back. */
export function tooManyRequests(c: Answering, waitMs: number) {
  const seconds = Math.ceil(waitMs / 1000);
  c.header("Retry-After", String(seconds));
  return answerProblem(c, {
    code: "too_many_requests",
    status: 429,
    title: "Too many requests",
    detail: `Try again in ${seconds} seconds.`,
  });
}
