// The drift watch, the whole road: somebody visits, the firm's PSA changes, and the firm hears of it once.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { inFirmRead, inFirmWrite } from "../../src/data/database.ts";
import { findWatchRun, listEndedDrift, listOpenDrift, listWatched } from "../../src/data/queries/watch.ts";
import { contactLimit } from "../../src/data/schema/rescue-tables.ts";
import type { ContactId } from "../../src/domain/ids.ts";
import { invariant } from "../../src/lib/invariant.ts";
import {
  companiesOf,
  contactsOf,
  projectsOf,
  startTwoFirms,
  type TwoFirms,
  writeSample,
} from "../support/two-firms.ts";

const JANE = "jane@acme.north.example";
const MINUTE_MS = 60_000;

let firms: TwoFirms;
beforeEach(async () => {
  firms = await startTwoFirms();
  await firms.visit(firms.north).signIn(JANE, "/acme-northmark");
});
afterEach(() => firms.stop());

/** A quarter of an hour later. */
async function look(): Promise<void> {
  firms.clock.advance(16 * MINUTE_MS);
  await firms.app.watch();
}

const mails = () => firms.mailbox.list().filter(({ subject }) => subject.startsWith("Client portals:"));

function stored() {
  return inFirmRead(firms.database.db, firms.north.firm.id, async (tx) => ({
    open: await listOpenDrift(tx),
    ended: await listEndedDrift(tx, 10),
    watched: await listWatched(tx),
    run: await findWatchRun(tx),
  }));
}

type Row = Record<string, string>;
const changed = (rows: Row[], id: string, change: Row): Row[] =>
  rows.map((row) => (row.id === id ? { ...row, ...change } : row));

const contacts = (change: Row) => firms.north.csv.write("contacts.csv", changed(contactsOf("north"), "k-1", change));

/** What takes Jane's access away, and what the firm is told of it. */
const losses: [string, () => Promise<unknown>, cause: string, words: string][] = [
  ["the contact is archived", () => contacts({ archived: "true" }), "who.inactive", "is archived in the PSA"],
  [
    "the contact moves to another company",
    () => contacts({ company_id: "c-birch" }),
    "who.moved",
    "instead of Acme NORTHMARK",
  ],
  ["the contact is linked to no company", () => contacts({ company_id: "" }), "who.no_company", "linked to no company"],
  [
    "the email changes a little",
    () => contacts({ email: "jane.doe@acme.north.example" }),
    "who.email_differs",
    "jane.doe@acme.north.example",
  ],
  [
    "the contact is deleted",
    () => contacts({ email: "zz@elsewhere.example", name: "Q" }),
    "who.no_contact",
    "no contact in the PSA",
  ],
  [
    "the company is archived",
    () => firms.north.csv.write("companies.csv", changed(companiesOf("north"), "c-acme", { archived: "true" })),
    "who.company_inactive",
    "is archived in the PSA",
  ],
  [
    "the company is merged into another",
    async () => {
      await firms.north.csv.write(
        "companies.csv",
        companiesOf("north").filter(({ id }) => id !== "c-acme"),
      );
      await contacts({ company_id: "c-birch" });
    },
    "who.merged",
    "no longer in the PSA",
  ],
  [
    "the last project is archived",
    () =>
      firms.north.csv.write(
        "projects.csv",
        projectsOf("north").map((row) => ({ ...row, status: "archived" })),
      ),
    "scope.status",
    "archived or draft",
  ],
  ["the firm limits the contact to nothing", limitJane, "scope.contact_limit", "limited"],
];

async function limitJane(): Promise<void> {
  const { firm, portals } = firms.north;
  const portalId = portals.get("c-acme")?.id;
  invariant(portalId, "the sample has a portal for Acme");
  const row = { firmId: firm.id, portalId, contactId: "k-1" as ContactId, contactName: "Jane Doe", projectIds: [] };
  await inFirmWrite(firms.database.db, firm.id, (tx) =>
    tx.insert(contactLimit).values({ ...row, createdAt: firms.clock.now(), createdBy: "test" }),
  );
}

describe("access that is lost", () => {
  test.each(losses)(
    "%s: found and mailed once, ended without a mail when it is mended",
    async (_, lose, cause, words) => {
      await look();
      expect(await stored()).toMatchObject({ open: [], watched: [{ email: JANE, outcome: "granted", projects: 2 }] });
      await lose();
      await look();
      const { open } = await stored();
      expect(open).toMatchObject([{ kind: "access_lost", cause, email: JANE, projectsLost: 2 }]);
      expect(open[0]?.reason).toContain(words);
      await look();
      expect((await stored()).open).toHaveLength(1);
      expect(mails()).toHaveLength(1);
      await writeSample(firms.north.csv, "north");
      await inFirmWrite(firms.database.db, firms.north.firm.id, (tx) => tx.delete(contactLimit));
      await look();
      expect(await stored()).toMatchObject({ open: [], ended: [{ email: JANE, cause }] });
      expect(mails()).toHaveLength(1);
      await lose();
      await look();
      expect(mails()).toHaveLength(2);
    },
  );

  test("the mail says who, at which portal, why, how much, what to do, and where the page is; only the firm's admins get it", async () => {
    await look();
    await contacts({ archived: "true" });
    await look();
    const [mail] = mails();
    expect(mail).toMatchObject({
      to: firms.north.admin,
      fromName: "North Studio",
      subject: `Client portals: ${JANE} no longer gets in`,
    });
    expect(mail?.text).toContain(
      `${JANE}, at the portal of Acme NORTHMARK: Jane Doe (${JANE}) is archived in the PSA. They saw 2 projects. What to do: In contacts.csv, set archived to false in the row of Jane Doe`,
    );
    expect(mail?.text).toContain("\nhttp://office.test/settings/client-portals/watch\n");
  });

  test("what was lost between the visit and the first look is found too", async () => {
    await contacts({ archived: "true" });
    await look();
    expect((await stored()).open).toMatchObject([{ cause: "who.inactive" }]);
  });

  test("nothing changed: no finding and no mail, however often it looks", async () => {
    for (let round = 0; round < 3; round++) await look();
    expect((await stored()).open).toEqual([]);
    expect(mails()).toEqual([]);
  });

  test("a portal that the firm has paused itself is no drift", async () => {
    await look();
    const office = firms.visitOffice();
    await office.signIn(firms.north.admin);
    await office.post(`/settings/client-portals/${firms.north.portals.get("c-acme")?.id}/pause`, {});
    await look();
    expect(await stored()).toMatchObject({ open: [], watched: [{ outcome: "granted" }] });
  });
});

describe("several nodes", () => {
  test("looks begun at the same moment are one look, one finding and one mail", async () => {
    await look();
    await contacts({ archived: "true" });
    firms.clock.advance(16 * MINUTE_MS);
    await Promise.all([firms.app.watch(), firms.app.watch(), firms.app.watch()]);
    expect((await stored()).open).toHaveLength(1);
    expect(mails()).toHaveLength(1);
  });

  test("a firm is looked at no more often than every quarter of an hour", async () => {
    await look();
    const { run } = await stored();
    firms.clock.advance(5 * MINUTE_MS);
    await firms.app.watch();
    expect((await stored()).run?.startedAt).toEqual(run?.startedAt);
  });
});

describe("the PSA itself", () => {
  test("silence is nobody's loss; it is found when it lasts, and mailed by the check of the connection, not by the watch", async () => {
    await look();
    await firms.north.csv.remove("contacts.csv");
    await look();
    expect(await stored()).toMatchObject({ open: [], watched: [{ outcome: "granted" }] });
    await look();
    await look();
    expect((await stored()).open).toMatchObject([{ kind: "psa_trouble", cause: "psa.down", email: null }]);
    await writeSample(firms.north.csv, "north");
    await look();
    await look();
    expect(await stored()).toMatchObject({ open: [], watched: [{ outcome: "granted" }] });
    expect(mails()).toEqual([]);
  });

  test("a row that cannot be read takes nobody's access in our eyes", async () => {
    await look();
    await firms.north.csv.writeText("contacts.csv", 'id,email,name,company_id\nk-1,"cut\n');
    await look();
    expect(await stored()).toMatchObject({ open: [], watched: [{ email: JANE, outcome: "granted" }] });
    expect(mails()).toEqual([]);
  });

  test("suddenly far fewer contacts: one finding about the key or the export, none about each person; and its end", async () => {
    await look();
    const { run } = await stored();
    expect(run).toMatchObject({ contacts: 6, contactsBefore: null });
    await firms.north.csv.write("contacts.csv", contactsOf("north").slice(1, 2));
    await look();
    await look();
    expect(await stored()).toMatchObject({
      open: [{ kind: "psa_sees_less", cause: "psa.token_sees_less", email: null, projectsLost: 2 }],
      watched: [{ outcome: "granted" }],
      run: { contacts: 1, contactsBefore: 6 },
    });
    expect((await stored()).open[0]?.reason).toContain(
      "(1 instead of 6). At this moment 1 of 1 people who had access are stopped by it.",
    );
    await writeSample(firms.north.csv, "north");
    await look();
    expect(await stored()).toMatchObject({ open: [], run: { contacts: 6, contactsBefore: null } });
    expect(mails()).toEqual([]);
  });

  test("many people stopped at once are one finding too, though the contacts are all there", async () => {
    const many = Array.from({ length: 6 }, (_, n) => ({
      ...{ id: `k-2${n}`, email: `p${n}@acme.north.example`, name: `Person ${n}`, company_id: "c-acme", archived: "" },
    }));
    await firms.north.csv.write("contacts.csv", [...contactsOf("north"), ...many]);
    for (const { email } of many) await firms.visit(firms.north).signIn(email, "/acme-northmark");
    await look();
    await firms.north.csv.write("projects.csv", projectsOf("north").slice(3));
    await look();
    expect((await stored()).open).toMatchObject([{ kind: "psa_sees_less" }]);
    expect(mails()).toEqual([]);
  });
});
