import { createRoute } from "@hono/zod-openapi";
import { inFirmRead } from "../../data/database.ts";
import { listPortals } from "../../data/queries/portals.ts";
import { readWholeDirectory } from "../../psa/read-directory.ts";
import { listRegister } from "../../tenancy/register.ts";
import { gatewayOf } from "../ask-live.ts";
import { commonProblems, portalsSchema } from "../schemas.ts";
import type { ApiApp, ApiServices } from "../services.ts";

const route = createRoute({
  method: "get",
  path: "/api/v1/portals",
  summary: "Every client company with its portal's address",
  responses: {
    200: { description: "By company name.", content: { "application/json": { schema: portalsSchema } } },
    ...commonProblems,
  },
});

/** `/portals`: the register of the firm's portal addresses. */
export function addPortals(app: ApiApp, services: ApiServices): void {
  app.openapi(route, async (c) => {
    const firm = c.get("caller");
    const portals = await inFirmRead(services.db, firm.id, listPortals);
    const gateway = await gatewayOf(services, firm);
    const reading = await readWholeDirectory(gateway);
    const companies = "kind" in reading ? null : reading.value.companies;
    const complete = !("kind" in reading) && reading.gaps.length === 0;
    return c.json({ portals: listRegister(await services.linkOrigin(firm), portals, companies), complete }, 200);
  });
}
