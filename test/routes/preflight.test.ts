// The page that says who would get in before an address is shared, and its table: who may look, and what it says.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inFirmRead } from "../../src/data/database.ts";
import { decision } from "../../src/data/schema/tables.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { addTeamUser } from "../support/team.ts";
import { contactsOf, startTwoFirms, type TwoFirms, writeSample } from "../support/two-firms.ts";
import type { Visitor } from "../support/visitor.ts";

const PAGE = "/settings/client-portals/preflight";

let firms: TwoFirms;
let admin: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  admin = firms.visitOffice();
  await admin.signIn(firms.north.admin);
});
beforeEach(() => writeSample(firms.north.csv, "north"));
afterAll(() => firms.stop());

function addContact(row: Record<string, string>): Promise<void> {
  return firms.north.csv.write("contacts.csv", [...contactsOf("north"), { id: "k-9", name: "New Person", ...row }]);
}

describe("who may look", () => {
  test("nobody who is not signed in", async () => {
    for (const path of [PAGE, `${PAGE}.csv`]) {
      const { status, text } = await firms.visitOffice().get(path);
      expect(status).toBe(200);
      expect(headingOf({ text })).toBe("Sign in to your firm’s office");
      expect(text).not.toContain("NORTHMARK");
    }
  });

  test("a viewer of the team, without changing anything", async () => {
    const viewer = firms.visitOffice();
    await viewer.signIn(await addTeamUser(firms, firms.north, "viewer"));
    const before = await storedDecisions();
    expect((await viewer.get(PAGE)).status).toBe(200);
    expect((await viewer.get(`${PAGE}.csv`)).status).toBe(200);
    expect(await storedDecisions()).toBe(before);
  });

  test("the other firm's portal is no portal, like one that never was", async () => {
    for (const slug of ["acme-southmark", "no-such-portal"]) {
      for (const path of [PAGE, `${PAGE}.csv`]) {
        const { status, text } = await admin.get(`${path}?portal=${slug}`);
        expect(status).toBe(404);
        expect(text).not.toContain("SOUTHMARK");
      }
    }
  });
});

describe("the page", () => {
  test("counts first, then each problem with what mends it, then who gets in", async () => {
    const { text } = await admin.get(PAGE);
    expect(headingOf({ text })).toBe("4 get in · 1 sees an empty page · 1 is stopped · 1 belongs to no company");
    const words = wordsOf({ text });
    const order = [
      "Companies without a project (1)",
      "Archived contacts (1)",
      "Contacts without a company (1)",
      "Several companies (2)",
      "Who gets in (4)",
    ];
    expect(order.map((title) => words.indexOf(title)).every((at, index, all) => at > (all[index - 1] ?? 0))).toBe(true);
    expect(words).toContain("In contacts.csv, set archived to false in the row of Old Hand");
    expect(text).toContain(
      "/settings/client-portals/diagnose/person?email=old%40acme.north.example&amp;portal=acme-northmark",
    );
  });

  test.each([
    ["no email", { email: "", company_id: "c-acme" }, "No email in the PSA (1)"],
    ["an email that is no address", { email: "new at acme", company_id: "c-acme" }, "An email that is no address (1)"],
    [
      "an email that another contact has too",
      { email: "jane@acme.north.example", company_id: "c-acme" },
      "Contacts that share an email (1)",
    ],
    [
      "a mailbox of several people",
      { email: "info@acme.north.example", company_id: "c-acme" },
      "Mailboxes that several people read (1)",
    ],
  ])("a contact with %s is told apart", async (_, row, title) => {
    await addContact(row);
    expect(wordsOf(await admin.get(PAGE))).toContain(title);
  });

  test("companies without a portal are named in their order, with how many wait there", async () => {
    const { csv } = firms.north;
    await csv.writeText(
      "companies.csv",
      "id,name,archived\nc-acme,Acme,false\nc-birch,Birch,false\nc-z,Zeta 10,false\nc-y,Zeta 9,false\nc-new,Newcomer,false\n",
    );
    const contactAt = (company_id: string) => ({ id: `k-${company_id}`, name: "New Person", company_id });
    await csv.write("contacts.csv", [...contactsOf("north"), ...["c-z", "c-y", "c-new"].map(contactAt)]);
    const words = wordsOf(await admin.get(PAGE));
    expect(words).toMatch(/Companies without a portal \(3\).*Newcomer.*Zeta 9.*Zeta 10/);
  });

  test("one portal's page speaks of that portal alone", async () => {
    const { text } = await admin.get(`${PAGE}?portal=cedar-northmark`);
    expect(headingOf({ text })).toBe("0 get in · 1 sees an empty page");
    expect(text).not.toContain("old@acme");
  });

  test("a PSA that does not answer is told, and is never shown as people who are stopped", async () => {
    await firms.north.csv.remove("contacts.csv");
    const { status, text } = await admin.get(PAGE);
    expect(status).toBe(200);
    expect(headingOf({ text })).toBe("Who gets in cannot be told right now");
    expect(wordsOf({ text })).toContain("contacts.csv is missing");
    expect((await admin.send("GET", `${PAGE}.csv`, { follow: false })).location).toBe(PAGE);
  });
});

describe("the table", () => {
  test("is a file with a name, one row for each contact at each portal", async () => {
    const { headers, text } = await admin.get(`${PAGE}.csv?portal=acme-northmark`);
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(headers.get("content-disposition")).toMatch(
      /^attachment; filename="who-gets-in-acme-northmark-\d{4}-\d\d-\d\d\.csv"$/,
    );
    const lines = text.split("\r\n");
    expect(lines[0]).toBe("portal,company,contact,email,outcome,cause,projects,reason,remedy,good to know");
    expect(lines[1]).toBe("acme-northmark,Acme NORTHMARK,Jane Doe,jane@acme.north.example,granted,,2,,,");
    expect(lines).toHaveLength(5);
  });

  test("quotes what needs quotes, and holds nothing that a spreadsheet would run", async () => {
    await addContact({
      email: "new@acme.north.example",
      company_id: "c-acme",
      name: '=HYPERLINK("http://x.example","Jane, Doe")',
    });
    const { text } = await admin.get(`${PAGE}.csv?portal=acme-northmark`);
    expect(text).toContain(`,"'=HYPERLINK(""http://x.example"",""Jane, Doe"")",new@acme.north.example,`);
  });

  test("holds no formula behind a separator of spreadsheets that use another one", async () => {
    await addContact({
      name: 'Jane;=HYPERLINK("http://x.example")',
      email: "new@acme.north.example",
      company_id: "c-acme",
    });
    const { text } = await admin.get(`${PAGE}.csv`);
    expect(text).toContain(`"Jane;'=HYPERLINK(""http://x.example"")"`);
  });
});

async function storedDecisions(): Promise<number> {
  const { database, north } = firms;
  return (await inFirmRead(database.db, north.firm.id, (tx) => tx.select({ id: decision.id }).from(decision))).length;
}
