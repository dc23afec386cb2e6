import { describe, expect, test } from "vitest";
import { type PulseInput, presentPulse } from "./present.ts";

const now = new Date("2026-11-25T12:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const input = (overrides: Partial<PulseInput> = {}): PulseInput => ({
  every: "two_weeks",
  isAsked: true,
  answer: null,
  typed: null,
  projectPath: "/acme/projects/p-1",
  firmName: "North Studio",
  now,
  locale: "en-GB",
  ...overrides,
});
const answer = (days: number, comment = "") => ({ id: "a-1", score: 4, comment, at: ago(days) });

describe("the pulse on a project's page", () => {
  test("asks with five faces when an answer is due, each with its word", () => {
    const model = presentPulse(input({ answer: answer(14) }));
    expect(model).toMatchObject({ state: "asking", action: "/acme/projects/p-1/pulse" });
    expect(model?.state === "asking" && model.faces.map(({ label }) => label)).toEqual([
      "Very unhappy",
      "Unhappy",
      "So-so",
      "Happy",
      "Very happy",
    ]);
  });

  test("thanks until the next answer is due, with the place for a comment unfolded only right after it", () => {
    const model = presentPulse(input({ answer: answer(0) }));
    expect(model).toMatchObject({ state: "answered", answered: "Your answer on 25 November: Happy." });
    expect(model?.state === "answered" && model.comment.isOpen).toBe(true);
    const later = presentPulse(input({ answer: answer(13, "Good") }));
    expect(later?.state === "answered" && later.comment).toMatchObject({
      said: "Your comment: Good",
      isOpen: false,
      value: "Good",
      problem: null,
    });
  });

  test("keeps a comment that is too long as it was typed, even when the next answer is due meanwhile", () => {
    const model = presentPulse(input({ answer: answer(20), typed: "y".repeat(1_200) }));
    expect(model?.state === "answered" && model.comment).toMatchObject({
      value: "y".repeat(1_200),
      isOpen: true,
      problem: "This is 1,200 characters long. Shorten it to 1,000 and send it again; nothing of it is lost.",
    });
  });

  test("is absent where nobody is asked", () => {
    expect(presentPulse(input({ isAsked: false, answer: answer(1) }))).toBeNull();
  });

  test("speaks the visitor's language", () => {
    const model = presentPulse(input({ answer: answer(0), locale: "de-DE" }));
    expect(model?.state === "answered" && model.answered).toBe("Ihre Antwort am 25. November: Zufrieden.");
  });
});
