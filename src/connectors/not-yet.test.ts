import { expect, test } from "vitest";
import { PsaFault, psaFaultCodes } from "./errors.ts";
import { leftOut, NOT_YET, orNotYet } from "./not-yet.ts";

const { signal } = new AbortController();
const about = { place: "/v2/time_entries", rowsMax: 10_000, parts: ["hours"] } as const;

test("for a page it is asked as what can be left; behind it, as everything else", async () => {
  const isSecond = (isUrgent: boolean) => orNotYet({ signal, isUrgent }, async (call) => call.isSecond ?? false);
  expect([await isSecond(true), await isSecond(false)]).toEqual([true, false]);
});

test.each(psaFaultCodes)("%s: a page goes without where calls run short, and without nothing else", async (code) => {
  const read = (isUrgent: boolean) => orNotYet({ signal, isUrgent }, () => Promise.reject(new PsaFault(code, "x")));
  if (code === "rate_limited") expect(await read(true)).toBe(NOT_YET);
  else await expect(read(true)).rejects.toMatchObject({ code });
  await expect(read(false)).rejects.toMatchObject({ code });
});

test("what is too long and what is left for now are told apart, and what was read is no gap", () => {
  const whyOf = (listing: unknown) => leftOut(listing, about).map(({ place, unread }) => [place, unread]);
  const unread = { parts: ["hours"], projectId: null };
  expect(whyOf(null)).toEqual([[about.place, { ...unread, why: "too_much" }]]);
  expect(whyOf(NOT_YET)).toEqual([[about.place, { ...unread, why: "not_yet" }]]);
  expect(whyOf({ rows: [] })).toEqual([]);
});
