import { expect, test } from "vitest";
import { explainAsked } from "./visitor-asked.ts";

test.each(["told", "already", "too_often"] as const)(
  "%s: at most forty words, no jargon, and what happens next",
  (kind) => {
    const { heading, text } = explainAsked(kind, { firm: "Harbor & Finch", day: "25 November" });
    expect(`${heading} ${text}`.split(/\s+/).length).toBeLessThanOrEqual(46);
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(40);
    expect(text).not.toMatch(/PSA|access|session|permission|request|error|denied|sync/i);
    expect(text).toContain("Harbor & Finch");
  },
);
