import { expect, test } from "vitest";
import { PsaFault } from "../connectors/errors.ts";
import { askOnce } from "./ask-once.ts";

test("what answers is handed on, and is asked as background work", async () => {
  expect(await askOnce(async ({ isUrgent }) => isUrgent, { deadlineMs: 1_000 })).toEqual({
    kind: "answered",
    value: false,
  });
});

test("a PSA that never answers is given up, though it ignores its signal", async () => {
  const asked = await askOnce(() => new Promise(() => {}), { deadlineMs: 20 });
  expect(asked).toEqual({ kind: "refused", code: "unavailable", detail: "no answer within 0.02 seconds" });
});

test("a refusal comes with the PSA’s own words", async () => {
  const ask = () => Promise.reject(new PsaFault("auth_expired", "the token is unknown"));
  const asked = await askOnce(ask, { deadlineMs: 1_000 });
  expect(asked).toEqual({ kind: "refused", code: "auth_expired", detail: "the token is unknown" });
});

test("a fault of ours is no answer of the PSA’s", async () => {
  await expect(askOnce(() => Promise.reject(new TypeError("ours")), { deadlineMs: 1_000 })).rejects.toThrow("ours");
});
