// What a list says of itself while the PSA has not sent everything.
import { expect, test } from "vitest";
import { stillReading } from "../psa/patient-listing.ts";
import { presentListed, presentReading } from "./present-listed.ts";

const now = new Date("2026-03-12T10:00:00Z");
const said = (listed: Parameters<typeof presentListed>[0]) => presentListed(listed, { now, locale: "en-GB" });
const half = stillReading({ read: 6_801, of: 67_003 });
const earlier = { value: [], readAt: new Date("2026-03-12T09:58:00Z"), gaps: [] };

test("a list that is being read says how far that is, whether there is an older one to show or none", () => {
  expect(said(half)).toContain("So far 6,801 of about 67,003 records.");
  expect(said({ ...earlier, late: half })).toMatch(/as read 2 minutes ago.* So far 6,801 of about 67,003 records\.$/);
});

test("until everything is counted, only what was read is said", () => {
  expect(said(stillReading({ read: 6_801, of: null }))).toContain("So far 6,801\u00a0records.");
  expect(said(stillReading({ read: 0, of: null }))).not.toContain("So far");
});

test("where the PSA does not say how much there is, nothing is said of it", () => {
  expect(said(stillReading(null))).not.toContain("So far");
});

test("before its first record a PSA is not called a big one: it has not answered yet", () => {
  const text = (trouble: typeof half) =>
    presentReading(trouble, { readAt: null, now, locale: "en-GB", href: "/" })?.text ?? "";
  for (const silent of [stillReading(null), stillReading({ read: 0, of: null })])
    expect(text(silent)).toMatch(/^Your PSA has not answered yet; ProLens goes on asking\. This page loads itself/);
  expect(text(half)).toMatch(/^Your PSA holds more than can be read/);
});

test("a list as it is now says nothing of itself", () => {
  expect(said({ ...earlier, late: null })).toBeNull();
});
