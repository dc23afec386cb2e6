import { beforeEach, expect, onTestFinished, test } from "vitest";
import {
  answerHtml,
  answerStatus,
  cutBody,
  dripBody,
  editJson,
  neverAnswer,
  redirectTo,
  sendHugeBody,
  shiftClock,
} from "./faults.ts";
import { type StandInServer, startServer } from "./server.ts";

let server: StandInServer;

beforeEach(async () => {
  server = await startServer(() => Response.json({ name: "Dana", at: "2026-03-01T12:00:00.000+01:00" }));
  onTestFinished(() => server.close());
});

const get = (path = "/people", init: RequestInit = {}) => fetch(`${server.url}${path}`, init);

test("the log has method, path, decoded query and status, and no token", async () => {
  await get("/people?filter[email]=a%2Bb@c.example", {
    headers: { "x-auth-token": "t0p", authorization: "Bearer t0p" },
  });
  const [seen] = server.requests;
  expect(seen).toMatchObject({
    method: "GET",
    path: "/people",
    query: { "filter[email]": "a+b@c.example" },
    status: 200,
  });
  expect(seen?.headers["x-auth-token"]).toBe("(secret)");
  expect(JSON.stringify(server.requests)).not.toContain("t0p");
});

test("requests that would write are counted", async () => {
  await get("/people", { method: "POST" });
  await get("/people", { method: "DELETE" });
  await get();
  expect(server.countWrites()).toBe(2);
});

test("a fault meets as many requests as it says, on the paths that it says, and none after recovery", async () => {
  server.fail(answerStatus(503, "down", { "retry-after": "7" }), { path: /^\/people/, times: 1 });
  expect((await get("/projects")).status).toBe(200);
  const failed = await get();
  expect([failed.status, failed.headers.get("retry-after"), await failed.text()]).toEqual([503, "7", "down"]);
  expect((await get()).status).toBe(200);
  server.fail(answerStatus(500));
  expect([(await get()).status, (await get()).status]).toEqual([500, 500]);
  server.recover();
  expect((await get()).status).toBe(200);
  expect(server.requests.map(({ status }) => status)).toEqual([200, 503, 200, 500, 500, 200]);
});

test("HTML comes instead of JSON", async () => {
  server.fail(answerHtml());
  const response = await get();
  expect(response.headers.get("content-type")).toContain("text/html");
  expect(await response.text()).toContain("<!doctype html>");
});

test("a redirect names another place", async () => {
  server.fail(redirectTo("http://elsewhere.example/"));
  const response = await get("/people", { redirect: "manual" });
  expect([response.status, response.headers.get("location")]).toEqual([302, "http://elsewhere.example/"]);
});

test("a body is cut in the middle", async () => {
  server.fail(cutBody());
  const response = await get();
  await expect(response.text()).rejects.toThrow();
});

test("silence lasts until the asker gives up or the server closes, and leaves no status", async () => {
  server.fail(neverAnswer());
  await expect(get("/people", { signal: AbortSignal.timeout(50) })).rejects.toThrow();
  const waiting = get();
  const refused = expect(waiting).rejects.toThrow();
  await expect.poll(() => server.requests.length).toBe(2);
  await server.close();
  await refused;
  expect(server.requests.map(({ status }) => status)).toEqual([null, null]);
});

test("a dripping body is the right one, slowly", async () => {
  const whole = await (await get()).text();
  server.fail(dripBody(1));
  const { body } = await get();
  const sizes: number[] = [];
  for await (const chunk of body ?? []) sizes.push(chunk.length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(whole.length);
  expect(sizes.length).toBeGreaterThan(1);
});

test("JSON is edited on its way", async () => {
  server.fail(editJson(({ name, ...rest }) => ({ ...rest, nickname: name })));
  expect(await (await get()).json()).toMatchObject({ nickname: "Dana" });
});

test("a huge body comes in full", async () => {
  server.fail(sendHugeBody(1_000_000));
  expect((await (await get()).arrayBuffer()).byteLength).toBeGreaterThanOrEqual(1_000_000);
});

test("a wrong clock moves the Date header and every timestamp", async () => {
  const dayMs = 86_400_000;
  server.fail(shiftClock(-dayMs));
  const response = await get();
  expect(await response.json()).toMatchObject({ at: "2026-02-28T11:00:00.000Z" });
  const apart = Date.now() - Date.parse(response.headers.get("date") ?? "");
  expect(apart).toBeGreaterThan(dayMs - 5_000);
});

test("latency delays every answer", async () => {
  server.delayBy(60_000);
  await expect(get("/people", { signal: AbortSignal.timeout(50) })).rejects.toThrow();
});
