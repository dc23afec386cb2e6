import { createRoute, z } from "@hono/zod-openapi";
import type { ApiApp } from "../services.ts";

const route = createRoute({
  method: "get",
  path: "/api/v1/openapi.json",
  summary: "This description",
  security: [],
  responses: {
    200: {
      description: "OpenAPI 3.1.",
      content: { "application/json": { schema: z.looseObject({ openapi: z.string() }).openapi("Description") } },
    },
  },
});

const KEY = "apiKey";

/** `/openapi.json`: the description of every endpoint. It says nothing of any firm, so it needs no key. */
export function addDescription(app: ApiApp): void {
  app.openAPIRegistry.registerComponent("securitySchemes", KEY, {
    type: "http",
    scheme: "bearer",
    description: "A key of your firm, made in Settings → API keys or with `prolens api-key create`.",
  });
  app.openAPIRegistry.registerPath(route);
  app.get(route.getRoutingPath(), (c) => {
    const document = app.getOpenAPI31Document({
      openapi: "3.1.0",
      info: { title: "ProLens", version: "1", description, license: { name: "Apache-2.0" } },
      servers: [{ url: "/" }],
      security: [{ [KEY]: [] }],
    });
    return c.json(document);
  });
}

const description = [
  "What ProLens decides about a firm's clients, for the firm's own programs. Read-only.",
  "Within version 1 members and cause codes are added, and none is changed or taken away.",
].join(" ");
