import { describe, expect, test } from "vitest";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { CompanyId, ProjectId } from "../../domain/ids.ts";
import type { HoursTotal, Invoice, Phase, Project, ProjectStatus, Task } from "../../domain/project.ts";
import { presentFee } from "./present-fee.ts";
import { presentDisciplines, presentHours } from "./present-hours.ts";
import { presentInvoices } from "./present-invoices.ts";
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
    expect(plain(model?.heading ?? "")).toBe("15.3 h worked");
    expect(model?.bars.map(({ name, text, parts }) => [name, plain(text), parts])).toEqual([
      ["Design", "12.3 h of 40 h planned", null],
      ["Other work", "3 h", null],
    ]);
    expect(model?.bars.map(({ bar }) => [bar.parts[0]?.to, bar.planned])).toEqual([
      [30.625, 100],
      [7.5, null],
    ]);
    expect(model?.table.columns).toEqual(["Phase", "Worked", "Planned"]);
    expect(plain(JSON.stringify(model?.table?.rows.map(({ cells }) => cells)))).toBe(
      JSON.stringify([
        ["Design", "12.3 h", "40 h"],
        ["Other work", "3 h", "–"],
      ]),
    );
  });

  test("of several disciplines are split by them in the chart and the table, the one with the most hours first", () => {
    const other = (phaseId: string, count: number) => ({ ...hours(phaseId, count), discipline: "Structural" });
    const late = { ...design, id: "l", name: "Late", order: 2, budgetHours: null };
    const model = presentHours({
      hours: [hours("d", 10), other("d", 20), other("l", 5)],
      phases: [late, design],
      locale: "en-GB",
    });
    expect(model?.bars.map(({ parts }) => plain(parts ?? ""))).toEqual([
      "Structural 20 h, Civil 10 h",
      "Structural 5 h",
    ]);
    expect(model?.bars[0]?.bar.parts).toEqual([
      { name: "Structural", from: 0, to: 50 },
      { name: "Civil", from: 50, to: 75 },
    ]);
    expect(model?.table.columns).toEqual(["Phase", "Structural", "Civil", "Worked", "Planned"]);
    expect(plain(JSON.stringify(model?.table?.rows[1]?.cells))).toBe('["Late","5 h","0 h","5 h","–"]');
  });

  test("say what they come to only where every part of a row has a rate", () => {
    const model = presentHours({
      hours: [hours("d", 1, "100.10"), hours("d", 1, "0.20"), hours(null, 2, "7.00"), hours(null, 1)],
      phases: [design],
      locale: "en-GB",
    });
    expect(model?.table.columns.at(-1)).toBe("At the agreed rates");
    expect(model?.table?.rows.map(({ cells }) => cells.at(-1))).toEqual(["US$100.30", "–"]);
  });

  test.each([
    ["de-DE", "15,3 h geleistet", "12,3 h von 40 h geplanten"],
    ["es-ES", "15,3 h trabajadas", "12,3 h de 40 h previstas"],
  ])("speak %s", (locale, heading, text) => {
    const model = presentHours({ hours: [hours("d", 12.25), hours(null, 3)], phases: [design], locale });
    expect([model?.heading, model?.bars[0]?.text].map((said) => plain(said ?? ""))).toEqual([heading, text]);
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
    expect(model?.totals).toEqual([
      { label: "Open", value: "€5.00 and US$160.00" },
      { label: "Overdue", value: "US$100.00" },
      { label: "Paid", value: "US$140.00" },
      { label: "Total", value: "€5.00 and US$300.00" },
    ]);
    expect(model?.table?.rows.map(({ cells }) => [cells[0], cells[4]])).toEqual([
      ["INV-2", { text: "overdue", isLate: true }],
      ["INV-4", { text: "open", isLate: false }],
      ["INV-3", { text: "open", isLate: false }],
      ["INV-1", { text: "paid 20 February", isLate: false }],
    ]);
  });

  test("that are all paid say so, and none is no block", () => {
    expect(plain(presentInvoices([invoice("1", { isPaid: true })], context)?.heading ?? "")).toBe(
      "1 invoice, all paid",
    );
    expect(presentInvoices([], context)).toBeNull();
  });

  test("of which some could not be read are listed without a count or a sum, and say so where none is left", () => {
    const said = { heading: "Invoices", note: "Not all invoices could be read." };
    const partial = { ...context, partial: said };
    const told = { ...said, totals: [] };
    expect(presentInvoices([invoice("1")], partial)).toMatchObject({ ...told, table: { rows: [{ id: "1" }] } });
    expect(presentInvoices([], partial)).toEqual({ ...told, table: null });
  });

  test("are held against the fee in its own currency only: invoiced, paid, and what is left", () => {
    const project = { id: projectId, fee: usd("400.00") } as Project;
    const paid = { paid: usd("40.00") };
    const invoices = [invoice("1", paid), invoice("2", { amount: { amount: "900.00", currency: "EUR" } })];
    const model = presentFee({ project, invoices, margins: [{ projectId, percent: 31 }] }, context);
    expect(plain(model?.heading ?? "")).toBe("25 % of the fee invoiced");
    expect(model?.bars).toEqual([
      { name: "Invoiced", value: "US$100.00", percent: 25 },
      { name: "Of it paid", value: "US$40.00", percent: 10 },
      { name: "Not yet invoiced", value: "US$300.00", percent: 75 },
    ]);
    expect(model?.lines.map(({ label }) => label)).toEqual(["Fee", "Margin on hours"]);
    expect(presentFee({ project: { ...project, fee: null }, invoices, margins: [] }, context)).toBeNull();
  });

  test("beyond the fee say by how much, and a fee of nothing has no parts", () => {
    const over = presentFee(
      { project: { id: projectId, fee: usd("80.00") } as Project, invoices: [invoice("1")], margins: [] },
      context,
    );
    expect(over?.bars.at(-1)).toEqual({ name: "Invoiced beyond the fee", value: "US$20.00", percent: 25 });
    const none = presentFee(
      { project: { id: projectId, fee: usd("0.00") } as Project, invoices: [invoice("1")], margins: [] },
      context,
    );
    expect(none).toMatchObject({ heading: "Fee US$0.00", bars: [] });
  });

  test.each([
    ["de-DE", "1 Rechnung offen, 1 überfällig", "Überfällig"],
    ["es-ES", "1 factura pendiente, 1 con el plazo vencido", "Vencido"],
  ])("speak %s", (locale, heading, label) => {
    const model = presentInvoices([invoice("2", { dueOn: day("2026-03-02") })], { ...context, locale });
    expect(plain(model?.heading ?? "")).toBe(heading);
    expect(model?.totals.map((total) => total.label)).toContain(label);
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
    const tasks = [
      task("1", { status: "done" }),
      task("2", { dueDate: day("2026-03-20") }),
      task("3", { dueDate: day("2026-03-01"), status: "in_progress" }),
    ];
    const presentFor = (status: ProjectStatus) => presentTasks(tasks, [design], { ...context, project: { status } });
    const model = presentFor("active");
    expect(plain(model?.heading ?? "")).toBe("2 of 3 tasks open");
    expect(model?.open.map(({ id, late, phase }) => [id, late, phase])).toEqual([
      ["3", "late", "Design"],
      ["2", null, "Design"],
    ]);
    expect(model?.open[0]?.state).toBe("under way, due 1 March (2 days ago)");
    expect(model?.done.map(({ id }) => id)).toEqual(["1"]);
    expect(presentFor("on_hold")?.open.map(({ late }) => late)).toEqual([null, null]);
    expect(presentTasks([], [], { ...context, project: { status: "active" } })).toBeNull();
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
