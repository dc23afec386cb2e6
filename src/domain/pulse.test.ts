import { describe, expect, test } from "vitest";
import type { Email } from "./email.ts";
import type { PortalId, ProjectId } from "./ids.ts";
import { averageAt, isPulseDue, parsePulseScore, type ScoreGiven, trendBegin, trendOf } from "./pulse.ts";

const at = (text: string) => new Date(`${text}T12:00:00Z`);
const now = at("2026-11-25");
const given = (score: number, day: string, more: Partial<ScoreGiven> = {}): ScoreGiven => ({
  portalId: "a" as PortalId,
  projectId: "p" as ProjectId,
  email: "jane@acme.example" as Email,
  score,
  at: at(day),
  ...more,
});

describe("whether an answer is due", () => {
  test.each([
    ["week", "2026-11-18", true],
    ["week", "2026-11-19", false],
    ["two_weeks", "2026-11-11", true],
    ["two_weeks", "2026-11-12", false],
    ["month", "2026-10-26", true],
    ["month", "2026-10-27", false],
    ["off", "2020-01-01", false],
  ] as const)("every %s, last answered on %s: %s", (every, day, isDue) => {
    expect(isPulseDue(every, at(day), now)).toBe(isDue);
  });

  test("who has never answered is asked, unless it is off; an answer from a clock that runs ahead counts", () => {
    expect([isPulseDue("month", null, now), isPulseDue("off", null, now)]).toEqual([true, false]);
    expect(isPulseDue("week", at("2026-11-26"), now)).toBe(false);
  });
});

test("a score is one of the five and nothing else", () => {
  expect(["1", "5", "0", "6", "3.0", "", " 3", undefined].map(parsePulseScore)).toEqual([
    1,
    5,
    ...[null, null, null, null, null, null],
  ]);
});

describe("the average", () => {
  test("is made of the newest answer of each person about each project", () => {
    const other = { email: "bo@acme.example" as Email };
    const scores = [given(1, "2026-11-01"), given(5, "2026-11-10"), given(3, "2026-11-02", other)];
    expect(averageAt(scores, now)).toEqual({ average: 4, answers: 2 });
    const elsewhere = given(1, "2026-11-03", { projectId: "q" as ProjectId });
    expect(averageAt([...scores, elsewhere], now)).toEqual({ average: 3, answers: 3 });
  });

  test("leaves out what is older than 90 days, and what is yet to come", () => {
    expect(averageAt([given(1, "2026-08-26")], now)).toBeNull();
    expect(averageAt([given(1, "2026-08-27"), given(5, "2026-11-26")], now)).toEqual({ average: 1, answers: 1 });
    expect(averageAt([], now)).toBeNull();
  });
});

test("the trend stands at the ends of months that had answers, and ends now", () => {
  const points = trendOf([given(2, "2026-09-03"), given(3, "2026-10-31"), given(5, "2026-11-20")], now);
  expect(points.map(({ at: then, average }) => [then.toISOString().slice(0, 10), average])).toEqual([
    ["2026-09-30", 2],
    ["2026-10-31", 3],
    ["2026-11-25", 5],
  ]);
  expect(trendBegin(now) < new Date("2026-04-02")).toBe(true);
});
