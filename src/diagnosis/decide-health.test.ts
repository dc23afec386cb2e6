import { describe, expect, test } from "vitest";
import type { PsaTrouble } from "../access/facts.ts";
import { type Check, decideAfterRead, decideHealth, type Health, isMailDue } from "./decide-health.ts";

const now = new Date("2026-03-12T10:00:00Z");
const MINUTE_MS = 60_000;
const trouble = (cause: PsaTrouble["cause"], detail = "words"): PsaTrouble => ({ kind: "trouble", cause, detail });

const good: Check = {
  identity: { organisation: "North", tokenOwner: "Maya" },
  sight: { kind: "fine", canary: null },
  isShortOfCalls: false,
  fastestMs: 100,
  isLessFound: false,
};
const canary = { email: "jane@acme.example", companyId: "c-acme" } as never;

describe("what a check comes to", () => {
  const table: [what: string, check: Partial<Check>, state: string, cause: string | null][] = [
    ["everything answers", {}, "green", null],
    ["no answer about the key", { identity: trouble("psa.down") }, "red", "psa.down"],
    ["no answer about people", { sight: trouble("psa.down") }, "red", "psa.down"],
    ["the key is refused", { identity: trouble("psa.token_revoked") }, "red", "psa.token_revoked"],
    ["the organisation is refused", { identity: trouble("psa.wrong_org") }, "red", "psa.wrong_org"],
    ["an answer that nobody understands", { sight: trouble("psa.bad_answer") }, "red", "psa.bad_answer"],
    ["asked to wait", { sight: trouble("psa.rate_limited") }, "amber", "psa.rate_limited"],
    ["gaps around the canary", { sight: { kind: "gaps", canary, gap: "line 3: cut" } }, "amber", "psa.partial"],
    ["several people gone at once", { sight: { kind: "less", canary } }, "amber", "psa.token_sees_less"],
    ["the watch sees far fewer contacts", { isLessFound: true }, "amber", "psa.token_sees_less"],
    ["few calls left", { isShortOfCalls: true }, "amber", "psa.rate_limited"],
    ["two seconds for its fastest answer", { fastestMs: 2_000 }, "amber", "psa.down"],
    ["just below two seconds", { fastestMs: 1_999 }, "green", null],
    [
      "silence goes before a canary that is gone",
      { identity: trouble("psa.down"), isLessFound: true },
      "red",
      "psa.down",
    ],
    ["seeing less goes before being slow", { isLessFound: true, fastestMs: 9_000 }, "amber", "psa.token_sees_less"],
  ];
  test.each(table)("%s", (_, check, state, cause) => {
    expect(decideHealth({ ...good, ...check })).toMatchObject({ state, cause });
  });

  test("carries the PSA's own words", () => {
    expect(decideHealth({ ...good, identity: trouble("psa.down", "ECONNREFUSED") }).detail).toBe("ECONNREFUSED");
    expect(decideHealth({ ...good, identity: trouble("psa.down", "") }).detail).toBeNull();
  });
});

describe("what a page's read says between two checks", () => {
  const green: Health = { state: "green", cause: null, detail: null };
  const amber: Health = { state: "amber", cause: "psa.token_sees_less", detail: null };
  const red: Health = { state: "red", cause: "psa.down", detail: null };
  const table: [what: string, before: Health, read: PsaTrouble | null, after: string | null][] = [
    ["an answer after red is green", red, null, "green"],
    ["an answer says nothing against amber", amber, null, null],
    ["an answer while green is no news", green, null, null],
    ["silence is red", green, trouble("psa.down"), "red"],
    ["the same silence again is no news", red, trouble("psa.down"), null],
    ["a refused key after silence is news", red, trouble("psa.token_revoked"), "red"],
    ["asked to wait is amber", green, trouble("psa.rate_limited"), "amber"],
    ["one person who cannot be understood is not the connection", green, trouble("psa.bad_answer"), null],
    ["nor one whose records could not be read", green, trouble("psa.partial"), null],
  ];
  test.each(table)("%s", (_, before, read, after) => {
    expect(decideAfterRead(before, read)?.state ?? null).toBe(after);
  });
});

describe("when the admins are told", () => {
  const table: [
    what: string,
    state: Health["state"],
    cause: Health["cause"],
    minutes: number,
    told: string,
    due: boolean,
  ][] = [
    ["silence of a minute mails nobody", "red", "psa.down", 1, "green", false],
    ["silence of two minutes is told", "red", "psa.down", 2, "green", true],
    ["it is told once", "red", "psa.down", 60, "red", false],
    ["a refused key is told at once", "red", "psa.token_revoked", 0, "green", true],
    ["a refused organisation is told at once", "red", "psa.wrong_org", 0, "green", true],
    ["amber of three minutes mails nobody", "amber", "psa.partial", 3, "green", false],
    ["amber that is still there at the next check is told", "amber", "psa.partial", 5, "green", true],
    ["red after amber was told is told too", "red", "psa.down", 2, "amber", true],
    ["amber after red was told is told when it lasts", "amber", "psa.partial", 5, "red", true],
    ["recovery is told at once", "green", null, 0, "red", true],
    ["recovery of what nobody was told of is not told", "green", null, 0, "green", false],
  ];
  test.each(table)("%s", (_, state, cause, minutes, told, due) => {
    const since = new Date(now.getTime() - minutes * MINUTE_MS);
    expect(isMailDue({ state, cause, since, mailedState: told as Health["state"] }, now)).toBe(due);
  });
});
