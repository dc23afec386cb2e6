// The tables of a project's page as files: whoever reads the page gets them, with what the page shows and no more.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { liftLimit } from "../../src/commands/lift-limit.ts";
import { limitContact } from "../../src/commands/limit-contact.ts";
import { setTemplate } from "../../src/commands/set-template.ts";
import { setVisibility } from "../../src/commands/set-visibility.ts";
import type { Template } from "../../src/domain/firm.ts";
import type { ContactId, ProjectId } from "../../src/domain/ids.ts";
import type { VisibilitySwitchName } from "../../src/domain/visibility.ts";
import { expectCause, referenceOf } from "../support/decisions.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { projectsOf, startTwoFirms, type TwoFirms } from "../support/two-firms.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

const PROJECT = "/acme-northmark/projects/p-1";
const MISSING = "/acme-northmark/projects/p-nothing";
const tables = ["phases", "milestones", "hours", "invoices", "tasks"] as const;

let firms: TwoFirms;
let jane: Visitor;
beforeAll(async () => {
  firms = await startTwoFirms();
  await fill();
  jane = firms.visit(firms.north);
  await jane.signIn("jane@acme.north.example");
});
beforeEach(async () => {
  await choose("engineer");
  for (const name of ["rates", "task_notes"] as const) await turn(name, false);
  for (const name of ["hours", "invoices", "cross_project"] as const) await turn(name, true);
});
afterAll(() => firms.stop());

/** More of every kind, with a mark in what a switch may hide. */
async function fill(): Promise<void> {
  const { csv } = firms.north;
  const own = { project_id: "p-1", phase_id: "ph-1" };
  await csv.write("phases.csv", [
    { id: "ph-1", project_id: "p-1", name: "Documents", order: "1", percent_complete: "62", budget_hours: "40" },
  ]);
  await csv.write("time_entries.csv", [
    { id: "t-1", ...own, person_id: "s-1", date: "2026-02-02", hours: "7.25", bill_rate: "111.11", billable: "true" },
  ]);
  await csv.write("tasks.csv", [
    {
      id: "a-1",
      ...own,
      name: '=HYPERLINK("evil")',
      status: "todo",
      due_date: "2030-01-02",
      internal_notes: "NOTEMARK",
    },
  ]);
  await csv.write("invoices.csv", [
    {
      ...{ id: "i-1", project_id: "p-1", company_id: "c-acme", number: "INV, 1", issued_on: "2026-02-01" },
      ...{ due_on: "2030-03-01", amount: "1234.50", currency: "USD", status: "sent" },
    },
    {
      ...{ id: "i-0", company_id: "c-acme", number: "WHOLEMARK", issued_on: "2026-02-02", due_on: "2026-02-03" },
      ...{ amount: "77.00", currency: "EUR", status: "sent" },
    },
    {
      ...{ id: "i-4", project_id: "p-4", company_id: "c-birch", number: "BIRCHMARK", issued_on: "2026-02-01" },
      ...{ due_on: "2030-03-01", amount: "1.00", currency: "USD", status: "sent" },
    },
  ]);
}

const doer = () => ({ firmId: firms.north.firm.id, actor: "test", now: firms.clock.now() });
const turn = (name: VisibilitySwitchName, isOn: boolean) => setVisibility(firms.database.db, doer(), { name, isOn });

async function choose(template: Template): Promise<void> {
  const portal = firms.north.portals.get("c-acme");
  if (!portal) throw new Error("the sample has a portal for Acme");
  await setTemplate(firms.database.db, doer(), portal.id, template);
}

const file = (table: string, visitor = jane) => visitor.get(`${PROJECT}/${table}.csv`);

/** A page without what differs from one load to the next: its reference, and the address that was asked for. */
function without(page: Answer, path: string): string {
  return page.text
    .replaceAll(referenceOf(page) ?? "-", "REF")
    .replaceAll(path, "PATH")
    .replaceAll(encodeURIComponent(path), "PATH");
}

/** Exactly the page for a project that is not there. */
async function expectMissing(path: string, cause = "scope.no_such_project"): Promise<void> {
  const [page, missing] = [await jane.get(path), await jane.get(MISSING)];
  await expectCause(firms, firms.north, { page, status: 404, cause });
  expect(page.headers.get("content-type")).toBe(missing.headers.get("content-type"));
  expect(without(page, path)).toBe(without(missing, MISSING));
}

describe("a table that the page shows", () => {
  test("comes as a file for spreadsheets, named for the project, and is kept nowhere", async () => {
    const answer = await file("phases");
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="N1-NORTHMARK-ACMEMARK-phases.csv"');
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.text).toBe(
      "Phase,State,Percent,Planned start,Planned end,Planned hours\r\nDocuments,now,62,,,40\r\n",
    );
  });

  test("is linked below the block, under every template that shows it", async () => {
    const { text } = await jane.get(PROJECT);
    for (const table of ["phases", "milestones", "hours", "tasks"])
      expect(text).toContain(`href="${PROJECT}/${table}.csv"`);
    expect(text).not.toContain("invoices.csv");
    await choose("owner");
    const owner = (await jane.get(PROJECT)).text;
    expect(owner).toContain(`href="${PROJECT}/invoices.csv"`);
    expect(owner).not.toContain("hours.csv");
    expect((await file("invoices")).text).toBe(
      'Invoice,Issued,Due,Amount,Paid,Currency,Paid on,State\r\n"INV, 1",2026-02-01,2030-03-01,1234.50,,USD,,open\r\n',
    );
  });

  test("runs nothing in a spreadsheet", async () => {
    expect((await file("tasks")).text).toContain(`"'=HYPERLINK(""evil"")",Documents,to do,2030-01-02\r\n`);
  });
});

describe("what a switch or a template hides", () => {
  test("is in no file", async () => {
    await choose("engineer");
    for (const table of tables) {
      const { text } = await file(table);
      for (const mark of ["NOTEMARK", "805.55", "111.11", "987654", "BIRCHMARK"]) expect(text).not.toContain(mark);
    }
    await turn("rates", true);
    await turn("task_notes", true);
    expect((await file("hours")).text).toBe(
      "Phase,Hours,At the agreed rates,Currency\r\nDocuments,7.25,805.55,USD\r\n",
    );
    expect((await file("tasks")).text).toContain("NOTEMARK");
  });

  test("is no file: the answer is the page of a project that is not there", async () => {
    await expectMissing(`${PROJECT}/invoices.csv`);
    await turn("hours", false);
    await expectMissing(`${PROJECT}/hours.csv`);
    expect((await file("phases")).text).not.toContain("40");
  });

  test("and so is a table of no name, or one that the project has no row of", async () => {
    for (const path of ["fee.csv", "hours", "hours.CSV", "hours.csv.csv", ".csv", `${"x".repeat(300)}.csv`, "%00.csv"])
      expect((await jane.get(`${PROJECT}/${path}`)).status).toBe(404);
    await expectMissing(`${PROJECT}/team.csv`);
    await expectMissing("/acme-northmark/projects/p-2/hours.csv");
  });
});

describe("the invoices of all projects and of the company as a whole", () => {
  const HOME = "/acme-northmark";
  const ALL = `${HOME}/invoices.csv`;

  test("are on the home page and in its file, and what is overdue waits on the client", async () => {
    await choose("owner");
    const home = await jane.get(HOME);
    expect(home.text).toContain(`href="${ALL}"`);
    expect(wordsOf(home)).toContain("2 invoices open, 1 overdue Open €77.00 and US$1,234.50");
    expect(wordsOf(home)).toContain("Waiting on you Invoice WHOLEMARK, €77.00 overdue");
    const answer = await jane.get(ALL);
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="invoices.csv"');
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.text.split("\r\n").slice(0, 3)).toEqual([
      "Invoice,Project,Issued,Due,Amount,Paid,Currency,Paid on,State",
      "WHOLEMARK,,2026-02-02,2026-02-03,77.00,,EUR,,overdue",
      '"INV, 1",Library renewal NORTHMARK ACMEMARK,2026-02-01,2030-03-01,1234.50,,USD,,open',
    ]);
  });

  test("are on neither where the template has no invoices or the switch is off: as if there was no such file", async () => {
    const expectNone = async () => {
      for (const mark of ["WHOLEMARK", "INV, 1", "invoices.csv"])
        expect((await jane.get(HOME)).text).not.toContain(mark);
      const [file, nothing] = [await jane.get(ALL), await jane.get(`${HOME}/nothing`)];
      expect([file.status, headingOf(file)]).toEqual([404, headingOf(nothing)]);
    };
    await expectNone();
    await choose("owner");
    await turn("invoices", false);
    await expectNone();
  });

  test("are those of the projects on which somebody is named, where each sees only those: nobody is named on the company's own", async () => {
    await choose("owner");
    await turn("cross_project", false);
    const { csv } = firms.north;
    await csv.write(
      "projects.csv",
      projectsOf("north").map((row) => ({ ...row, contact_ids: "k-1" })),
    );
    const [home, file] = [await jane.get(HOME), await jane.get(ALL)];
    await csv.write("projects.csv", projectsOf("north"));
    expect(home.text).toContain("INV, 1");
    expect(file.text).toContain("INV, 1");
    expect(home.text + file.text).not.toContain("WHOLEMARK");
  });

  test("are those of no single project for nobody who is limited, also where the limit leaves them every project of today", async () => {
    await choose("owner");
    const portal = firms.north.portals.get("c-acme");
    if (!portal) throw new Error("the sample has a portal for Acme");
    const contact = { id: "k-1" as ContactId, name: "Jane" };
    const projectIds = ["p-1", "p-2"] as ProjectId[];
    await limitContact(firms.database.db, doer(), { portalId: portal.id, contact, projectIds });
    const [home, file] = [await jane.get(HOME), await jane.get(ALL)];
    await liftLimit(firms.database.db, doer(), { portalId: portal.id, contactId: contact.id });
    expect(home.text).toContain("INV, 1");
    expect(file.text).toContain("INV, 1");
    expect(home.text + file.text).not.toContain("WHOLEMARK");
    expect((await jane.get(ALL)).text).toContain("WHOLEMARK");
  });

  test("keep the home page of whoever sees one project, for the company's own stand nowhere else", async () => {
    await choose("owner");
    const { csv } = firms.north;
    await csv.write("projects.csv", projectsOf("north").slice(0, 1));
    const home = await jane.get(HOME);
    const project = await jane.get(PROJECT);
    await csv.write("projects.csv", projectsOf("north"));
    expect([home.path, home.text.includes("WHOLEMARK")]).toEqual([HOME, true]);
    expect(project.text).toContain("All projects");
  });

  test("are for nobody else: not signed in, or of another company", async () => {
    const stranger = await firms.visit(firms.north).get(ALL);
    expect(stranger.text).not.toContain("WHOLEMARK");
    expect((await jane.get("/birch-northmark/invoices.csv")).status).toBe(403);
  });
});

describe("for whom the page is not", () => {
  test.each(tables)(
    "%s of another company's project, or of a project that is put away, is not there",
    async (table) => {
      await expectMissing(`/acme-northmark/projects/p-4/${table}.csv`);
      await expectMissing(`/acme-northmark/projects/p-3/${table}.csv`);
    },
  );

  test("another company's portal refuses as its pages do", async () => {
    const page = await jane.get("/birch-northmark/projects/p-4/phases.csv");
    expect(page.status).toBe(403);
    expect(page.text).not.toContain("BIRCHMARK");
  });

  test("whoever is not signed in is asked to sign in", async () => {
    const page = await file("phases", firms.visit(firms.north));
    expect(headingOf(page)).toBe(headingOf(await firms.visit(firms.north).get(PROJECT)));
    expect(wordsOf(page)).not.toContain("Documents");
  });

  test("a project that is called like a file of another one is not opened in its place", async () => {
    const row = { ...projectsOf("north")[1], id: "p-1/team.csv" };
    await firms.north.csv.write("projects.csv", [...projectsOf("north"), row]);
    const answer = await jane.get(`${PROJECT}/team.csv`);
    expect([answer.status, answer.path]).toEqual([200, "/acme-northmark"]);
    await firms.north.csv.write("projects.csv", projectsOf("north"));
  });
});
