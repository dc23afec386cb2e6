import { beforeEach, expect, onTestFinished, test } from "vitest";
import { ask, organization, token } from "../testing/json-api.ts";
import { smallFirm } from "../testing/small-firm.ts";
import { idOf } from "./resource.ts";
import { type ProductiveStandIn, startProductiveStandIn } from "./stand-in.ts";

let standIn: ProductiveStandIn;
let time = new Date("2026-05-04T10:00:00Z");

beforeEach(async () => {
  standIn = await startProductiveStandIn({ records: smallFirm(), organization, token, now: () => time });
  onTestFinished(() => standIn.close());
});

test("answers are JSON:API, and a GET needs no content type", async () => {
  const { status, headers } = await ask(standIn, "/people");
  expect([status, headers.get("content-type")]).toEqual([200, "application/vnd.api+json"]);
});

test.each(["", "wrong"])("the token '%s' is 401 invalid_auth_token", async (wrong) => {
  const { status, json } = await ask(standIn, "/people", { "x-auth-token": wrong });
  expect([status, json.errors[0].code, json.errors[0].title]).toEqual([401, "invalid_auth_token", "Unauthenticated"]);
});

test("an organization in which the token's user is nobody is 403 no_person", async () => {
  const { status, json } = await ask(standIn, "/people", { "x-organization-id": "1234" });
  expect([status, json.errors[0].code]).toEqual([403, "no_person"]);
});

test("trap: organization_memberships answers for any organization, with the one that the user really has", async () => {
  const path =
    "/organization_memberships?include=organization,person&fields[people]=first_name&fields[organizations]=name";
  const { status, json } = await ask(standIn, path, { "x-organization-id": "1234" });
  expect(status).toBe(200);
  expect(json.data[0].relationships.organization.data).toEqual({ type: "organizations", id: organization.id });
  expect(json.data[0].id).toBe(json.data[0].relationships.person.data.id);
  expect(json.included).toContainEqual({
    id: organization.id,
    type: "organizations",
    attributes: { name: organization.name },
  });
});

test("trap: a membership asked without include names neither person nor organization", async () => {
  const { json } = await ask(standIn, "/organization_memberships");
  expect(json.data[0].relationships.organization).toEqual({ meta: { included: false } });
  expect(json.data[0].relationships.person).toEqual({ meta: { included: false } });
});

test.each(["/people/1", "/nothing", "/nothing/1", "/people/1/2"])("%s is 404 record_not_found", async (path) => {
  const { status, json } = await ask(standIn, path);
  expect([status, json.errors[0].code]).toEqual([404, "record_not_found"]);
});

test("writes are refused and counted; a body of another type is 415", async () => {
  const write = (method: string, path: string, type: string) =>
    fetch(`${standIn.baseUrl}${path}`, {
      method,
      headers: { "x-auth-token": token, "x-organization-id": organization.id, "content-type": type },
      body: "{}",
    });
  const person = `/people/${idOf("people", "staff nora")}`;
  expect((await write("POST", "/people", "application/json")).status).toBe(415);
  for (const method of ["POST", "PATCH", "PUT", "DELETE"]) {
    expect((await write(method, person, "application/vnd.api+json")).status).toBe(405);
  }
  expect(standIn.countWrites()).toBe(5);
});

async function askTimes(count: number, path: string) {
  let last = await ask(standIn, path);
  for (let asked = 1; asked < count; asked += 1) last = await ask(standIn, path);
  return last;
}

test("the 101st request within 10 seconds is 429 and says when the window ends", async () => {
  expect((await askTimes(100, "/teams")).status).toBe(200);
  time = new Date(time.getTime() + 3_000);
  const { status, headers, json } = await ask(standIn, "/teams");
  expect([status, headers.get("x-ratelimit-reset")]).toEqual([429, "7"]);
  expect(json.errors[0]).toMatchObject({ status: 429, title: "Too many requests", limit: 100, period: 10 });
  time = new Date(time.getTime() + 7_000);
  expect((await ask(standIn, "/teams")).status).toBe(200);
});

test("the eleventh report within 30 seconds is 429", async () => {
  await askTimes(10, "/reports/time_reports");
  const { status, json } = await ask(standIn, "/reports/time_reports");
  expect([status, json.errors[0].limit, json.errors[0].period]).toEqual([429, 10, 30]);
});

test("limits can be switched off", async () => {
  standIn.behaviour.limitsRate = false;
  expect((await askTimes(101, "/teams")).status).toBe(200);
});
