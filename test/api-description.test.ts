// openapi.json: valid, and a description of exactly what is there.
import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decide } from "../src/access/decide.ts";
import { presentDecision } from "../src/access/decision-json.ts";
import { factsOfQuestion } from "../src/access/scenarios/facts-of.ts";
import { scenarios } from "../src/access/scenarios/scenarios.ts";
import { decisionSchema } from "../src/api/schemas.ts";
import { ApiClient } from "./support/api-client.ts";
import { startTestApp, type TestApp } from "./support/test-app.ts";
import { routesOf } from "./support/walk.ts";

let app: TestApp;
let document: Record<string, unknown>;
beforeAll(async () => {
  app = await startTestApp();
  const answer = await new ApiClient(app, null).get("/api/v1/openapi.json");
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/json"]);
  document = JSON.parse(answer.text);
});
afterAll(() => app.stop());

test("the description is OpenAPI 3.1", async () => {
  const validator = new Validator();
  expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
});

test("what is described is what is there, and everything but the description itself takes a key", () => {
  type Operation = { security?: unknown[]; responses: Record<string, unknown> };
  const paths = document.paths as Record<string, Record<string, Operation>>;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      route: `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`,
      operation,
    })),
  );
  expect(operations.map(({ route }) => route).sort()).toEqual(routesOf(app.app, "api"));
  const open = operations.filter(({ operation }) => operation.security?.length === 0).map(({ route }) => route);
  expect(open).toEqual(["GET /api/v1/openapi.json"]);
  expect(document.security).toEqual([{ apiKey: [] }]);
  for (const { route, operation } of operations.filter(({ route }) => !open.includes(route)))
    expect([route, Object.keys(operation.responses)]).toEqual([
      route,
      expect.arrayContaining(["200", "400", "401", "429"]),
    ]);
});

test.each(scenarios)("the description of a decision holds: $title", ({ world }) => {
  const json = JSON.parse(JSON.stringify(presentDecision(decide(factsOfQuestion(world)), "PL-7K3M-9Q")));
  expect(decisionSchema.parse(json)).toEqual(json);
});

test("nothing of a decision is left undescribed", () => {
  const described = new Set(
    scenarios.flatMap(({ world }) => Object.keys(presentDecision(decide(factsOfQuestion(world)), null))),
  );
  expect(Object.keys(decisionSchema.shape).sort()).toEqual([...described].sort());
});
