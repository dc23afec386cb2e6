import { createRoute, z } from "@hono/zod-openapi";
import { diagnosePerson } from "../../diagnosis/diagnose-person.ts";
import type { DoorAsked } from "../../diagnosis/door-asked.ts";
import { doorOfUrl } from "../../diagnosis/door-of-url.ts";
import { parseEmail } from "../../domain/email.ts";
import type { Firm } from "../../domain/firm.ts";
import { diagnosisParts } from "../ask-live.ts";
import { badRequest } from "../bad-request.ts";
import { commonProblems, decisionSchema } from "../schemas.ts";
import type { ApiApp, ApiServices } from "../services.ts";

const route = createRoute({
  method: "get",
  path: "/api/v1/diagnose",
  summary: "Would this person get in at this door, now, and why",
  description: "Asks the PSA. Without a door it is that of the company to which the PSA links the person.",
  request: {
    query: z.object({
      email: z.string().max(320).openapi({ example: "jane.doe@acme.example" }),
      portal: z.string().min(1).max(200).optional().openapi({ description: "The portal's address.", example: "acme" }),
      url: z.string().max(2_000).optional().openapi({ description: "The address they opened; in place of `portal`." }),
    }),
  },
  responses: {
    200: {
      description: "The decision, whatever its outcome. It is stored.",
      content: { "application/json": { schema: decisionSchema } },
    },
    ...commonProblems,
  },
});

/** `/diagnose`: the decision about a person at a door, by the same function that guards the pages. */
export function addDiagnose(app: ApiApp, services: ApiServices): void {
  app.openapi(route, async (c) => {
    const firm = c.get("caller");
    const { email: typed, ...doors } = c.req.valid("query");
    const email = parseEmail(typed);
    if (!email) return badRequest(c, "`email` is no email address.");
    const door = doorAsked(doors, firm, services);
    if (!door) return badRequest(c, "Name one door: `portal`, or `url` with the whole address.");
    const { decision, portal } = await diagnosePerson(await diagnosisParts(services, firm), email, door);
    return c.json(await services.decisions.store({ decision, source: "diagnose", portalId: portal?.id ?? null }), 200);
  });
}

type Doors = { portal?: string | undefined; url?: string | undefined };

function doorAsked({ portal, url }: Doors, firm: Firm, { hosts }: ApiServices): DoorAsked | null {
  if (url === undefined)
    return portal === undefined ? { kind: "own" } : { kind: "slug", slug: portal, projectId: null };
  return portal === undefined ? doorOfUrl(url, firm, hosts) : null;
}
