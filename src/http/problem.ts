import type { AppContext } from "./env.ts";
import { faultOf } from "./fault-of.ts";

type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 413 | 429 | 500 | 503;

/** What went wrong with a request at the API, for programs: RFC 9457. */
type Problem<Status> = { code: string; status: Status; title: string; detail: string };

/** What answering takes of a request, whatever else it carries. */
export type Answering = Pick<AppContext, "env" | "header" | "json">;

/** When whoever met a trouble that passes should ask again. */
export const RETRY_AFTER_S = "5";

/** The media type of every answer that is no success. */
export const PROBLEM_TYPE = "application/problem+json";

/** Answers with a problem. `instance` is the request's id, under which the log has the rest. */
export function answerProblem<Status extends ProblemStatus>(c: Answering, { code, ...problem }: Problem<Status>) {
  const instance = `urn:uuid:${c.env.requestId}`;
  const isPassing = problem.status === 503;
  const headers = {
    "Content-Type": PROBLEM_TYPE,
    "Cache-Control": "no-store",
    ...(isPassing && { "Retry-After": RETRY_AFTER_S }),
  };
  return c.json({ type: `urn:prolens:problem:${code}`, ...problem, instance }, problem.status, headers);
}

const titles: Record<number, string> = {
  403: "Not allowed",
  404: "Nothing at this address",
  413: "Request too large",
  503: "Not able to answer right now",
};

/** Turns any fault into a problem that shows its public half; the rest goes into the log. */
export function onApiError(err: Error, c: Answering): Response {
  const fault = faultOf(err);
  if (!fault) {
    c.env.log.error({ err }, "request failed");
    const detail = "Nothing was lost. Try again; if it stays like this, pass on the instance.";
    return answerProblem(c, { code: "broken", status: 500, title: "Something broke on our side", detail });
  }
  const { code, message, publicMessage: detail } = fault;
  const status = fault.status as ProblemStatus;
  if (status < 500) c.env.log.info({ code, detail: message }, "request refused");
  else c.env.log.error({ err }, "request failed");
  return answerProblem(c, { code, status, title: titles[status] ?? "Request refused", detail });
}

/** The problem of every address below the API at which nothing stands. */
export function noSuchEndpoint(c: Answering): Response {
  const detail = "The endpoints are described at /api/v1/openapi.json.";
  return answerProblem(c, { code: "nothing_here", status: 404, title: "Nothing at this address", detail });
}
