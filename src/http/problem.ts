import { AppError } from "../lib/app-error.ts";
import type { AppContext } from "./env.ts";

type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 413 | 429 | 500;

/** What went wrong with a request at the API, for programs: RFC 9457. */
type Problem<Status> = { code: string; status: Status; title: string; detail: string };

/** What answering takes of a request, whatever else it carries. */
export type Answering = Pick<AppContext, "env" | "header" | "json">;

/** The media type of every answer that is no success. */
export const PROBLEM_TYPE = "application/problem+json";

/** Answers with a problem. `instance` is the request's id, under which the log has the rest. */
export function answerProblem<Status extends ProblemStatus>(c: Answering, { code, ...problem }: Problem<Status>) {
  const instance = `urn:uuid:${c.env.requestId}`;
  const headers = { "Content-Type": PROBLEM_TYPE, "Cache-Control": "no-store" };
  return c.json({ type: `urn:prolens:problem:${code}`, ...problem, instance }, problem.status, headers);
}

const titles: Record<number, string> = {
  403: "Not allowed",
  404: "Nothing at this address",
  413: "Request too large",
};

/** Turns any fault into a problem that shows its public half; the rest goes into the log. */
export function onApiError(err: Error, c: Answering): Response {
  if (!(err instanceof AppError)) {
    c.env.log.error({ err }, "request failed");
    const detail = "Nothing was lost. Try again; if it stays like this, pass on the instance.";
    return answerProblem(c, { code: "broken", status: 500, title: "Something broke on our side", detail });
  }
  const { code, message, publicMessage: detail } = err;
  c.env.log.info({ code, detail: message }, "request refused");
  const status = err.status as ProblemStatus;
  return answerProblem(c, { code, status, title: titles[status] ?? "Request refused", detail });
}

/** The problem of every address below the API at which nothing stands. */
export function noSuchEndpoint(c: Answering): Response {
  const detail = "The endpoints are described at /api/v1/openapi.json.";
  return answerProblem(c, { code: "nothing_here", status: 404, title: "Nothing at this address", detail });
}
