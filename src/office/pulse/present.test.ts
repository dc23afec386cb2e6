import { expect, test } from "vitest";
import type { PortalAnswer } from "../../data/queries/pulse.ts";
import type { Email } from "../../domain/email.ts";
import type { Portal } from "../../domain/firm.ts";
import type { PortalId, ProjectId } from "../../domain/ids.ts";
import type { ScoreGiven } from "../../domain/pulse.ts";
import { type PulseInput, presentPulse } from "./present.ts";

const now = new Date("2026-11-25T12:00:00Z");
const portal = (id: string) => ({ id, companyName: `Company ${id}` }) as Portal;
const score = (portalId: string, value: number, day: string): ScoreGiven => ({
  portalId: portalId as PortalId,
  projectId: "p" as ProjectId,
  email: "jane@acme.example" as Email,
  score: value,
  at: new Date(`${day}T12:00:00Z`),
});
const answer = (index: number, comment = ""): PortalAnswer => ({
  ...{ id: `${index}`, portalId: "a" as PortalId, projectName: "Library", email: "jane@acme.example" as Email },
  ...{ score: 2, comment, at: new Date("2026-01-02T10:00:00Z") },
});
/** As the database answers when these scores are all that there is. */
const answersTo = (scores: ScoreGiven[]): PulseInput["answers"] =>
  new Map(
    [...Map.groupBy(scores, ({ portalId }) => portalId)].map(([portalId, own]) => [
      portalId,
      { total: own.length, answers: own.map((given, index) => ({ ...answer(index), ...given })) },
    ]),
  );
const input = (overrides: Partial<PulseInput>): PulseInput => ({
  portals: [portal("a"), portal("b"), portal("c")],
  scores: [],
  answers: new Map(),
  every: "two_weeks",
  page: 1,
  now,
  locale: "en-GB",
  ...(overrides.scores && { answers: answersTo(overrides.scores) }),
  ...overrides,
});
const plain = (text: string | null | undefined) => text?.replaceAll("\u00a0", " ");

test("the least happy client stands first, with its average and how that has moved in words", () => {
  const scores = [score("a", 3, "2026-08-20"), score("a", 5, "2026-11-20"), score("b", 2, "2026-11-01")];
  const { clients, silentText } = presentPulse(input({ scores }));
  expect(clients.map(({ companyName, average }) => [companyName, plain(average)])).toEqual([
    ["Company b", "2.0 of 5, from 1 answer"],
    ["Company a", "5.0 of 5, from 1 answer"],
  ]);
  expect(clients[1]).toMatchObject({
    trendText: "Up from 3.0 to 5.0 since August",
    pointsText: "At the end of each month: August 3.0, September 3.0, October 3.0, now 5.0",
  });
  expect(clients[0]?.trendText).toBe("No trend yet: the first answers came this month");
  expect(plain(silentText)).toBe("Nobody has answered in 1 other portal yet.");
});

test.each([
  [4, 2, "Down from 4.0 to 2.0 since September"],
  [4, 4, "Steady at 4.0 since September"],
])("from %s to %s is %s", (before, after, text) => {
  const scores = [score("a", before, "2026-09-20"), score("a", after, "2026-11-20")];
  expect(presentPulse(input({ scores })).clients[0]?.trendText).toBe(text);
});

test("each answer says who gave it about what, how happy they are and when, with the comment where there is one", () => {
  const answers = new Map([["a" as PortalId, { total: 2, answers: [answer(1, "Call us."), answer(2)] }]]);
  expect(presentPulse(input({ answers })).clients[0]).toMatchObject({
    answers: [
      {
        score: "Unhappy",
        comment: "Call us.",
        about: "jane@acme.example about Library,",
        at: { text: expect.stringContaining("2 January") },
      },
      { score: "Unhappy", comment: "", about: "jane@acme.example about Library," },
    ],
    older: null,
  });
});

test("of many answers five stand on the page, others behind a fold, and what is not listed is counted", () => {
  const many = (listed: number, total: number) => {
    const answers = Array.from({ length: listed }, (_, index) => answer(index));
    const model = presentPulse(input({ answers: new Map([["a" as PortalId, { total, answers }]]) }));
    const { answers: shown, older } = model.clients[0] ?? {};
    return [shown?.length, plain(older?.summary), older?.answers.length, older?.moreText];
  };
  expect(many(5, 5)).toEqual([5, undefined, undefined, undefined]);
  expect(many(6, 6)).toEqual([5, "1 older answer", 1, null]);
  expect(many(20, 1_023)).toEqual([5, "1,018 older answers", 15, "and 1,003 more"]);
});

test("of many clients fifty stand on a page, and each on one of them", () => {
  const ids = Array.from({ length: 120 }, (_, index) => `c-${index}`);
  const scores = ids.map((id) => score(id, 3, "2026-03-01"));
  const pages = [1, 2, 3].map((page) => presentPulse(input({ portals: ids.map(portal), scores, page })));
  expect(pages.map(({ clients, range }) => [clients.length, range])).toEqual([
    [50, "1–50 of 120"],
    [50, "51–100 of 120"],
    [20, "101–120 of 120"],
  ]);
  expect(new Set(pages.flatMap(({ clients }) => clients.map(({ id }) => id))).size).toBe(120);
  expect(pages[1]?.pages).toMatchObject({ previous: { href: "/pulse?page=1" }, next: { href: "/pulse?page=3" } });
});

test("old answers stay and count in no average; switched off, the page says that history stays", () => {
  const answers = new Map([["a" as PortalId, { total: 1, answers: [answer(0)] }]]);
  const model = presentPulse(input({ answers, every: "off" }));
  expect(model.lead).toContain("switched off: nobody is asked. What was answered before stays here.");
  expect(model.clients[0]).toMatchObject({ face: null, average: "No answer in the last 90 days", trendText: null });
});

test("without any answer the page says when there will be some", () => {
  expect(presentPulse(input({})).silentText).toMatch(/^Nobody has answered yet/);
});

test.each([
  [
    "de-DE",
    "2,0 von 5, aus 1 Antwort",
    "Gestiegen von 3,0 auf 5,0 seit August",
    "In 1 weiteren Portal hat noch niemand geantwortet.",
  ],
  [
    "es-ES",
    "2,0 de 5, según 1 respuesta",
    "Sube de 3,0 a 5,0 desde agosto",
    "En 1 portal más aún no ha respondido nadie.",
  ],
])("in %s every sentence is in that language", (locale, average, trend, silent) => {
  const scores = [score("a", 3, "2026-08-20"), score("a", 5, "2026-11-20"), score("b", 2, "2026-11-01")];
  const model = presentPulse(input({ scores, locale }));
  expect(plain(model.clients[0]?.average)).toBe(average);
  expect(model.clients[1]?.trendText).toBe(trend);
  expect(plain(model.silentText)).toBe(silent);
  expect(JSON.stringify(model)).not.toMatch(/\b(the|of|asked|answer|since|now|month)\b/i);
});
