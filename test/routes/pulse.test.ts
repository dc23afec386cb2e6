// The satisfaction pulse: one click at a project's page, a comment if one likes, and what the firm reads of it.

import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { rotateAddress } from "../../src/commands/rotate-address.ts";
import { inFirmRead, inFirmWrite } from "../../src/data/database.ts";
import { portalDefaults, pulseAnswer } from "../../src/data/schema/content-tables.ts";
import type { PulseEvery } from "../../src/domain/portal-defaults.ts";
import { auditCounts } from "../support/decisions.ts";
import { wordsOf } from "../support/page.ts";
import { listenToStatements, type Statements } from "../support/statements.ts";
import { addTeamUser } from "../support/team.ts";
import { startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const PROJECT = "/acme-northmark/projects/p-1";
const PULSE = `${PROJECT}/pulse`;
const COMMENT = `${PULSE}/comment`;
const JANE = "jane@acme.north.example";
const DAY_MS = 86_400_000;

let statements: Statements;
let firms: TwoFirms;
let jane: Visitor;
beforeAll(async () => {
  statements = listenToStatements();
  firms = await startTwoFirms();
  jane = firms.visit(firms.north);
  await jane.signIn(JANE);
});
afterEach(async () => {
  const { db } = firms.database;
  const { id } = firms.north.firm;
  await inFirmWrite(db, id, (tx) => tx.delete(pulseAnswer));
  await inFirmWrite(db, id, (tx) => tx.delete(portalDefaults));
});
afterAll(async () => {
  statements.stop();
  await firms.stop();
});

function answers() {
  return inFirmRead(firms.database.db, firms.north.firm.id, (tx) =>
    tx.select().from(pulseAnswer).orderBy(pulseAnswer.at),
  );
}

async function ask(pulseEvery: PulseEvery) {
  const changed = { pulseEvery, changedAt: firms.clock.now(), changedBy: "test" };
  const row = { firmId: firms.north.firm.id, template: "owner" as const, locale: null, ...changed };
  await inFirmWrite(firms.database.db, firms.north.firm.id, (tx) =>
    tx.insert(portalDefaults).values(row).onConflictDoUpdate({ target: portalDefaults.firmId, set: changed }),
  );
}

test("one click is an answer, the page says thanks, and the next question comes after two weeks", async () => {
  expect(wordsOf(await jane.get(PROJECT))).toContain("How is this project going for you?");
  const before = await auditCounts(firms, firms.north);
  const page = await jane.post(PULSE, { score: "4" });
  expect([page.status, page.path]).toEqual([200, PROJECT]);
  expect(wordsOf(page)).toContain("Thank you. North Studio has your answer. Your answer on");
  expect(page.text).not.toContain('name="score"');
  const [answer] = await answers();
  expect(answer).toMatchObject({ email: JANE, projectId: "p-1", score: 4, comment: "" });
  expect((await auditCounts(firms, firms.north))["pulse.answer"]).toBe((before["pulse.answer"] ?? 0) + 1);
  firms.clock.advance(14 * DAY_MS - 1_000);
  await jane.signIn(JANE);
  expect((await jane.get(PROJECT)).text).not.toContain('name="score"');
  firms.clock.advance(1_000);
  expect((await jane.get(PROJECT)).text).toContain('name="score"');
  await jane.post(PULSE, { score: "2" });
  expect((await answers()).map(({ score }) => score)).toEqual([4, 2]);
});

test("of several clicks at once, and of a later one, only the first is kept", async () => {
  await Promise.all(["1", "2", "3", "4", "5"].map((score) => jane.post(PULSE, { score })));
  expect(await answers()).toHaveLength(1);
  await jane.post(PULSE, { score: "5" });
  expect(await answers()).toHaveLength(1);
});

test("a comment can be given, changed and taken away, and shows as the text that it is", async () => {
  await jane.post(PULSE, { score: "5" });
  const [answer] = await answers();
  const id = String(answer?.id);
  const page = await jane.post(COMMENT, { answer: id, comment: " <b>Well</b>\r\ndone " });
  expect(page.text).toContain("Your comment: &lt;b>Well&lt;/b>\ndone");
  expect((await answers())[0]?.comment).toBe("<b>Well</b>\ndone");
  await jane.post(COMMENT, { answer: id, comment: "" });
  expect((await answers())[0]?.comment).toBe("");
});

test("a comment that is too long comes back as it was typed, with what to do", async () => {
  await jane.post(PULSE, { score: "5" });
  const [answer] = await answers();
  const typed = "ü".repeat(1_001);
  const page = await jane.post(COMMENT, { answer: String(answer?.id), comment: typed });
  expect([page.status, page.text.includes(typed)]).toEqual([422, true]);
  expect(wordsOf(page)).toContain("This is 1,001 characters long. Shorten it to 1,000");
  expect((await answers())[0]?.comment).toBe("");
  await jane.post(COMMENT, { answer: String(answer?.id), comment: "ü".repeat(1_000) });
  expect((await answers())[0]?.comment).toHaveLength(1_000);
});

test("nobody answers for a project that is not theirs to see, or in another's name", async () => {
  await jane.post(PULSE, { score: "5" });
  const [answer] = await answers();
  const form = { answer: String(answer?.id), comment: "Not mine" };
  const both = firms.visit(firms.north);
  await both.signIn("both@firms.north.example");
  expect((await both.post(COMMENT, form)).status).toBe(404);
  const bo = firms.visit(firms.north);
  await bo.signIn("bo@birch.north.example");
  const south = firms.visit(firms.south);
  await south.signIn("jane@acme.south.example");
  for (const [visitor, home] of [
    [bo, "/acme-northmark"],
    [south, "/acme-northmark"],
    [south, "/acme-southmark"],
  ] as const) {
    expect([403, 404]).toContain((await visitor.post(`${home}/projects/p-1/pulse/comment`, form)).status);
  }
  expect((await bo.post(PULSE, { score: "1" })).status).toBe(403);
  expect((await jane.post("/acme-northmark/projects/p-4/pulse", { score: "1" })).status).toBe(404);
  expect((await jane.post("/acme-northmark/projects/p-3/pulse", { score: "1" })).status).toBe(404);
  const nobody = firms.visit(firms.north);
  expect((await nobody.post(PULSE, { score: "1" })).text).toContain("Work email");
  expect((await answers()).map(({ score, comment }) => [score, comment])).toEqual([[5, ""]]);
});

test("what is no score and no answer is refused, and so is what another site sends", async () => {
  for (const form of [{}, { score: "" }, { score: "6" }, { score: "happy" }])
    expect((await jane.post(PULSE, form as Record<string, string>)).status).toBe(404);
  for (const form of [{}, { answer: "x", comment: "y" }, { answer: "00000000-0000-0000-0000-000000000000" }])
    expect((await jane.post(COMMENT, form as Record<string, string>)).status).toBe(404);
  const foreign = { origin: "https://evil.example" };
  expect((await jane.post(PULSE, { score: "1" }, foreign)).status).toBe(403);
  expect(await answers()).toEqual([]);
});

test("a project that is over is not asked about", async () => {
  const path = "/acme-northmark/projects/p-2";
  expect((await jane.get(path)).text).not.toContain('id="pulse"');
  await jane.post(`${path}/pulse`, { score: "1" });
  expect(await answers()).toEqual([]);
});

test("weekly and monthly are kept to; off asks nobody, keeps what was answered, and costs no statement", async () => {
  await ask("week");
  await jane.post(PULSE, { score: "3" });
  firms.clock.advance(7 * DAY_MS);
  await jane.signIn(JANE);
  expect((await jane.get(PROJECT)).text).toContain('name="score"');
  await ask("month");
  expect((await jane.get(PROJECT)).text).not.toContain('name="score"');
  await ask("off");
  expect((await jane.get(PROJECT)).text).not.toContain('id="pulse"');
  await jane.post(PULSE, { score: "1" });
  expect((await answers()).map(({ score }) => score)).toEqual([3]);
  const viewer = firms.visitOffice();
  await viewer.signIn(await addTeamUser(firms, firms.north, "viewer"));
  expect(wordsOf(await viewer.get("/pulse"))).toContain("The pulse is switched off: nobody is asked.");
  expect(wordsOf(await viewer.get("/pulse"))).toContain("3.0 of 5, from 1 answer");
  expect(await pulseReads("/acme-northmark/projects/p-1")).toBe(0);
  await ask("week");
  expect(await pulseReads("/acme-northmark/projects/p-1")).toBe(1);
  expect(await pulseReads("/acme-northmark")).toBe(0);
});

async function pulseReads(path: string): Promise<number> {
  statements.take();
  await jane.get(path);
  return statements.take().filter((text) => text.includes('from "pulse_answer"')).length;
}

test("every role at the firm reads averages and comments of its own clients; clients and strangers read none", async () => {
  await jane.post(PULSE, { score: "4" });
  const [answer] = await answers();
  await jane.post(COMMENT, { answer: String(answer?.id), comment: "All quick." });
  for (const role of ["viewer", "member", "admin"] as const) {
    const reader = firms.visitOffice();
    await reader.signIn(await addTeamUser(firms, firms.north, role));
    const page = wordsOf(await reader.get("/pulse"));
    expect(page).toMatch(
      /Acme NORTHMARK.*4\.0 of 5, from 1.answer.*Happy All quick\. jane@acme\.north\.example about Lib/,
    );
  }
  const south = firms.visitOffice();
  await south.signIn(firms.south.admin);
  expect((await south.get("/pulse")).text).not.toContain("All quick");
  const client = firms.visitOffice();
  await client.signIn(JANE);
  expect((await client.get("/pulse")).text).not.toContain("All quick");
});

test("an unhappy click without a comment says who to call, the newest first, and more than twenty are counted", async () => {
  await jane.signIn(JANE);
  await jane.post(PULSE, { score: "1" });
  const [newest] = await answers();
  if (!newest) throw new Error("the click was not kept");
  const older = Array.from({ length: 21 }, (_, index) => ({
    ...{ ...newest, id: randomUUID(), score: index === 20 ? 5 : 3 },
    at: new Date(newest.at.getTime() - (index + 1) * 14 * DAY_MS),
  }));
  await inFirmWrite(firms.database.db, firms.north.firm.id, (tx) => tx.insert(pulseAnswer).values(older));
  for (const role of ["viewer", "member", "admin"] as const) {
    const reader = firms.visitOffice();
    await reader.signIn(await addTeamUser(firms, firms.north, role));
    const page = wordsOf(await reader.get("/pulse"));
    expect(page).toMatch(/Very unhappy jane@acme\.north\.example about Library.* So-so jane@/);
    expect(page).toMatch(/17.older answers.*and 2 more/);
    expect(page).not.toContain("Very happy");
  }
});

test("each person answers for themselves, and no answer is of another firm", async () => {
  await jane.post(PULSE, { score: "1" });
  const both = firms.visit(firms.north);
  await both.signIn("both@firms.north.example");
  expect((await both.get(PROJECT)).text).toContain('name="score"');
  expect(await inFirmRead(firms.database.db, firms.south.firm.id, (tx) => tx.select().from(pulseAnswer))).toEqual([]);
});

test("an answer and a comment sent to an earlier address of the portal count, and lead to the page at the current one", async () => {
  const { north, database, clock } = firms;
  const doer = { firmId: north.firm.id, actor: "test", now: clock.now() };
  const portal = north.portals.get("c-acme");
  if (portal) await rotateAddress(database.db, doer, portal.id, "acme-northmark-new");
  const answered = await jane.post(PULSE, { score: "4" });
  expect([answered.status, answered.path]).toEqual([200, "/acme-northmark-new/projects/p-1"]);
  const [answer] = await answers();
  const commented = await jane.post(COMMENT, { answer: String(answer?.id), comment: "Well done" });
  expect([commented.status, commented.path]).toEqual([200, "/acme-northmark-new/projects/p-1"]);
  expect(await answers()).toMatchObject([{ score: 4, comment: "Well done" }]);
  const tooLong = await jane.post(COMMENT, { answer: String(answer?.id), comment: "x".repeat(5_000) });
  expect(tooLong.text).toContain('action="/acme-northmark-new/projects/p-1/pulse/comment"');
});

test("whoever has no access at an earlier address gets no answer counted there", async () => {
  const stranger = firms.visit(firms.north);
  await stranger.signIn("who@elsewhere.example");
  const before = await answers();
  expect((await stranger.post(PULSE, { score: "1" })).status).toBe(403);
  expect(await answers()).toEqual(before);
});
