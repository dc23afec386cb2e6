// The health of a connection, the whole road: the PSA changes, the check or a page notices, and the firm hears of it once.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { inFirmRead, inFirmWrite } from "../../src/data/database.ts";
import { findHealth } from "../../src/data/queries/health.ts";
import { portalDefaults } from "../../src/data/schema/content-tables.ts";
import type { TestFirm } from "../support/test-app.ts";
import { contactsOf, startTwoFirms, type TwoFirms, writeSample } from "../support/two-firms.ts";

const JANE = "jane@acme.north.example";
const BO = "bo@birch.north.example";
const MINUTE_MS = 60_000;
const HOME = "/acme-northmark";

let firms: TwoFirms;
beforeEach(async () => {
  firms = await startTwoFirms();
});
afterEach(() => firms.stop());

/** Five minutes later. */
async function check(): Promise<void> {
  firms.clock.advance(5 * MINUTE_MS);
  await firms.app.check();
}

const healthOf = ({ firm }: TestFirm) => inFirmRead(firms.database.db, firm.id, findHealth);
const health = () => healthOf(firms.north);
const mails = () => firms.mailbox.list().filter(({ subject }) => subject.startsWith("Client portals:"));
const subjects = () =>
  mails().map(({ subject }) =>
    subject.replace(/^Client portals: (the connection to (the PSA|Productive|Harvest) )?/, ""),
  );
const without = (...ids: string[]) =>
  firms.north.csv.write(
    "contacts.csv",
    contactsOf("north").filter(({ id }) => !ids.includes(id)),
  );

async function settle(): Promise<void> {
  await firms.app.background.idle();
}

describe("a PSA that does not answer", () => {
  test("is red at the check that finds it, mailed when it lasts, once, and its end is mailed too", async () => {
    await check();
    expect(await health()).toMatchObject({ state: "green", cause: null, lastGoodAt: firms.clock.now() });
    const lastGoodAt = firms.clock.now();
    await firms.north.csv.remove("contacts.csv");
    await check();
    expect(await health()).toMatchObject({ state: "red", cause: "psa.down", lastGoodAt, checkedAt: firms.clock.now() });
    expect(mails()).toEqual([]);
    await check();
    await check();
    expect(subjects()).toEqual(["your clients can’t be answered right now"]);
    await writeSample(firms.north.csv, "north");
    await check();
    await check();
    expect(await health()).toMatchObject({ state: "green", mailedState: "green" });
    expect(subjects()).toEqual(["works again", "your clients can’t be answered right now"]);
    const [over, down] = mails().map(({ text }) => text);
    const [, since] = /Since (\d\d:\d\d UTC)\./.exec(down ?? "") ?? [];
    expect(over).toContain(`The PSA answers, and shows what it did before. It was in trouble since ${since}.`);
  });

  test("one hiccup mails nobody", async () => {
    await check();
    await firms.north.csv.remove("contacts.csv");
    await check();
    await writeSample(firms.north.csv, "north");
    await check();
    expect(await health()).toMatchObject({ state: "green" });
    expect(mails()).toEqual([]);
  });

  test("the mail says what is wrong, since when, what clients see, what to do and where; only the firm's admins get it", async () => {
    await firms.north.csv.remove("contacts.csv");
    await check();
    await check();
    const [mail, ...others] = mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: firms.north.admin, fromName: "North Studio" });
    expect(mail?.text).toMatch(/^Something in the CSV folder cannot be read\. Since \d\d:\d\d UTC\.\n/);
    expect(mail?.text).toContain("What clients see meanwhile: Clients read “We can’t tell right now”.");
    expect(mail?.text).toContain("What to do: contacts.csv is missing in the CSV folder.");
    expect(mail?.text).toContain("\nhttp://office.test/settings/connections\n");
    expect(await healthOf(firms.south)).toMatchObject({ state: "green" });
  });

  test("the mail is in the firm's language", async () => {
    await inFirmWrite(firms.database.db, firms.north.firm.id, (tx) =>
      tx.insert(portalDefaults).values({
        ...{ firmId: firms.north.firm.id, template: "owner", pulseEvery: "off", locale: "de" },
        ...{ changedAt: firms.clock.now(), changedBy: "test" },
      }),
    );
    await firms.north.csv.remove("contacts.csv");
    await check();
    await check();
    const [mail] = firms.mailbox.list();
    expect(mail?.subject).toBe("Kundenportale: Ihre Kunden bekommen gerade keine Auskunft");
    expect(mail?.text).toContain("Etwas im CSV-Ordner lässt sich nicht lesen.");
  });
});

describe("page loads between two checks", () => {
  test("loads that fail for more than a minute turn it red and mail it; the first good load is its end", async () => {
    const jane = firms.visit(firms.north);
    await jane.signIn(JANE, HOME);
    await check();
    await firms.north.csv.remove("contacts.csv");
    for (const seconds of [0, 61, 61, 61]) {
      firms.clock.advance(seconds * 1_000);
      await jane.get(HOME);
      await settle();
    }
    expect(await health()).toMatchObject({ state: "red", cause: "psa.down" });
    expect(subjects()).toEqual(["your clients can’t be answered right now"]);
    await writeSample(firms.north.csv, "north");
    await jane.get(HOME);
    await settle();
    expect(await health()).toMatchObject({ state: "green", lastGoodAt: firms.clock.now() });
    expect(subjects()).toEqual(["works again", "your clients can’t be answered right now"]);
  });

  test("a good load of what a check has found red brings the next check forward, and that one is its end", async () => {
    const jane = firms.visit(firms.north);
    await jane.signIn(JANE, HOME);
    await firms.north.csv.remove("contacts.csv");
    await check();
    await writeSample(firms.north.csv, "north");
    firms.clock.advance(MINUTE_MS);
    await jane.get(HOME);
    await settle();
    expect(await health()).toMatchObject({ state: "green", checkedAt: firms.clock.now() });
  });

  describe("good loads too soon after the check that found it red", () => {
    beforeEach(async () => {
      const jane = firms.visit(firms.north);
      await jane.signIn(JANE, HOME);
      await firms.north.csv.remove("contacts.csv");
      await check();
      await check();
      await writeSample(firms.north.csv, "north");
      for (const seconds of [5, 5, 5]) {
        firms.clock.advance(seconds * 1_000);
        await jane.get(HOME);
        await settle();
        await firms.app.checkAgain();
      }
      expect(await health()).toMatchObject({ state: "red" });
      firms.clock.advance(50_000);
    });

    test("bring one check before their minute ends, without another load; each change is mailed once", async () => {
      await Promise.all([firms.app.checkAgain(), firms.app.checkAgain()]);
      expect(await health()).toMatchObject({ state: "green", checkedAt: firms.clock.now() });
      await firms.app.checkAgain();
      expect(subjects()).toEqual(["works again", "your clients can’t be answered right now"]);
    });

    test("bring none once the program stops", async () => {
      await firms.app.checkAgain(AbortSignal.abort());
      expect(await health()).toMatchObject({ state: "red" });
    });
  });
});

test("a folder without its projects is red at the check, though people can be read", async () => {
  await firms.north.csv.remove("projects.csv");
  await check();
  expect(await health()).toMatchObject({ state: "red", cause: "psa.down", source: "check.projects" });
});

describe("the canary", () => {
  beforeEach(async () => {
    await firms.visit(firms.north).signIn(BO, "/birch-northmark");
    firms.clock.advance(1_000);
    await firms.visit(firms.north).signIn(JANE, HOME);
    await check();
  });

  test("is the newest who got in, with their company", async () => {
    expect(await health()).toMatchObject({ state: "green", canary: { email: JANE, companyId: "c-acme" } });
  });

  test("is replaced when the firm has removed that one person; nobody is told", async () => {
    await without("k-1");
    await check();
    await check();
    expect(await health()).toMatchObject({ state: "green", canary: { email: BO, companyId: "c-birch" } });
    expect(mails()).toEqual([]);
  });

  test("gone with the others is a key that sees less: amber, mailed once when it lasts, and its end", async () => {
    await without("k-1", "k-2");
    await check();
    expect(await health()).toMatchObject({ state: "amber", cause: "psa.token_sees_less", canary: { email: JANE } });
    expect(mails()).toEqual([]);
    await check();
    await check();
    expect(subjects()).toEqual(["needs a look"]);
    await writeSample(firms.north.csv, "north");
    await check();
    expect(subjects()).toEqual(["works again", "needs a look"]);
  });

  test("while it says that the key sees less, the watch tells of nobody who is stopped by it, and tells when that is known again", async () => {
    await firms.app.watch();
    await without("k-1", "k-2");
    await check();
    firms.clock.advance(16 * MINUTE_MS);
    await firms.app.watch();
    expect(mails()).toEqual([]);
    await without("k-1");
    await check();
    firms.clock.advance(16 * MINUTE_MS);
    await firms.app.watch();
    expect(mails().map(({ subject }) => subject)).toEqual([`Client portals: ${JANE} no longer gets in`]);
  });
});

test("far fewer contacts, as the watch counts them, are amber here and mailed once, from here alone", async () => {
  await firms.visit(firms.north).signIn("both@firms.north.example", HOME);
  firms.clock.advance(16 * MINUTE_MS);
  await firms.app.watch();
  await without("k-1", "k-2", "k-3", "k-4", "k-6", "k-7");
  firms.clock.advance(16 * MINUTE_MS);
  await firms.app.watch();
  await check();
  expect(await health()).toMatchObject({ state: "amber", cause: "psa.token_sees_less" });
  await check();
  await check();
  expect(subjects()).toEqual(["needs a look"]);
  await writeSample(firms.north.csv, "north");
  firms.clock.advance(16 * MINUTE_MS);
  await firms.app.watch();
  await check();
  expect(subjects()).toEqual(["works again", "needs a look"]);
});

describe("several nodes", () => {
  test("checks begun at the same moment are one check and one mail", async () => {
    await firms.north.csv.remove("contacts.csv");
    await check();
    firms.clock.advance(5 * MINUTE_MS);
    await Promise.all([firms.app.check(), firms.app.check(), firms.app.check()]);
    expect(subjects()).toEqual(["your clients can’t be answered right now"]);
  });

  test("a connection is checked no more often than every five minutes", async () => {
    await check();
    const before = await health();
    firms.clock.advance(4 * MINUTE_MS);
    await firms.app.check();
    expect(await health()).toEqual(before);
  });
});
