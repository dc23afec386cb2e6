import { expect, test } from "vitest";
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
const input = (overrides: Partial<PulseInput>): PulseInput => ({
  portals: [portal("a"), portal("b"), portal("c")],
  scores: [],
  comments: [],
  every: "two_weeks",
  now,
  locale: "en-GB",
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

test("old answers leave their comments and no average; switched off, the page says that history stays", () => {
  const comments = Array.from({ length: 5 }, (_, index) => ({
    ...{ id: `${index}`, portalId: "a" as PortalId, projectName: "Library", email: "jane@acme.example" as Email },
    ...{ score: 2, comment: `Comment ${index}`, at: new Date("2026-01-02T10:00:00Z") },
  }));
  const model = presentPulse(input({ comments, every: "off" }));
  expect(model.lead).toContain("switched off: nobody is asked. What was answered before stays here.");
  expect(model.clients[0]).toMatchObject({ face: null, average: "No answer in the last 90 days", trendText: null });
  expect(model.clients[0]?.comments.map(({ text, about }) => [text, about])[0]).toEqual([
    "Comment 0",
    "Unhappy, jane@acme.example about Library,",
  ]);
  expect(plain(model.clients[0]?.older?.summary)).toBe("2 older comments");
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
