import { describe, expect, test } from "vitest";
import { type Health, nothingFound } from "../access/connection-health.ts";
import type { PsaTrouble } from "../access/facts.ts";
import type { CompanyId } from "../domain/ids.ts";
import {
  type Check,
  decideHealth,
  foundByCheck,
  foundByPage,
  isMailDue,
  lookTroubleOf,
  type PageRead,
  type Standing,
  standingAfter,
} from "./decide-health.ts";

const now = new Date("2026-03-12T10:00:00Z");
const MINUTE_MS = 60_000;
const trouble = (cause: PsaTrouble["cause"], detail = "words"): PsaTrouble => ({ kind: "trouble", cause, detail });

const good: Check = {
  sight: { kind: "fine", canary: null },
  projects: "read",
  identity: { organisation: "North", tokenOwner: "Maya" },
  isShortOfCalls: false,
  fastestMs: 100,
  isLessFound: false,
  lookTrouble: null,
};
const canary = { email: "jane@acme.example", companyId: "c-acme" } as never;

describe("what a check comes to", () => {
  const table: [what: string, check: Partial<Check>, state: string, cause: string | null, source: string | null][] = [
    ["everything answers", {}, "green", null, null],
    ["no answer about people", { sight: trouble("psa.down") }, "red", "psa.down", "check.people"],
    ["no answer about projects", { projects: trouble("psa.down") }, "red", "psa.down", "check.projects"],
    ["no right to projects", { projects: trouble("psa.wrong_org") }, "red", "psa.wrong_org", "check.projects"],
    ["no answer about the token alone", { identity: trouble("psa.down") }, "amber", "psa.down", "check.token"],
    [
      "the token has lost a right, and reads",
      { identity: trouble("psa.wrong_org") },
      "amber",
      "psa.wrong_org",
      "check.token",
    ],
    ["the key is refused", { sight: trouble("psa.token_revoked") }, "red", "psa.token_revoked", "check.people"],
    ["the organisation is refused", { sight: trouble("psa.wrong_org") }, "red", "psa.wrong_org", "check.people"],
    [
      "an answer that nobody understands",
      { sight: trouble("psa.bad_answer") },
      "red",
      "psa.bad_answer",
      "check.people",
    ],
    ["asked to wait", { sight: trouble("psa.rate_limited") }, "amber", "psa.rate_limited", "check.people"],
    [
      "gaps around the canary",
      { sight: { kind: "gaps", canary, gap: "line 3: cut" } },
      "amber",
      "psa.partial",
      "check.people",
    ],
    [
      "several people gone at once",
      { sight: { kind: "less", canary } },
      "amber",
      "psa.token_sees_less",
      "check.people",
    ],
    [
      "the one known person is gone",
      { sight: { kind: "lost", canary } },
      "amber",
      "psa.token_sees_less",
      "check.people",
    ],
    ["the watch sees far fewer contacts", { isLessFound: true }, "amber", "psa.token_sees_less", "check.people"],
    [
      "the watch cannot read everybody",
      { lookTrouble: "psa.rate_limited" },
      "amber",
      "psa.rate_limited",
      "check.everybody",
    ],
    ["few calls left", { isShortOfCalls: true }, "amber", "psa.rate_limited", "check.people"],
    ["two seconds for its fastest answer", { fastestMs: 2_000 }, "amber", "psa.down", "check.people"],
    ["just below two seconds", { fastestMs: 1_999 }, "green", null, null],
    ["silence goes before less", { sight: trouble("psa.down"), isLessFound: true }, "red", "psa.down", "check.people"],
    [
      "seeing less goes before being slow",
      { isLessFound: true, fastestMs: 9_000 },
      "amber",
      "psa.token_sees_less",
      "check.people",
    ],
  ];
  test.each(table)("%s", (_, check, state, cause, source) => {
    expect(decideHealth({ ...good, ...check })).toMatchObject({ state, cause, source });
  });

  test("carries the PSA's own words, and whom it lost where it may be that person alone", () => {
    expect(decideHealth({ ...good, sight: trouble("psa.down", "ECONNREFUSED") }).detail).toBe("ECONNREFUSED");
    expect(decideHealth({ ...good, sight: trouble("psa.down", "") }).detail).toBeNull();
    expect(decideHealth({ ...good, sight: { kind: "lost", canary } }).detail).toBe("jane@acme.example");
    expect(decideHealth({ ...good, sight: { kind: "less", canary } }).detail).toBeNull();
  });
});

/** What happened, and how the connection stands after it: "red psa.down check.people", or "green"; with a star where it is mailed. */
type Step = [minutes: number, event: Partial<Check> | PageRead, stands: string];

const ok = {};
const acme = "c-acme" as CompanyId;
const birch = "c-birch" as CompanyId;
const people = (cause: PsaTrouble["cause"] | null): PageRead => ({ kind: "people", trouble: cause && trouble(cause) });
const work = (companyId: CompanyId, cause: PsaTrouble["cause"] | null): PageRead => ({
  ...{ kind: "projects", companyId, trouble: cause && trouble(cause) },
});
const rounds = (count: number, ...steps: Step[]): Step[] => Array.from({ length: count }, () => steps).flat();

const downAll: Partial<Check> = { sight: trouble("psa.down"), projects: null, identity: null };
const downWork: Partial<Check> = { projects: trouble("psa.down"), identity: null };
const lessRights: Partial<Check> = { identity: trouble("psa.wrong_org") };

describe("sequences: every state is told once, and ends with the kind of question that found it", () => {
  const table: Record<string, Step[]> = {
    "an hour of silence, and its end": [
      [5, ok, "green"],
      [5, downAll, "red psa.down check.people"],
      [5, downAll, "red psa.down check.people *"],
      ...rounds(10, [5, downAll, "red psa.down check.people"]),
      [5, ok, "green *"],
      ...rounds(3, [5, ok, "green"]),
    ],
    "one hiccup": [
      [5, downAll, "red psa.down check.people"],
      [5, ok, "green"],
    ],
    "a token that has lost a right, while pages are answered all the time": [
      [5, lessRights, "amber psa.wrong_org check.token *"],
      ...rounds(
        12,
        [1, people(null), "amber psa.wrong_org check.token"],
        [4, lessRights, "amber psa.wrong_org check.token"],
      ),
      [1, people(null), "amber psa.wrong_org check.token"],
      [4, ok, "green *"],
    ],
    "projects that cannot be read, while people can: pages say so first, the next check says that it is all of them": [
      [1, work(acme, "psa.down"), "amber psa.down page.projects"],
      [1, people(null), "amber psa.down page.projects"],
      [3, downWork, "red psa.down check.projects"],
      ...rounds(
        1,
        [1, work(acme, "psa.down"), "red psa.down check.projects"],
        [4, downWork, "red psa.down check.projects *"],
      ),
      ...rounds(
        11,
        [1, work(acme, "psa.down"), "red psa.down check.projects"],
        [4, downWork, "red psa.down check.projects"],
      ),
      [1, work(acme, null), "red psa.down check.projects"],
      [0, ok, "green *"],
    ],
    "one company whose projects cannot be read, in spite of good checks and of other companies": [
      [1, work(acme, "psa.down"), "amber psa.down page.projects"],
      [4, ok, "amber psa.down page.projects *"],
      ...rounds(
        12,
        [1, people(null), "amber psa.down page.projects"],
        [1, work(birch, null), "amber psa.down page.projects"],
        [3, ok, "amber psa.down page.projects"],
      ),
      [1, work(acme, null), "green *"],
      [4, ok, "green"],
    ],
    "records of one company that cannot be read": [
      [1, work(acme, "psa.partial"), "amber psa.partial page.projects"],
      [1, work(birch, "psa.bad_answer"), "amber psa.partial page.projects"],
      [3, ok, "amber psa.partial page.projects *"],
      [1, work(acme, null), "green *"],
    ],
    "a key that is refused for one company's projects, and then for all": [
      [1, work(acme, "psa.wrong_org"), "red psa.wrong_org page.projects *"],
      [4, { projects: trouble("psa.wrong_org"), identity: null }, "red psa.wrong_org check.projects"],
      [5, ok, "green *"],
    ],
    "pages that get no answer while checks, which wait for longer, get theirs": [
      [1, people("psa.down"), "red psa.down page.people"],
      [4, ok, "red psa.down page.people *"],
      ...rounds(12, [1, people("psa.down"), "red psa.down page.people"], [4, ok, "red psa.down page.people"]),
      [1, people(null), "green *"],
      [4, ok, "green"],
    ],
    "silence that pages met first and a check as well ends with the check, though nobody loads a page": [
      [1, people("psa.down"), "red psa.down page.people"],
      [4, downAll, "red psa.down check.people *"],
      [5, ok, "green *"],
    ],
    "what a check has found ends with no page": [
      [5, downAll, "red psa.down check.people"],
      [1, people(null), "red psa.down check.people"],
      [4, downAll, "red psa.down check.people *"],
      [1, people(null), "red psa.down check.people"],
      [4, ok, "green *"],
    ],
    "asked to wait, and then silent": [
      [
        5,
        { sight: trouble("psa.rate_limited"), projects: null, identity: null },
        "amber psa.rate_limited check.people",
      ],
      [1, people("psa.down"), "red psa.down page.people"],
      [4, downAll, "red psa.down check.people *"],
      [5, ok, "green *"],
    ],
    "one person who cannot be understood is not the connection": [
      [1, people("psa.bad_answer"), "green"],
      [1, people("psa.partial"), "green"],
    ],
    "a known person who is gone, alone": [
      [5, { sight: { kind: "lost", canary } }, "amber psa.token_sees_less check.people"],
      [5, { sight: { kind: "lost", canary } }, "amber psa.token_sees_less check.people *"],
      ...rounds(
        10,
        [1, people(null), "amber psa.token_sees_less check.people"],
        [4, { sight: { kind: "lost", canary } }, "amber psa.token_sees_less check.people"],
      ),
      [5, ok, "green *"],
    ],
    "red that becomes amber is told when it lasts": [
      [5, downAll, "red psa.down check.people"],
      [5, downAll, "red psa.down check.people *"],
      [5, { isLessFound: true }, "amber psa.token_sees_less check.people"],
      [5, { isLessFound: true }, "amber psa.token_sees_less check.people *"],
      [5, ok, "green *"],
    ],
  };

  test.each(Object.entries(table))("%s", (_, steps) => {
    let at = now;
    let standing: Standing = {
      ...{ state: "green", cause: null, detail: null, source: null },
      ...{ findings: nothingFound, since: now, mailedState: "green" },
    };
    const told = steps.map(([minutes, event]) => {
      at = new Date(at.getTime() + minutes * MINUTE_MS);
      const before = standing;
      const findings =
        "kind" in event ? foundByPage(before.findings, event) : foundByCheck(before.findings, { ...good, ...event });
      standing = standingAfter(before, findings, at);
      const { state, cause, source, mailedState } = standing;
      return [state, cause, source, mailedState === before.mailedState ? null : "*"].filter(Boolean).join(" ");
    });
    expect(told).toEqual(steps.map(([, , stands]) => stands));
  });

  test("a page's read that says nothing new leaves the very same findings", () => {
    const red = foundByPage(nothingFound, people("psa.down"));
    for (const read of [people("psa.down"), work(acme, null)]) expect(foundByPage(red, read)).toBe(red);
    expect(foundByPage(nothingFound, people(null))).toBe(nothingFound);
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

test("until when a vendor has asked to wait is kept as it said last", () => {
  const met = (detail: string) =>
    ({ kind: "people", trouble: { kind: "trouble", cause: "psa.rate_limited", detail } }) as const;
  const first = foundByPage(nothingFound, met("until 14:05"));
  expect(foundByPage(first, met("until 14:05"))).toBe(first);
  expect(foundByPage(first, met("until 14:20")).people?.detail).toBe("until 14:20");
});

describe("a drift watch that cannot read everybody, look after look", () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 2, 12, 10, minute));
  const cause = "psa.rate_limited";
  const green = { state: "green", source: null, since: at(0) } as const;

  test("is told where the connection was well when the last look began, and for as long as the looks fail", () => {
    expect(lookTroubleOf({ cause, lookedAt: at(15), before: green })).toBe(cause);
    const told = { state: "amber", source: "check.everybody", since: at(20) } as const;
    expect(lookTroubleOf({ cause, lookedAt: at(15), before: told })).toBe(cause);
    expect(lookTroubleOf({ cause: null, lookedAt: at(30), before: told })).toBeNull();
  });

  test("says nothing where the PSA was silent when the last look began: the next look may well come to its end", () => {
    expect(lookTroubleOf({ cause, lookedAt: at(15), before: { ...green, state: "red" } })).toBeNull();
    expect(lookTroubleOf({ cause, lookedAt: at(15), before: { ...green, since: at(20) } })).toBeNull();
  });

  test("says nothing before the first look and the first check", () => {
    expect(lookTroubleOf({ cause, lookedAt: null, before: green })).toBeNull();
    expect(lookTroubleOf({ cause, lookedAt: at(15), before: null })).toBeNull();
  });
});
