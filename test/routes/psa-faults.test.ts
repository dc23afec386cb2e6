// What a client sees while the firm's PSA cannot be read, in whole or in part: never "No projects", never another's work.
import { rename } from "node:fs/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { inFirmWrite } from "../../src/data/database.ts";
import { connection } from "../../src/data/schema/tables.ts";
import { decisionsAbout, expectCause } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { contactsOf, startTwoFirms, type TwoFirms, writeSample } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const JANE = "jane@acme.north.example";
const HOME = "/acme-northmark";

let firms: TwoFirms;
let jane: Visitor;
let bo: Visitor;
let outsider: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  [jane, bo, outsider] = [firms.visit(firms.north), firms.visit(firms.north), firms.visit(firms.north)];
  await jane.signIn(JANE);
  await bo.signIn("bo@birch.north.example");
  await outsider.signIn("who@elsewhere.example");
});
afterEach(() => writeSample(firms.north.csv, "north"));
afterAll(() => firms.stop());

async function expectCannotTell(page: Answer, cause: string): Promise<void> {
  const stored = await expectCause(firms, firms.north, { page, status: 503, cause });
  expect(stored.outcome).toBe("unavailable");
  expect(headingOf(page)).toBe("We can’t tell right now");
  expect(wordsOf(page)).toContain("Try again");
  expect(page.text).not.toMatch(/No projects|Library renewal|Clinic|csv|\/tmp|NORTHMARK/);
}

test("a CSV folder that is gone is 'cannot tell' for everybody alike, and the next load after its return shows the work", async () => {
  const { dir } = firms.north.csv;
  await rename(dir, `${dir}-away`);
  try {
    for (const path of [HOME, `${HOME}/projects/p-1`]) await expectCannotTell(await jane.get(path), "psa.down");
    await expectCannotTell(await outsider.get(HOME), "psa.down");
    await expectCannotTell(await bo.get(HOME), "psa.down");
    const stored = await decisionsAbout(firms, firms.north, JANE);
    expect(JSON.stringify(stored)).toContain("The CSV folder cannot be opened");
  } finally {
    await rename(`${dir}-away`, dir);
  }
  expect((await jane.get(HOME)).text).toContain("Library renewal");
});

test("a missing PSA at the firm's own address is 'cannot tell' too", async () => {
  await firms.north.csv.remove("contacts.csv");
  await expectCannotTell(await jane.get("/"), "psa.down");
});

test.each([
  ["contacts.csv", Buffer.from([...Buffer.from("id,email,name\nk-1,jane@acme.north.example,"), 0xe9, 0x0a])],
  ["contacts.csv", "id,name,company_id\nk-1,Jane,c-acme\n"],
  ["contacts.csv", "\n"],
  ["contacts.csv", 'id,email,name\n"k-1,jane@acme.north.example,Jane\n'],
  ["contacts.csv", "id;email;name\nk-1;jane@acme.north.example;Jane\n"],
  ["contacts.csv", Buffer.from("id,email,name\nk-1,jane@acme.north.example,Jane\n", "utf16le")],
  ["companies.csv", "id,archived\nc-acme,false\n"],
  ["projects.csv", "id,name,status\np-1,Library,active\n"],
  ["projects.csv", Buffer.from([...Buffer.from("id,name,company_id\np-1,"), 0xff, ...Buffer.from(",c-acme\n")])],
])("a %s that cannot be understood (%#) is 'cannot tell', and says where to the firm alone", async (file, content) => {
  await firms.north.csv.writeText(file, content);
  const stored = await expectUnreadable(await jane.get(HOME));
  expect(JSON.stringify(stored.steps)).toContain(file);
});

test("a contacts.csv of 0 bytes is 'cannot tell'", async () => {
  await firms.north.csv.writeText("contacts.csv", "");
  await expectUnreadable(await jane.get(HOME));
});

/** A file may be caught while it still looks half-written: that is told apart in the cause, not on the page. */
async function expectUnreadable(page: Answer) {
  const cause = expect.toBeOneOf(["psa.bad_answer", "psa.partial"]);
  const stored = await expectCause(firms, firms.north, { page, status: 503, cause });
  expect(headingOf(page)).toBe("We can’t tell right now");
  expect(page.text).not.toMatch(/No projects|Library renewal|\.csv/);
  return stored;
}

test("a malformed row is 'cannot tell' for the person in it, and nothing to the others", async () => {
  const rows = contactsOf("north").map((row) =>
    row.id === "k-1"
      ? `${row.id},${row.email},,${row.company_id},perhaps`
      : `${row.id},${row.email},${row.name},${row.company_id},${row.archived}`,
  );
  await firms.north.csv.writeText("contacts.csv", `id,email,name,company_id,archived\n${rows.join("\n")}\n`);
  await expectCannotTell(await jane.get(HOME), "psa.partial");
  expect((await bo.get("/birch-northmark")).text).toContain("Clinic fit-out");
  await expectCause(firms, firms.north, { page: await outsider.get(HOME), status: 403, cause: "who.no_contact" });
});

test("a row whose email cannot be read may be anybody's: whoever is not found is told so, whoever is found gets in", async () => {
  const rows = contactsOf("north").map(({ id, email, name, company_id, archived }) =>
    id === "k-1"
      ? `${id},${email}"x,${name},${company_id},${archived}`
      : `${id},${email},${name},${company_id},${archived}`,
  );
  await firms.north.csv.writeText("contacts.csv", `id,email,name,company_id,archived\n${rows.join("\n")}\n`);
  await expectCannotTell(await jane.get(HOME), "psa.partial");
  await expectCannotTell(await outsider.get(HOME), "psa.partial");
  expect((await bo.get("/birch-northmark")).text).toContain("Clinic fit-out");
});

test("a company in a row that cannot be read is 'cannot tell' for its people", async () => {
  const text = "id,name,archived\nc-acme,,false\nc-birch,Birch NORTHMARK,false\n";
  await firms.north.csv.writeText("companies.csv", text);
  await expectCannotTell(await jane.get(HOME), "psa.partial");
  expect((await bo.get("/birch-northmark")).status).toBe(200);
});

test("a project in a row that cannot be read is 'cannot tell' when asked for, and the others stay", async () => {
  const text = "id,name,company_id,status\np-1,,c-acme,active\np-2,Parking repair,c-acme,completed\n";
  await firms.north.csv.writeText("projects.csv", text);
  expect((await jane.get(HOME)).text).toContain("Parking repair");
  await expectCannotTell(await jane.get(`${HOME}/projects/p-1`), "psa.partial");
});

test.each(["phases.csv", "milestones.csv", "people.csv"])(
  "a broken or missing %s takes nobody's page away",
  async (file) => {
    for (const spoil of [
      () => firms.north.csv.writeText(file, Buffer.from([0xff, 0xfe, 0x0a])),
      () => firms.north.csv.writeText(file, "nothing,that,we,know\n1,2,3,4\n"),
      () => firms.north.csv.remove(file),
    ]) {
      await spoil();
      for (const path of [HOME, `${HOME}/projects/p-1`]) {
        const page = await jane.get(path);
        expect(page.status).toBe(200);
        expect(page.text).toContain("Library renewal");
      }
    }
  },
);

test("a NUL in what the PSA sends is no fault of the page", async () => {
  await firms.north.csv.write("contacts.csv", [
    { id: "k\u0000-1", email: JANE, name: "Jane\u0000", company_id: "c-acme\u0000" },
  ]);
  const page = await jane.get(HOME);
  await expectCause(firms, firms.north, { page, status: 403, cause: "who.no_company" });
});

test("a firm that has connected no PSA is 'cannot tell'", async () => {
  const { db } = firms.database;
  const { id } = firms.south.firm;
  const south = firms.visit(firms.south);
  await south.signIn("jane@acme.south.example");
  await inFirmWrite(db, id, (tx) => tx.delete(connection));
  const page = await south.get("/acme-southmark");
  await expectCause(firms, firms.south, { page, status: 503, cause: "psa.not_connected" });
  expect(headingOf(page)).toBe("We can’t tell right now");
});
