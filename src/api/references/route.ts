import { createRoute, z } from "@hono/zod-openapi";
import { presentDecision } from "../../access/decision-json.ts";
import { inFirmRead } from "../../data/database.ts";
import { findDecision } from "../../data/queries/decisions.ts";
import { decideAgain } from "../../diagnosis/decide-again.ts";
import { parseReference } from "../../domain/reference.ts";
import { answerProblem } from "../../http/problem.ts";
import { diagnosisParts } from "../ask-live.ts";
import { commonProblems, problemResponse, referenceSchema } from "../schemas.ts";
import type { ApiApp, ApiServices } from "../services.ts";

const route = createRoute({
  method: "get",
  path: "/api/v1/references/{code}",
  summary: "The stored decision behind a reference",
  request: {
    params: z.object({ code: z.string().openapi({ example: "PL-7K3M-9Q" }) }),
    query: z.object({
      now: z.enum(["true", "false"]).optional().openapi({ description: "Also decide anew, asking the PSA." }),
    }),
  },
  responses: {
    200: { description: "As it was decided.", content: { "application/json": { schema: referenceSchema } } },
    ...commonProblems,
    404: problemResponse("Your firm has stored nothing under this reference. Decisions are kept for 90 days."),
  },
});

/** `/references/{code}`: what was decided, and with `now=true` what would be decided now. */
export function addReferences(app: ApiApp, services: ApiServices): void {
  app.openapi(route, async (c) => {
    const firm = c.get("caller");
    const reference = parseReference(c.req.valid("param").code);
    const stored = reference && (await inFirmRead(services.db, firm.id, (tx) => findDecision(tx, reference)));
    if (!stored) return answerProblem(c, reference === null ? notAReference : notStored);
    if (c.req.valid("query").now !== "true") return c.json(stored, 200);
    const again = await decideAgain(await diagnosisParts(services, firm), stored, services.hosts);
    return c.json({ ...stored, now: again && presentDecision(again, null) }, 200);
  });
}

const notAReference = {
  code: "no_reference",
  status: 400,
  title: "This is no reference",
  detail: "A reference looks like PL-7K3M-9Q. A mistyped letter is noticed.",
} as const;

const notStored = {
  code: "not_stored",
  status: 404,
  title: "Nothing is stored under this reference",
  detail: "Your firm has given out no such reference within the last 90 days.",
} as const;
