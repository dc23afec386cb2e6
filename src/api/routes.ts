// The firm's own programs ask here. Read-only; a key is the only way in, and problems are RFC 9457.
import { OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { answerProblem, noSuchEndpoint, onApiError } from "../http/problem.ts";
import { badRequest } from "./bad-request.ts";
import { addDescription } from "./description/route.ts";
import { addDiagnose } from "./diagnose/route.ts";
import { addPortals } from "./portals/route.ts";
import { addPreflight } from "./preflight/route.ts";
import { addReferences } from "./references/route.ts";
import { requireKey } from "./require-key.ts";
import type { ApiApp, ApiEnv, ApiServices } from "./services.ts";

/** All endpoints below /api on the office's host. */
export function apiRoutes(services: ApiServices): ApiApp {
  const app: ApiApp = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (!result.success) return badRequest(c, describeIssues(result.error.issues));
    },
  });
  app.use(readOnly);
  addDescription(app);
  app.use(requireKey(services));
  addReferences(app, services);
  addDiagnose(app, services);
  addPortals(app, services);
  addPreflight(app, services);
  app.notFound(noSuchEndpoint);
  app.onError(onApiError);
  return app;
}

/** Nothing is kept on the way, and nothing is changed. */
const readOnly: MiddlewareHandler<ApiEnv> = async function answerReadsOnly(c, next) {
  c.header("Cache-Control", "no-store");
  if (c.req.method === "GET" || c.req.method === "HEAD") return next();
  c.header("Allow", "GET, HEAD");
  const detail = "The API is read-only.";
  return answerProblem(c, { code: "method_not_allowed", status: 405, title: "Method not allowed", detail });
};

function describeIssues(issues: { path: PropertyKey[]; message: string }[]): string {
  return issues.map(({ path, message }) => `\`${path.map(String).join(".")}\`: ${message}.`).join(" ");
}
