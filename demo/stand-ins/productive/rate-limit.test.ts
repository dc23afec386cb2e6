import { expect, test } from "vitest";
import { rateLimiter } from "./rate-limit.ts";

test("an organization has 4,000 requests in half an hour, however slowly they come", () => {
  let nowMs = Date.parse("2026-05-04T10:00:00Z");
  const limit = rateLimiter(() => new Date(nowMs));
  const request = { token: "t", organizationId: "999", isReport: false };
  for (let asked = 0; asked < 4_000; asked += 1) {
    nowMs += 400;
    expect(limit(request)).toBeNull();
  }
  expect(limit(request)?.error).toMatchObject({ limit: 4_000, period: 1_800 });
  nowMs += 1_800_000;
  expect(limit(request)).toBeNull();
});

test("one token's requests do not use up another's", () => {
  const limit = rateLimiter(() => new Date("2026-05-04T10:00:00Z"));
  const ask = (token: string) => limit({ token, organizationId: token, isReport: false });
  for (let asked = 0; asked < 101; asked += 1) ask("one");
  expect(ask("one")).not.toBeNull();
  expect(ask("another")).toBeNull();
});
