import { describe, expect, test } from "vitest";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { CompanyId, ProjectId } from "../../domain/ids.ts";
import type { HoursTotal, Invoice, Phase, Project, Task } from "../../domain/project.ts";
import { presentDisciplines, presentHours } from "./present-hours.ts";
import { presentFee, presentInvoices } from "./present-invoices.ts";
import { presentTasks, presentTeam } from "./present-tasks.ts";

const day = (text: string) => text as CalendarDate;
const context = { today: day("2026-03-03"), locale: "en-GB" };
const projectId = "p" as ProjectId;
const usd = (amount: string) => ({ amount, currency: "USD" });
const plain = (text: string) => text.replaceAll("\u00a0", " ");

const design = { id: "d", name: "Design", order: 1, budgetHours: 40, startDate: null } as Phase;
const hours = (phaseId: string | null, count: number, billed: string | null = null): HoursTotal => ({
  projectId,
  phaseId,
  discipline: "Civil",
  hours: count,
  billed: billed === null ? null : usd(billed),
});

describe("hours", () => {
  test("stand by phase against what was planned, and what belongs to no known phase stands last", () => {
    const model = presentHours({ hours: [hours("d", 12.25), hours(null, 3)], phases: [design], locale: "en-GB" });
    expect(plain(JSON.stringify(model))).toBe(
      JSON.stringify({
        heading: "15.3 h worked",
        hasPlanned: true,
        hasBilled: false,
        rows: [
          { name: "Design", worked: "12.3 h", planned: "40 h", billed: null },
          { name: "Other work", worked: "3 h", planned: null, billed: null },
        ],
      }),
    );
  });

  test("say what they come to only where every part of a row has a rate", () => {
    const model = presentHours({
      hours: [hours("d", 1, "100.10"), hours("d", 1, "0.20"), hours(null, 2, "7.00"), hours(null, 1)],
      phases: [design],
      locale: "en-GB",
    });
    expect(model?.rows.map(({ billed }) => billed)).toEqual(["US$100.30", null]);
  });

  test("that nobody worked are no block, and neither are shares of nothing", () => {
    expect(presentHours({ hours: [], phases: [design], locale: "en-GB" })).toBeNull();
    expect(presentDisciplines([], "en-GB")).toBeNull();
  });
});

const invoice = (id: string, overrides: Partial<Invoice> = {}): Invoice => ({
  id,
  companyId: "c" as CompanyId,
  projectId,
  number: `INV-${id}`,
  issuedOn: day("2026-02-01"),
  dueOn: day("2026-03-10"),
  amount: usd("100.00"),
  paid: null,
  paidOn: null,
  isPaid: false,
  ...overrides,
});

describe("invoices", () => {
  test("are headed by what is open and overdue, and the open sum leaves out what was paid in part", () => {
    const model = presentInvoices(
      [
        invoice("1", { isPaid: true, paidOn: day("2026-02-20"), paid: usd("100.00") }),
        invoice("2", { dueOn: day("2026-03-02") }),
        invoice("3", { paid: usd("40.00"), issuedOn: day("2026-02-02") }),
        invoice("4", { amount: { amount: "5.00", currency: "EUR" }, issuedOn: day("2026-02-03") }),
      ],
      context,
    );
    expect(plain(model?.heading ?? "")).toBe("3 invoices open, 1 overdue");
    expect(model?.openText).toBe("Open: €5.00 and US$160.00");
    expect(model?.rows.map(({ number, state }) => [number, state.text])).toEqual([
      ["INV-4", "open"],
      ["INV-3", "open"],
      ["INV-2", "overdue"],
      ["INV-1", "paid 20 February"],
    ]);
  });

  test("that are all paid say so, and none is no block", () => {
    expect(plain(presentInvoices([invoice("1", { isPaid: true })], context)?.heading ?? "")).toBe(
      "1 invoice, all paid",
    );
    expect(presentInvoices([], context)).toBeNull();
  });

  test("are held against the fee in its own currency only", () => {
    const project = { id: projectId, fee: usd("400.00") } as Project;
    const invoices = [invoice("1"), invoice("2", { amount: { amount: "900.00", currency: "EUR" } })];
    const model = presentFee({ project, invoices, margins: [{ projectId, percent: 31 }] }, context);
    expect(plain(model?.heading ?? "")).toBe("25 % of the fee invoiced");
    expect(model?.lines.map(({ label }) => label)).toEqual(["Fee", "Invoiced", "Margin on hours"]);
    expect(presentFee({ project: { ...project, fee: null }, invoices, margins: [] }, context)).toBeNull();
  });
});

describe("tasks and team", () => {
  const task = (id: string, overrides: Partial<Task>): Task => ({
    id,
    projectId,
    phaseId: "d",
    name: `Task ${id}`,
    status: "todo",
    dueDate: null,
    internalNotes: null,
    ...overrides,
  });

  test("open tasks stand by due day with the late ones flagged, done ones apart", () => {
    const model = presentTasks(
      [
        task("1", { status: "done" }),
        task("2", { dueDate: day("2026-03-20") }),
        task("3", { dueDate: day("2026-03-01"), status: "in_progress" }),
      ],
      [design],
      context,
    );
    expect(plain(model?.heading ?? "")).toBe("2 of 3 tasks open");
    expect(model?.open.map(({ id, isLate, phase }) => [id, isLate, phase])).toEqual([
      ["3", true, "Design"],
      ["2", false, "Design"],
    ]);
    expect(model?.open[0]?.state).toBe("under way, due 1 March (2 days ago)");
    expect(model?.done.map(({ id }) => id)).toEqual(["1"]);
    expect(presentTasks([], [], context)).toBeNull();
  });

  test("a person of the team stands with their part in the project, and with no more than was handed in", () => {
    const staff = [{ id: "s", name: "Maya O.", role: "Engineer", discipline: null, email: null, phone: null }];
    const team = [{ projectId, personId: "s", role: "Project engineer" }];
    const model = presentTeam({ team, staff, utilisation: [{ personId: "s", percent: 80 }], locale: "en-GB" });
    expect(plain(JSON.stringify(model?.people))).toBe(
      JSON.stringify([
        { id: "s", name: "Maya O.", role: "Project engineer", details: ["80 % of capacity in the last four weeks"] },
      ]),
    );
    expect(presentTeam({ team: [], staff, utilisation: [], locale: "en-GB" })).toBeNull();
  });
});
