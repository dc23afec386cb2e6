import { type Answering, answerProblem } from "../http/problem.ts";

/** The problem of a request that is not as openapi.json describes it. */
export function badRequest(c: Answering, detail: string) {
  return answerProblem(c, { code: "bad_request", status: 400, title: "The request is not as described", detail });
}
