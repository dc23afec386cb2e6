// The page of the drift watch: who may look, who may act, and what it says.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inFirmRead, inFirmWrite } from "../../src/data/database.ts";
import { findWatchRun, listOpenDrift } from "../../src/data/queries/watch.ts";
import { drift, watchRun } from "../../src/data/schema/rescue-tables.ts";
import { englishOn } from "../support/english.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { addTeamUser } from "../support/team.ts";
import type { TestFirm } from "../support/test-app.ts";
import { contactsOf, startTwoFirms, type TwoFirms, writeSample } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const PAGE = "/settings/client-portals/watch";
const JANE = "jane@acme.north.example";

let firms: TwoFirms;
let admin: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  admin = firms.visitOffice();
  await admin.signIn(firms.north.admin);
  await firms.visit(firms.north).signIn(JANE, "/acme-northmark");
});
beforeEach(async () => {
  await writeSample(firms.north.csv, "north");
  await lookNow();
});
afterAll(() => firms.stop());

async function lookNow(): Promise<string> {
  firms.clock.advance(60_000);
  return (await admin.post(`${PAGE}/look`, {})).text;
}

async function loseJane(): Promise<string> {
  const rows = contactsOf("north").map((row) => (row.id === "k-1" ? { ...row, archived: "true" } : row));
  await firms.north.csv.write("contacts.csv", rows);
  return lookNow();
}

const open = ({ firm }: TestFirm) => inFirmRead(firms.database.db, firm.id, listOpenDrift);
const lastLook = ({ firm }: TestFirm) => inFirmRead(firms.database.db, firm.id, findWatchRun);

describe("who may", () => {
  test("nobody who is not signed in: neither look nor act", async () => {
    await loseJane();
    const [{ id = "" } = {}] = await open(firms.north);
    const before = await lastLook(firms.north);
    firms.clock.advance(60_000);
    for (const answer of [
      await firms.visitOffice().get(PAGE),
      await firms.visitOffice().post(`${PAGE}/look`, {}),
      await firms.visitOffice().post(`${PAGE}/${id}/end`, {}),
    ]) {
      expect(headingOf(answer)).toBe("Sign in to your firm’s office");
      expect(answer.text).not.toContain(JANE);
    }
    expect(await open(firms.north)).toHaveLength(1);
    expect(await lastLook(firms.north)).toEqual(before);
  });

  test("a viewer looks at the page, and is told that the rest is an admin's", async () => {
    await loseJane();
    const [{ id = "" } = {}] = await open(firms.north);
    const viewer = firms.visitOffice();
    await viewer.signIn(await addTeamUser(firms, firms.north, "viewer"));
    const page = await viewer.get(PAGE);
    expect(wordsOf(page)).toContain(JANE);
    expect(page.text).not.toContain("Look now");
    expect(page.text).not.toContain("This is meant");
    for (const path of [`${PAGE}/look`, `${PAGE}/${id}/end`]) {
      const answer = await viewer.post(path, {});
      expect([answer.status, headingOf(answer)]).toEqual([403, "Only an admin can do this"]);
    }
    expect(await open(firms.north)).toHaveLength(1);
  });

  test("another firm's admin neither sees nor ends it", async () => {
    await loseJane();
    const [{ id = "" } = {}] = await open(firms.north);
    const south = firms.visitOffice();
    await south.signIn(firms.south.admin);
    await south.post(`${PAGE}/${id}/end`, {});
    expect((await south.get(PAGE)).text).not.toContain(JANE);
    expect(await open(firms.north)).toHaveLength(1);
  });

  test("an id that is none ends nothing", async () => {
    await loseJane();
    for (const id of ["none", "%00", "00000000-0000-0000-0000-000000000000"])
      expect((await admin.post(`${PAGE}/${id}/end`, {})).status).toBe(200);
    expect(await open(firms.north)).toHaveLength(1);
  });
});

describe("the page", () => {
  test("open findings with who, where, why, since when, and the way to what mends them", async () => {
    const text = await loseJane();
    expect(headingOf({ text })).toBe("1\u00a0person no longer gets in");
    const words = wordsOf({ text });
    expect(words).toContain(`${JANE} Acme NORTHMARK Jane Doe (${JANE}) is archived in the PSA.`);
    expect(words).toContain("They saw 2 projects. Found just now.");
    expect(text).toContain(
      `/settings/client-portals/diagnose/person?email=jane%40acme.north.example&amp;portal=acme-northmark`,
    );
  });

  test.each([
    ["de", `Im PSA ist Jane Doe (${JANE}) archiviert.`],
    ["es", `Jane Doe (${JANE}) está archivado en el PSA.`],
  ] as const)("what was found is said in the language of whoever reads: %s", async (language, reason) => {
    await loseJane();
    const reader = firms.visitOffice();
    await reader.signIn(firms.north.admin);
    reader.language = language;
    const page = await reader.get(PAGE);
    expect(wordsOf(page)).toContain(reason);
    expect(englishOn(page, language)).toEqual([]);
  });

  test("what was found before the languages were kept stands as it was told", async () => {
    await loseJane();
    await inFirmWrite(firms.database.db, firms.north.firm.id, (tx) =>
      tx.update(drift).set({ reasons: null, reason: "told in these words" }),
    );
    expect(wordsOf(await admin.get(PAGE))).toContain("Told in these words");
  });

  test("what is mended by the PSA is listed as ended", async () => {
    await loseJane();
    await writeSample(firms.north.csv, "north");
    const text = await lookNow();
    expect(headingOf({ text })).toBe("Nobody has lost access");
    expect(wordsOf({ text })).toMatch(/Ended \(\d+\)/);
  });

  test("what is meant to be so is put away, written down, and not found again", async () => {
    await loseJane();
    const [{ id = "" } = {}] = await open(firms.north);
    const { text } = await admin.post(`${PAGE}/${id}/end`, {});
    expect(headingOf({ text })).toBe("Nobody has lost access");
    await lookNow();
    expect(await open(firms.north)).toEqual([]);
  });

  test("a look without an answer says so, and takes nothing back", async () => {
    await firms.north.csv.remove("contacts.csv");
    const text = await lookNow();
    expect(wordsOf({ text })).toContain("The last look began just now and has no answer from the PSA so far.");
    expect(headingOf({ text })).toBe("Nobody has lost access");
  });

  test("until a look has had an answer, nobody is said to have kept their access", async () => {
    await inFirmWrite(firms.database.db, firms.north.firm.id, (tx) => tx.delete(watchRun));
    const unlooked = wordsOf(await admin.get(PAGE));
    expect(unlooked).toContain("Nobody has been checked yet");
    expect(unlooked).toContain("The first look is still to come.");
    await firms.north.csv.remove("contacts.csv");
    const text = await lookNow();
    expect(headingOf({ text })).toBe("Nobody has been checked yet");
    expect(wordsOf({ text })).toContain("has no answer from the PSA so far");
  });

  test("two clicks at once are one look", async () => {
    firms.clock.advance(60_000);
    await Promise.all([admin.post(`${PAGE}/look`, {}), admin.post(`${PAGE}/look`, {})]);
    const { finishedAt, startedAt } = (await lastLook(firms.north)) ?? {};
    expect(finishedAt).toEqual(startedAt);
  });
});
