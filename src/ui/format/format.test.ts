import { describe, expect, test } from "vitest";
import { formatAge } from "./age.ts";
import { formatDay, formatPlainDay, formatSpan } from "./day.ts";
import { formatMoney } from "./money.ts";
import { formatCount, formatPercent, formatQuantity } from "./number.ts";

describe("days", () => {
  test.each([
    ["2026-03-12", "12 March (in 9 days)"],
    ["2026-03-03", "3 March (today)"],
    ["2026-03-04", "4 March (tomorrow)"],
    ["2026-03-02", "2 March (yesterday)"],
    ["2026-02-22", "22 February (9 days ago)"],
    ["2026-09-30", "30 September"],
    ["2027-03-12", "12 March 2027"],
    ["2025-12-30", "30 December 2025"],
  ])("%s is said as %s", (day, text) => {
    expect(formatDay(day, "2026-03-03", "en-GB")).toBe(text);
  });

  test("the distance is kept over the turn of the year, and so is the year", () => {
    expect(formatDay("2027-01-02", "2026-12-31", "en-GB")).toBe("2 January 2027 (in 2 days)");
  });

  test("the locale decides the order and the words", () => {
    expect(formatDay("2026-03-12", "2026-03-03", "en-US")).toBe("March 12 (in 9 days)");
    expect(formatDay("2026-03-12", "2026-03-03", "de-DE")).toBe("12. März (in 9 Tagen)");
    expect(formatPlainDay("2026-03-12", "2026-03-03", "fr-FR")).toBe("12 mars");
  });

  test("a span names the ends that are known", () => {
    // Which blank stands beside the dash is the locale data's affair.
    const span = (start: string, end: string) => formatSpan(start, end, "2026-03-03", "en-GB")?.replace(/\s/g, " ");
    expect(span("2026-02-03", "2026-03-12")).toBe("3 Feb – 12 Mar");
    expect(span("2025-02-03", "2025-03-12")).toBe("3 Feb – 12 Mar 2025");
    expect(span("2026-02-03", "2027-03-12")).toBe("3 Feb 2026 – 12 Mar 2027");
    expect(formatSpan("2026-02-03", null, "2026-03-03", "en-GB")).toBe("from 3\u00a0Feb");
    expect(formatSpan(null, "2026-03-12", "2026-03-03", "en-GB")).toBe("until 12\u00a0Mar");
    expect(formatSpan(null, null, "2026-03-03", "en-GB")).toBeNull();
  });
});

describe("ages", () => {
  const now = new Date("2026-03-03T12:00:00Z");
  test.each([
    ["2026-03-03T11:59:30Z", "just now"],
    ["2026-03-03T12:00:09Z", "just now"],
    ["2026-03-03T11:54:00Z", "6 minutes ago"],
    ["2026-03-03T09:10:00Z", "2 hours ago"],
    ["2026-03-02T11:00:00Z", "yesterday"],
    ["2026-01-02T12:00:00Z", "60 days ago"],
  ])("%s is %s", (moment, text) => {
    expect(formatAge(new Date(moment), now, "en-GB")).toBe(text);
  });
});

describe("numbers", () => {
  test("percent keeps its unit on the same line", () => {
    expect(formatPercent(62.4, "en-GB")).toBe("62\u00a0%");
  });

  test("a quantity agrees with its noun", () => {
    expect(formatQuantity(1, "project", "projects", "en-GB")).toBe("1\u00a0project");
    expect(formatQuantity(1204, "project", "projects", "en-GB")).toBe("1,204\u00a0projects");
    expect(formatCount(1204, "de-DE")).toBe("1.204");
  });
});

describe("money", () => {
  test("no cent is lost where a float would lose it", () => {
    expect(formatMoney({ amount: "9007199254740993.01", currency: "USD" }, "en-US")).toBe("$9,007,199,254,740,993.01");
  });

  test("currency follows the locale", () => {
    expect(formatMoney({ amount: "1234.50", currency: "EUR" }, "de-DE")).toBe("1.234,50\u00a0€");
  });

  test("what is no number or no currency code is shown as it is", () => {
    expect(formatMoney({ amount: "n/a", currency: "USD" }, "en-US")).toBe("n/a USD");
    expect(formatMoney({ amount: "12", currency: "US dollars" }, "en-US")).toBe("12 US dollars");
  });
});
