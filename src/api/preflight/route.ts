import { createRoute, z } from "@hono/zod-openapi";
import { presentPreflight } from "../../diagnosis/preflight-json.ts";
import { runPreflight } from "../../diagnosis/run-preflight.ts";
import { answerProblem } from "../../http/problem.ts";
import { LOCALE } from "../../lib/locale.ts";
import { hasAnswered, isStillReading, type StillReading } from "../../psa/patient-listing.ts";
import { diagnosisParts } from "../ask-live.ts";
import { commonProblems, preflightSchema, problemResponse } from "../schemas.ts";
import type { ApiApp, ApiServices } from "../services.ts";
import { tooManyRequests } from "../too-many-requests.ts";

const route = createRoute({
  method: "get",
  path: "/api/v1/preflight",
  summary: "Every contact of every portal: who would get in, who would not, and why",
  description: "Asks the PSA. Nothing is stored, and a firm has twelve of these a minute.",
  request: {
    query: z.object({
      portal: z.string().min(1).max(200).optional().openapi({ description: "Only this portal.", example: "acme" }),
    }),
  },
  responses: {
    200: { description: "By portal.", content: { "application/json": { schema: preflightSchema } } },
    ...commonProblems,
    404: problemResponse("Your firm has no portal at this current address."),
    503: problemResponse(
      "The PSA has not sent everything while the request waited, and is being read; Retry-After says when to ask again.",
    ),
  },
});

/** `/preflight`: who would get in, before an address is shared. */
export function addPreflight(app: ApiApp, services: ApiServices): void {
  app.openapi(route, async (c) => {
    const firm = c.get("caller");
    const { portal = null } = c.req.valid("query");
    const waitMs = await services.limits.take("api_preflight_of_firm", firm.id);
    if (waitMs > 0) return tooManyRequests(c, waitMs);
    const run = await runPreflight(await diagnosisParts(services, firm), {
      slug: portal,
      locale: LOCALE,
      waiting: "forProgram",
    });
    if (portal !== null && !run.all.some(({ slug }) => slug === portal)) return answerProblem(c, noSuchPortal);
    if (isStillReading(run.trouble)) return answerProblem(c, stillReading(run.trouble));
    return c.json(presentPreflight(run), 200);
  });
}

function stillReading(trouble: StillReading) {
  const state = hasAnswered(trouble)
    ? "The PSA holds more than can be read while a request waits."
    : "The PSA has not answered yet.";
  return {
    code: "still_reading",
    status: 503,
    title: "Still being read",
    detail: `${state} It goes on being read: ask again.`,
  } as const;
}

const noSuchPortal = {
  code: "no_such_portal",
  status: 404,
  title: "No such portal",
  detail: "Your firm has no portal at this current address; /api/v1/portals lists them.",
} as const;
