import { chmod, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeCsvFolder } from "../../../test/contracts/csv-folder.ts";
import { parseEmail } from "../../domain/email.ts";
import type { CompanyId } from "../../domain/ids.ts";
import { invariant } from "../../lib/invariant.ts";
import type { Call } from "../port.ts";
import { createCsvConnector } from "./adapter.ts";

const call: Call = { signal: new AbortController().signal, isUrgent: true };
const now = new Date("2026-11-22T10:15:00Z");

async function connect(files: Record<string, string | Buffer>, options = {}) {
  const folder = await makeCsvFolder(files);
  const psa = createCsvConnector({ dir: folder.dir, clock: { now: () => now }, quietMs: 5, ...options });
  return {
    ...folder,
    psa,
    who: async (text: string) => {
      const [found] = await psa.findByEmails([email(text)], call);
      invariant(found, "one question has one answer");
      return found;
    },
    work: (id: string) => psa.readCompanyWork(id as CompanyId, call),
    company: (id: string) => psa.findCompany(id as CompanyId, call),
    places: async () => (await psa.inspect(call)).gaps.map(({ place }) => place),
  };
}

function email(text: string) {
  const parsed = parseEmail(text);
  invariant(parsed !== null, `${text} is an email`);
  return parsed;
}

const CONTACTS = "id,email,name,company_id,archived\n";
const PROJECTS = "id,name,company_id,status,start_date,currency,fee,percent_complete\n";
const COMPANIES = "id,name,archived\nc-1,Acme,\nc-2,Blue,\n";
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
const placesOf = (gaps: { place: string }[]) => gaps.map(({ place }) => place);

describe("the shape of a file", () => {
  test("columns are found by name in any order and case; unknown ones, blank lines, blanks around ids do not matter", async () => {
    const contacts =
      '\ufeffNotes, NAME ,Company_ID,email,id\r\n,"Doe, Jane", c-1 ; ;c-1 , JANE@acme.com ; j@acme.com , k-1 \r\n\r\n,,,,\r\n';
    const { who, places } = await connect({ "companies.csv": COMPANIES, "contacts.csv": contacts });
    const { value, gaps, readAt } = await who("j@acme.com");
    expect(value.contacts).toEqual([
      {
        id: "k-1",
        name: "Doe, Jane",
        emails: ["jane@acme.com", "j@acme.com"],
        unusableEmails: [],
        companyIds: ["c-1"],
        title: null,
        phone: null,
        isArchived: false,
      },
    ]);
    expect({ gaps, readAt, report: await places() }).toEqual({ gaps: [], readAt: now, report: [] });
  });

  test.each([
    ["lacks a column", "id,name\nk-1,Jane\n", /contacts\.csv has the column "email" not at all/],
    ["has a column twice", "id,email,name,Email\n", /contacts\.csv has the column "email" twice/],
    ["is separated by semicolons", "id;email;name\n", /not separated by commas/],
    ["has no header row", "\n\n", /contacts\.csv is empty/],
    ["has a damaged header row", 'id,em"ail,name\n', /header row/],
  ])("a required file that %s is a fault, never an empty answer", async (_, contacts, detail) => {
    const { who } = await connect({ "contacts.csv": contacts });
    await expect(who("jane@acme.com")).rejects.toMatchObject({
      code: "invalid_response",
      detail: expect.stringMatching(detail),
    });
  });

  test("an empty required file is a fault once its writer had time to fill it", async () => {
    const { who } = await connect({ "contacts.csv": "" }, { settleMsMax: 60 });
    await expect(who("jane@acme.com")).rejects.toMatchObject({ name: "PsaFault" });
  });

  test("an empty required file that is filled a moment later is read filled", async () => {
    const { who, write } = await connect({ "contacts.csv": "" });
    const asked = who("jane@acme.com");
    await write("contacts.csv", `${CONTACTS}k-1,jane@acme.com,Jane,,\n`);
    expect((await asked).value.contacts).toHaveLength(1);
  });
});

describe("missing and unreadable", () => {
  test.each(["companies.csv", "contacts.csv"])("without %s nobody is told no", async (name) => {
    const { who, remove, psa } = await connect({});
    await remove(name);
    const fault = { code: "unavailable", detail: expect.stringContaining(`${name} is missing`) };
    await expect(who("jane@acme.com")).rejects.toMatchObject(fault);
    await expect(psa.listDirectory(call)).rejects.toMatchObject(fault);
    expect((await psa.inspect(call)).gaps).toMatchObject([{ place: name }]);
  });

  test("without projects.csv there is no work and no version", async () => {
    const { work, remove, psa } = await connect({});
    await remove("projects.csv");
    await expect(work("c-1")).rejects.toMatchObject({ code: "unavailable" });
    await expect(psa.workVersion(call)).rejects.toMatchObject({ code: "unavailable" });
  });

  test("a missing folder is named as such, without its path", async () => {
    const { dir, who, psa } = await connect({});
    await rm(dir, { recursive: true });
    const fault = { code: "unavailable", detail: expect.stringMatching(/^The CSV folder cannot be opened \(ENOENT\)/) };
    await expect(who("jane@acme.com")).rejects.toMatchObject(fault);
    await expect(psa.inspect(call)).rejects.toMatchObject(fault);
  });

  test.skipIf(process.getuid?.() === 0)("a required file without read permission is a fault", async () => {
    const { dir, who } = await connect({});
    await chmod(join(dir, "contacts.csv"), 0);
    await expect(who("jane@acme.com")).rejects.toMatchObject({
      code: "unavailable",
      detail: expect.stringContaining("EACCES"),
    });
  });

  test("a required file that cannot be opened is a fault", async () => {
    const { dir, who, remove } = await connect({});
    await remove("contacts.csv");
    await symlink("contacts.csv", join(dir, "contacts.csv"));
    const fault = { code: "unavailable", detail: expect.stringMatching(/^contacts\.csv cannot be read \(ELOOP\)/) };
    await expect(who("jane@acme.com")).rejects.toMatchObject(fault);
  });

  test("only the files that a question needs are read", async () => {
    const { who, write, work } = await connect({ "contacts.csv": `${CONTACTS}k-1,jane@acme.com,Jane,,\n` });
    await write("projects.csv", "broken");
    expect((await who("jane@acme.com")).value.contacts).toHaveLength(1);
    await write("projects.csv", PROJECTS);
    await write("contacts.csv", "broken");
    expect((await work("c-1")).value.projects).toEqual([]);
  });
});

describe("bad optional files lock nobody out", () => {
  const projects = `${PROJECTS}p-1,House,c-1,,,,,\n`;

  test.each([
    ["too large", "x".repeat(2_000)],
    ["not UTF-8", Buffer.from([0x69, 0x64, 0xff])],
    ["without a needed column", "id,name\n1,x\n"],
  ])("milestones.csv %s is a gap, and the projects are there", async (_, milestones) => {
    const { work, psa } = await connect(
      { "companies.csv": COMPANIES, "projects.csv": projects, "milestones.csv": milestones },
      { fileBytesMax: 1_000 },
    );
    const { value, gaps } = await work("c-1");
    expect([ids(value.projects), value.milestones, placesOf(gaps)]).toEqual([["p-1"], [], ["milestones.csv"]]);
    expect((await psa.inspect(call)).gaps).toMatchObject([{ place: "milestones.csv" }]);
  });

  test("bad quoting in milestones.csv keeps the rows before it", async () => {
    const milestones = 'id,project_id,name,due_date\nm-1,p-1,Permit,2026-12-01\nm-2,p-1,"Roof,2026-12-02\n';
    const { work } = await connect({ "projects.csv": projects, "milestones.csv": milestones });
    const { value, gaps } = await work("c-1");
    expect([ids(value.milestones), placesOf(gaps)]).toEqual([["m-1"], ["milestones.csv, line 3"]]);
  });

  test("they leave it provable that a company has no projects", async () => {
    const { work } = await connect({ "projects.csv": projects, "milestones.csv": "broken" });
    expect((await work("c-2")).gaps).toEqual([]);
  });

  test("time_entries.csv over the limit leaves out hours, and nothing else", async () => {
    const files = { "companies.csv": COMPANIES, "projects.csv": projects, "time_entries.csv": "x".repeat(2_000) };
    const { work, psa } = await connect(files, { fileBytesMax: 1_000 });
    expect((await work("c-1")).gaps).toMatchObject([{ unread: { parts: ["hours", "margins"], projectId: null } }]);
    const report = await psa.inspect(call);
    expect(placesOf(report.gaps)).toEqual(["time_entries.csv"]);
    expect(report.notSupplied).not.toContain("time_entries");
  });
});

describe("a malformed row in contacts.csv", () => {
  test.each([
    ["with too few cells", "k-9,x@acme.com\n", "contacts.csv, line 3"],
    ["with too many cells", "k-9,x@acme.com,X,,,,\n", "contacts.csv, line 3"],
    ["with a stray quote", 'k-9,x@acme.com,X "Y",,\n', "contacts.csv, line 3"],
    ["with a quote that is not closed", 'k-9,"x@acme.com,X,,\n', "contacts.csv, line 3"],
  ])("%s makes absence unknown, never a silent no", async (_, row, place) => {
    const { who, places } = await connect({ "contacts.csv": `${CONTACTS}k-1,jane@acme.com,Jane,,\n${row}` });
    expect((await who("jane@acme.com")).value.contacts).toHaveLength(1);
    const lost = await who("x@acme.com");
    expect([lost.value.contacts, placesOf(lost.gaps)]).toEqual([[], [place]]);
    expect(await places()).toEqual([place]);
  });

  test.each([
    ["without id", ",x@acme.com,X,,\n", "contacts.csv, line 4, column id"],
    ["without name", "k-9,x@acme.com,,,\n", "contacts.csv, line 4, column name"],
    ["with archived neither true nor false", "k-9,x@acme.com,X,,perhaps\n", "contacts.csv, line 4, column archived"],
  ])("%s is unknown for its own email, and nobody else's", async (_, row, place) => {
    const { who, places, psa } = await connect({
      "contacts.csv": `${CONTACTS}k-1,jane@acme.com,"Jane\nDoe",,\n${row}`,
    });
    const lost = await who("x@acme.com");
    expect([lost.value.contacts, placesOf(lost.gaps)]).toEqual([[], [place]]);
    expect((await who("nobody@acme.com")).gaps).toEqual([]);
    expect(placesOf((await psa.listDirectory(call)).gaps)).toEqual([place]);
    expect(await places()).toEqual([place]);
  });

  test("two rows of one id both count, and only the inspection says so", async () => {
    const contacts = `${CONTACTS}k-1,jane@acme.com,Jane,,\nk-1,j@acme.com,Jane,,\n`;
    const { who, places } = await connect({ "contacts.csv": contacts });
    for (const text of ["jane@acme.com", "j@acme.com"]) {
      expect(await who(text)).toMatchObject({ value: { contacts: [{ id: "k-1" }] }, gaps: [] });
    }
    expect(await places()).toEqual(["contacts.csv, line 3, column id"]);
  });

  test("an email that is none, or no email, is kept for the firm to see and makes nobody unknown", async () => {
    const contacts = `${CONTACTS}k-1,jane at acme;j@acme.com,Jane,,\nk-2,,Joe,,\n`;
    const { who, places } = await connect({ "contacts.csv": contacts });
    expect((await who("j@acme.com")).value.contacts).toMatchObject([{ unusableEmails: ["jane at acme"] }]);
    expect((await who("jane@acme.com")).gaps).toEqual([]);
    expect(await places()).toEqual(["contacts.csv, line 2, column email", "contacts.csv, line 3, column email"]);
  });

  test.each([
    ["true", true],
    ["YES", true],
    ["1", true],
    ["False", false],
    ["no", false],
    ["0", false],
    ["", false],
  ])("archived %j is read as %j", async (cell, isArchived) => {
    const { who } = await connect({ "contacts.csv": `${CONTACTS}k-1,jane@acme.com,Jane,,${cell}\n` });
    expect((await who("jane@acme.com")).value.contacts).toMatchObject([{ isArchived }]);
  });
});

describe("the companies of a contact", () => {
  const contacts = `${CONTACTS}k-1,jane@acme.com,Jane,c-1;c-7,\n`;

  test("a company that companies.csv lacks is not returned, and the inspection says so", async () => {
    const { who, places } = await connect({ "companies.csv": COMPANIES, "contacts.csv": contacts });
    const { value, gaps } = await who("jane@acme.com");
    expect([ids(value.companies), gaps]).toEqual([["c-1"], []]);
    expect(await places()).toEqual(["contacts.csv, line 2, column company_id"]);
  });

  test.each([
    ["a broken row", "c-7\n", "companies.csv, line 4"],
    ["its archived cell unreadable", "c-7,Seven,hm\n", "companies.csv, line 4, column archived"],
  ])("a company lost by %s is unknown, not absent", async (_, row, place) => {
    const { who, company } = await connect({ "companies.csv": COMPANIES + row, "contacts.csv": contacts });
    expect(placesOf((await who("jane@acme.com")).gaps)).toEqual([place]);
    expect(await company("c-7")).toMatchObject({ value: null, gaps: [{ place }] });
    expect(await company("c-1")).toMatchObject({ value: { name: "Acme" }, gaps: [] });
  });

  test("of two companies with one id the first counts", async () => {
    const { company, places } = await connect({ "companies.csv": `${COMPANIES}c-1,Other,true\n` });
    expect(await company("c-1")).toMatchObject({ value: { name: "Acme", isArchived: false }, gaps: [] });
    expect(await places()).toEqual(["companies.csv, line 4, column id"]);
  });
});

describe("projects", () => {
  test("a bad detail is null and makes nobody unknown", async () => {
    const row = "p-1,House,c-1,Active,31/12/2026,usd,12.5,140\n";
    const { work, places } = await connect({ "companies.csv": COMPANIES, "projects.csv": PROJECTS + row });
    const { value, gaps } = await work("c-1");
    expect(value.projects).toMatchObject([
      { status: "active", startDate: null, currency: null, fee: null, percentComplete: null },
    ]);
    expect(gaps).toEqual([]);
    const columns = ["start_date", "percent_complete", "currency", "fee"];
    expect((await places()).sort()).toEqual(columns.map((column) => `projects.csv, line 2, column ${column}`).sort());
  });

  test("an unknown status loses the project and is unknown for its company only", async () => {
    const { work } = await connect({ "projects.csv": `${PROJECTS}p-1,House,c-1,paused,,,,\n` });
    const { value, gaps } = await work("c-1");
    expect([value.projects, placesOf(gaps)]).toEqual([[], ["projects.csv, line 2, column status"]]);
    expect((await work("c-2")).gaps).toEqual([]);
  });

  test("a project without a company could be anybody's", async () => {
    const { work } = await connect({ "projects.csv": `${PROJECTS}p-1,House,,,,,,\n` });
    expect(placesOf((await work("c-2")).gaps)).toEqual(["projects.csv, line 2, column company_id"]);
  });

  test("of two projects with one id the first counts; for another company the second is unknown, not absent", async () => {
    const rows = "p-1,House,c-1,,,,,\np-1,Again,c-1,,,,,\np-1,Tower,c-2,,,,,\n";
    const { work } = await connect({ "projects.csv": PROJECTS + rows });
    expect(await work("c-1")).toMatchObject({ value: { projects: [{ name: "House" }] }, gaps: [] });
    expect(await work("c-2")).toMatchObject({
      value: { projects: [] },
      gaps: [{ place: "projects.csv, line 4, column id" }],
    });
  });

  test("money is kept to the cent as text, and a phase's fee is in its project's currency", async () => {
    const { work } = await connect({
      "projects.csv": `${PROJECTS}p-1,House,c-1,,,EUR,1234567.10,33.5\n`,
      "phases.csv": "id,project_id,name,fee,budget_hours\nph-1,p-1,Concept,0.10,7.5\n",
    });
    const { value } = await work("c-1");
    expect(value.projects).toMatchObject([{ fee: { amount: "1234567.10", currency: "EUR" }, percentComplete: 33.5 }]);
    expect(value.phases).toMatchObject([{ fee: { amount: "0.10", currency: "EUR" }, budgetHours: 7.5 }]);
  });

  test("only the managers of these projects are told, without their rates", async () => {
    const { work } = await connect({
      "projects.csv": "id,name,company_id,manager_id\np-1,House,c-1,s-1\n",
      "people.csv": "id,name,email,cost_rate,notes\ns-1,Maya,MAYA@harbor.com,77,secret\ns-2,Otto,,88,\n",
    });
    const { value } = await work("c-1");
    expect(value.managers).toEqual([
      { id: "s-1", name: "Maya", role: null, discipline: null, email: "maya@harbor.com", phone: null },
    ]);
  });
});

describe("the version of the work", () => {
  test("changes when any of its files changes, appears or goes, and not with the contacts", async () => {
    const { psa, write, remove } = await connect({});
    const versions = [await psa.workVersion(call)];
    const note = async () => versions.push(await psa.workVersion(call));
    for (const name of ["projects.csv", "phases.csv", "milestones.csv", "people.csv"]) {
      await write(name, `${PROJECTS}\n`);
      await note();
    }
    expect(new Set(versions).size).toBe(5);
    await remove("people.csv");
    await note();
    expect(versions.at(-1)).toBe(versions.at(-3));
    await write("contacts.csv", CONTACTS);
    expect(await psa.workVersion(call)).toBe(versions.at(-1));
  });
});

describe("the inspection", () => {
  const optionalKinds = [
    "phases",
    "milestones",
    "people",
    "assignments",
    "time_entries",
    "invoices",
    "tasks",
    "deals",
    "bookings",
  ];

  test("counts all twelve kinds and names those that are not supplied", async () => {
    const { psa } = await connect({ "companies.csv": COMPANIES });
    const { counts, notSupplied, gaps } = await psa.inspect(call);
    const kinds = ["companies", "contacts", "projects", ...optionalKinds];
    expect(counts).toEqual(kinds.map((kind) => ({ kind, rows: kind === "companies" ? 2 : 0 })));
    expect({ notSupplied, gaps }).toEqual({ notSupplied: optionalKinds, gaps: [] });
  });

  test("checks the rows of files that no page reads", async () => {
    const { psa } = await connect({
      "time_entries.csv":
        'id,project_id,person_id,date,hours,cost_rate\nt-1,p-1,s-1,2026-01-01,7.5,90\nt-2,p-1,s-1,1/2/26,8,90\nt-3,p-1,s-1,2026-01-03,"7,5",90\nt-1,p-1,s-1,2026-01-01,1,90\n',
      "invoices.csv": 'id,company_id,number,issued_on,amount,currency\ni-1,c-1,1,2026-01-01,"1,200",USD\n',
    });
    const { counts, gaps } = await psa.inspect(call);
    expect(counts).toEqual(expect.arrayContaining([{ kind: "time_entries", rows: 1 }]));
    expect(placesOf(gaps)).toEqual([
      "time_entries.csv, line 3, column date",
      "time_entries.csv, line 4, column hours",
      "time_entries.csv, line 5, column id",
      "invoices.csv, line 2, column amount",
    ]);
  });

  test("names ids that lead nowhere and phase fees without a currency", async () => {
    const { places } = await connect({
      "companies.csv": COMPANIES,
      "projects.csv": "id,name,company_id,manager_id,contact_ids\np-1,House,c-9,s-9,k-9\n",
      "people.csv": "id,name\n",
      "phases.csv": "id,project_id,name,fee\nph-1,p-1,Concept,5\nph-2,p-9,Concept,\n",
    });
    expect(await places()).toEqual([
      "projects.csv, line 2, column company_id",
      "projects.csv, line 2, column contact_ids",
      "projects.csv, line 2, column manager_id",
      "phases.csv, line 3, column project_id",
      "phases.csv, line 2, column fee",
    ]);
  });

  test("a file in which every row is wrong is summed up", async () => {
    const rows = Array.from({ length: 150 }, (_, index) => `k-${index},x${index}@acme.com,X,,hm\n`).join("");
    const { psa, who } = await connect({ "contacts.csv": CONTACTS + rows });
    const { gaps } = await psa.inspect(call);
    expect(gaps).toHaveLength(101);
    expect(gaps.at(-1)?.message).toMatch(/^50 more places/);
    expect(placesOf((await who("x149@acme.com")).gaps)).toEqual(["contacts.csv, line 151, column archived"]);
  });
});
