import { describe, expect, test } from "vitest";
import { makeCsvFolder, toCsv } from "../../../test/contracts/csv-folder.ts";
import type { CompanyId } from "../../domain/ids.ts";
import { systemClock } from "../../lib/clock.ts";
import { createCsvConnector } from "./adapter.ts";

const call = { signal: AbortSignal.timeout(20_000), isUrgent: false };
const today = systemClock.now().toISOString().slice(0, 10);

const files = {
  "companies.csv": toCsv([
    { id: "c-1", name: "Acme" },
    { id: "c-2", name: "Birch" },
  ]),
  "projects.csv": toCsv([
    { id: "p-1", name: "Library", company_id: "c-1", currency: "USD", status: "active" },
    { id: "p-2", name: "Clinic", company_id: "c-2", currency: "USD", status: "active" },
  ]),
  "people.csv": toCsv([
    { id: "s-1", name: "Maya Oduya", discipline: "Civil", capacity_hours: "40" },
    { id: "s-2", name: "Lev Stein", discipline: "MEP", capacity_hours: "" },
  ]),
  "assignments.csv": toCsv([
    { project_id: "p-1", person_id: "s-1", role: "Lead" },
    { project_id: "p-2", person_id: "s-2", role: "Lead" },
  ]),
  "time_entries.csv": toCsv([
    entry("t-1", { project_id: "p-1", person_id: "s-1", hours: "8" }),
    entry("t-2", { project_id: "p-2", person_id: "s-1", hours: "72", notes: "SECRETNOTE" }),
    entry("t-3", { project_id: "p-1", person_id: "s-2", hours: "2" }),
  ]),
  "invoices.csv": toCsv([
    invoice("i-1", { project_id: "p-1", company_id: "c-1", status: "Paid" }),
    invoice("i-2", { project_id: "", company_id: "c-1", status: "open" }),
    invoice("i-3", { project_id: "p-1", company_id: "c-1", status: "draft" }),
    invoice("i-5", { project_id: "p-1", company_id: "c-2", status: "open" }),
  ]),
  "tasks.csv": toCsv([
    { id: "w-1", project_id: "p-1", name: "Coordinate", status: "todo", internal_notes: "between us" },
    { id: "w-2", project_id: "p-2", name: "Other", status: "done", internal_notes: "" },
  ]),
};

function entry(id: string, own: Record<string, string>): Record<string, string> {
  const rates = { billable: "true", bill_rate: "100", cost_rate: "77.77" };
  return { id, date: today, phase_id: "", notes: "", ...rates, ...own };
}

function invoice(id: string, own: Record<string, string>): Record<string, string> {
  return { id, number: `N-${id}`, issued_on: "2026-01-02", amount: "10.00", currency: "USD", ...own };
}

async function read(companyId: string, changed: Record<string, string> = {}) {
  const { dir } = await makeCsvFolder({ ...files, ...changed });
  const connector = createCsvConnector({ dir, clock: systemClock, quietMs: 10 });
  return connector.readCompanyWork(companyId as CompanyId, call);
}

describe("a company's work", () => {
  test("adds its hours up, and names nobody's entries, rates or notes", async () => {
    const { value } = await read("c-1");
    expect(
      value.hours.map(({ projectId, discipline, hours, billed }) => [projectId, discipline, hours, billed?.amount]),
    ).toEqual([
      ["p-1", "Civil", 8, "800.00"],
      ["p-1", "MEP", 2, "200.00"],
    ]);
    expect(JSON.stringify(value)).not.toMatch(/77\.77|SECRETNOTE|t-1|p-2|Clinic|N-i-5/);
  });

  test("counts how busy its people are over all projects, and tells nobody's without a capacity", async () => {
    const { value } = await read("c-1");
    expect(value.team).toEqual([{ projectId: "p-1", personId: "s-1", role: "Lead" }]);
    expect(value.staff.map(({ name }) => name)).toEqual(["Maya Oduya"]);
    expect(value.utilisation).toEqual([{ personId: "s-1", percent: 50 }]);
  });

  test("names nobody on a team who has left the firm", async () => {
    const people = `${files["people.csv"].trim()}\n`.replaceAll("\n", ",\n").replace(",\n", ",archived\n");
    const { value } = await read("c-1", { "people.csv": people.replace("40,", "40,true") });
    expect([value.team, value.staff, value.utilisation]).toEqual([[], [], []]);
  });

  test("has its own invoices, without drafts", async () => {
    const { value, gaps } = await read("c-1");
    expect(value.invoices.map(({ id, isPaid, projectId }) => [id, isPaid, projectId])).toEqual([
      ["i-1", true, "p-1"],
      ["i-2", false, null],
    ]);
    expect(gaps).toEqual([]);
  });

  test("shows no invoice for another company's project to either, and no sum is made without it", async () => {
    const { value, gaps } = await read("c-2");
    expect(value.invoices).toEqual([]);
    const message = "This invoice is for a project that is none of this client's. Correct it in invoices.csv.";
    const unread = { parts: ["invoices"], projectId: null, why: "not_readable" };
    expect(gaps).toEqual([{ place: "invoices.csv, record i-5", message, unread }]);
    expect((await read("c-1")).value.invoices.map(({ id }) => id)).not.toContain("i-5");
  });

  test("has its own tasks with what was noted on them", async () => {
    const { value } = await read("c-1");
    expect(value.tasks.map(({ id, internalNotes }) => [id, internalNotes])).toEqual([["w-1", "between us"]]);
  });

  test("is complete though a time entry or an invoice cannot be read: nobody's projects can be hidden by it", async () => {
    const broken = { "time_entries.csv": "id,project_id\nt-1,p-1\n", "invoices.csv": `${files["invoices.csv"]}x\n` };
    const { value, gaps } = await read("c-1", broken);
    expect([value.projects.length, value.hours, gaps.filter(({ unread }) => !unread)]).toEqual([1, [], []]);
  });

  test.each([
    ["of another client's project leaves it whole", { project_id: "p-2", date: "some day" }, []],
    ["of its own project leaves out its hours", { project_id: "p-1", date: "some day" }, ["p-1"]],
    ["as it may be free of charge leaves them out too", { project_id: "p-1", billable: "maybe" }, ["p-1"]],
  ])("a time entry that cannot be read %s", async (_, own, lost) => {
    const entries = toCsv([entry("t-1", { person_id: "s-2", hours: "8", ...own })]);
    const { gaps } = await read("c-1", { "time_entries.csv": entries });
    const unread = lost.map((projectId) => ({ parts: ["hours", "margins"], projectId, why: "not_readable" }));
    expect(gaps.map((gap) => gap.unread)).toEqual(unread);
  });

  test.each(["amount", "paid_amount"])(
    "an invoice whose %s cannot be read: the others are told not to be all of them",
    async (column) => {
      const own = { project_id: "p-1", company_id: "c-1", paid_amount: "" };
      const invoices = toCsv([invoice("i-1", { ...own, [column]: "some" }), invoice("i-2", own)]);
      const { value, gaps } = await read("c-1", { "invoices.csv": invoices });
      expect(value.invoices.map(({ id }) => id)).toEqual(["i-2"]);
      expect(gaps.map(({ unread }) => unread)).toEqual([{ parts: ["invoices"], projectId: null, why: "not_readable" }]);
    },
  );

  test("an invoice of a project that cannot be read is not among the others, which are told not to be all", async () => {
    const projects = files["projects.csv"].replace("p-1,", "p-1,,");
    const { value, gaps } = await read("c-1", { "projects.csv": projects });
    expect(value.invoices.map(({ id }) => id)).toEqual(["i-2"]);
    expect(gaps.flatMap(({ unread }) => unread?.parts ?? [])).toEqual(["invoices"]);
  });

  const row = (own: Record<string, string>) => toCsv([{ id: "x-1", name: "X", ...own }]);
  const unreadable: [file: string, text: string, part: string, projectId: string | null][] = [
    ["tasks.csv", row({ project_id: "p-1", name: "" }), "tasks", "p-1"],
    ["milestones.csv", row({ project_id: "p-1", due_date: "soon" }), "milestones", "p-1"],
    ["phases.csv", row({ project_id: "p-1", name: "" }), "phases", "p-1"],
    ["phases.csv", row({ project_id: "" }), "phases", null],
    ["tasks.csv", "not a table of tasks", "tasks", null],
    ["assignments.csv", toCsv([{ project_id: "p-1", person_id: "" }]), "team", "p-1"],
    ["people.csv", toCsv([{ id: "s-1", name: "" }]), "team", "p-1"],
  ];

  /** Which parts are told not to be whole, and of which project; the other company's invoices never are. */
  async function unreadWith(companyId: string, changed: Record<string, string>) {
    const { gaps } = await read(companyId, changed);
    const told = gaps.map(({ unread }) => [unread?.parts.join(), unread?.projectId, unread?.why]);
    return told.filter(([parts]) => parts !== "invoices");
  }

  test.each(unreadable)("tells whose list is not whole where a row of it cannot be read: %s, %j", async (...given) => {
    const [file, text, part, projectId] = given;
    const told = [[part, projectId, "not_readable"]];
    expect(await unreadWith("c-1", { [file]: text })).toEqual(told);
    expect(await unreadWith("c-2", { [file]: text })).toEqual(projectId === null ? told : []);
  });

  test("tells that a manager is not known whose row cannot be read, and nothing of one who stands there", async () => {
    const project = { currency: "USD", status: "active" };
    const changed = {
      "projects.csv": toCsv([
        { ...project, id: "p-1", name: "Library", company_id: "c-1", manager_id: "s-1" },
        { ...project, id: "p-2", name: "Clinic", company_id: "c-2", manager_id: "s-2" },
      ]),
      "people.csv": toCsv([
        { id: "s-1", name: "" },
        { id: "s-2", name: "Lev Stein" },
      ]),
    };
    expect(await unreadWith("c-1", changed)).toEqual([
      ["manager", "p-1", "not_readable"],
      ["team", "p-1", "not_readable"],
    ]);
    expect(await unreadWith("c-2", changed)).toEqual([]);
  });

  test("counts an edit of any of its files as a newer version", async () => {
    const folder = await makeCsvFolder(files);
    const connector = createCsvConnector({ dir: folder.dir, clock: systemClock, quietMs: 10 });
    const before = await connector.workVersion(call);
    for (const name of ["assignments.csv", "time_entries.csv", "invoices.csv", "tasks.csv"] as const) {
      await folder.write(name, `${files[name]}\n`);
      expect([name, await connector.workVersion(call)]).not.toEqual([name, before]);
      await folder.write(name, files[name]);
    }
  });
});
