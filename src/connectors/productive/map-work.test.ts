import { describe, expect, test } from "vitest";
import type { CompanyId, ProjectId } from "../../domain/ids.ts";
import type { RowKind } from "./document.ts";
import { parseRows } from "./document.ts";
import { mapInvoice, mapMilestone, mapPhase, mapProject, mapTask, marginOf } from "./map-work.ts";
import * as wire from "./wire.ts";

const acme = "1" as CompanyId;
const project = "2" as ProjectId;

/** The row as it is after parsing; what the wire does not take fails here. */
function rowOf<S extends Parameters<typeof parseRows>[0]["row"]>(
  kind: RowKind<S>,
  attributes: object,
  links: object = {},
) {
  const relationships = Object.fromEntries(
    Object.entries(links).map(([name, id]) => [name, { data: id === null ? null : { type: "any", id } }]),
  );
  const { rows, lost } = parseRows(kind, [{ id: "7", type: kind.type, attributes, relationships }]);
  expect(lost).toEqual([]);
  return rows[0] as (typeof rows)[number];
}

function budget(attributes: object = {}): wire.DealRow {
  const whole = { budget: true, closed_at: null, date: "2026-02-01", end_date: null, currency: "EUR", ...attributes };
  return rowOf(wire.deals, whole, { company: "1", project: "2" });
}

function projectWith(budgets: wire.DealRow[], attributes: object = {}) {
  const row = rowOf(wire.projects, { name: "Quay", archived_at: null, ...attributes }, { company: "1" });
  return mapProject({ row, companyId: acme }, { budgets, contactIds: [] });
}

describe("a project", () => {
  const closed = "2026-05-01T23:30:00.000+02:00";

  test.each([
    ["no budget", [], {}, "active"],
    ["an open budget beside a closed one", [budget(), budget({ closed_at: closed })], {}, "active"],
    ["closed budgets alone", [budget({ closed_at: closed })], {}, "completed"],
    ["archived, whatever its budgets", [budget()], { archived_at: closed }, "archived"],
  ])("%s", (_, budgets, attributes, status) => {
    expect(projectWith(budgets, attributes).status).toBe(status);
  });

  test("its fee is the sum of its budgets in one currency; budgets without a total say nothing", () => {
    const fees = (...budgets: object[]) => projectWith(budgets.map(budget)).fee;
    expect(fees({ budget_total: 123_450 }, { budget_total: 50 })).toEqual({ amount: "1235.00", currency: "EUR" });
    expect(fees({ budget_total: 100 }, { budget_total: 100, currency: "USD" })).toBeNull();
    expect(fees({ budget_total: 0 })).toBeNull();
    expect(fees()).toBeNull();
  });

  test("it begins with its first budget and ends with its last, if all of them end", () => {
    const dates = (...budgets: object[]) => {
      const { startDate, endDate } = projectWith(budgets.map(budget));
      return [startDate, endDate];
    };
    expect(dates({ end_date: "2026-03-01" }, { date: "2026-01-05", end_date: "2026-09-01" })).toEqual([
      "2026-01-05",
      "2026-09-01",
    ]);
    expect(dates({ end_date: "2026-03-01" }, {})).toEqual(["2026-02-01", null]);
  });

  test("its margin is what is left of the revenue, where both figures are there", () => {
    const margin = (...budgets: object[]) => {
      const rows = budgets.map(budget);
      return marginOf(projectWith(rows), rows);
    };
    expect(margin({ revenue: 1_000, profit: 300 }, { revenue: 500, profit: -150 })).toEqual([
      { projectId: "7", percent: 10 },
    ]);
    expect(margin({ revenue: 1_000, profit: null })).toEqual([]);
    expect(margin({ revenue: 0, profit: 0 })).toEqual([]);
  });

  test("its description is text", () => {
    expect(projectWith([], { description: "<p>A &amp; B</p>" }).description).toBe("A & B");
  });
});

test("a service with fractions of a cent is a phase with whole ones; zeros are nothing", () => {
  const phase = (attributes: object) =>
    mapPhase(rowOf(wire.services, { name: "Design", ...attributes }, { deal: "3" }), project);
  expect(phase({ position: 2, budget_total: 23_809.523_81, currency: "EUR", budgeted_time: 90 })).toMatchObject({
    ...{ order: 2, fee: { amount: "238.10", currency: "EUR" }, budgetHours: 1.5 },
  });
  expect(phase({ budget_total: 0, currency: "EUR", budgeted_time: 0 })).toMatchObject({ fee: null, budgetHours: null });
});

describe("tasks and milestones", () => {
  const task = (attributes: object) =>
    rowOf(wire.tasks, { title: "Permit", type_id: 3, private: false, ...attributes }, { project: "2" });

  test("a milestone is done on the day it was where the organisation is; its tag says whose move it is", () => {
    const done = { due_date: "2026-06-01", closed_at: "2026-05-30T00:30:00.000+02:00", tag_list: ["Client", "x"] };
    expect(mapMilestone(task(done), project)).toMatchObject({ doneDate: "2026-05-30", owner: "client" });
    expect(mapMilestone(task({ due_date: "2026-06-01", tag_list: ["client", "firm"] }), project)?.owner).toBeNull();
    expect(mapMilestone(task({ due_date: null }), project)).toBeNull();
  });

  test.each([
    [{ closed: true }, 1, "done"],
    [{}, 1, "todo"],
    [{}, 2, "in_progress"],
    [{}, 3, "done"],
    [{}, 9, null],
    [{}, null, null],
  ])("%j in category %j is %j", (attributes, category, status) => {
    const row = task({ ...attributes, description: "<div>Call <b>Ann</b></div>" });
    const mapped = mapTask(row, { projectId: project, phaseId: null, category });
    expect(mapped).toMatchObject({ status, internalNotes: "Call Ann" });
  });
});

describe("an invoice", () => {
  const sent = {
    ...{ number: "INV-1", invoice_type_id: 1, invoiced_on: "2026-04-01", sent_on: "2026-04-02", currency: "EUR" },
    ...{ amount_with_tax: 1_190, amount_paid: 1_190, amount_unpaid: 0, amount_credited_with_tax: 0 },
  };
  const invoice = (attributes: object) =>
    mapInvoice(rowOf(wire.invoices, { ...sent, ...attributes }, { company: "1" }), {
      companyId: acme,
      projectId: null,
    });

  test("its amounts are cents with tax", () => {
    expect(invoice({})).toMatchObject({ amount: { amount: "11.90", currency: "EUR" }, isPaid: true });
    expect(invoice({ amount_unpaid: 1, amount_paid: 1_189 })).toMatchObject({ isPaid: false });
  });

  test.each([
    ["a draft", { sent_on: null, finalized_at: null }],
    ["without a day", { invoiced_on: null }],
    ["deleted", { deleted_at: "2026-04-03T10:00:00.000+02:00" }],
    ["a credit note", { invoice_type_id: 2 }],
    ["credited in full", { amount_credited_with_tax: 1_190 }],
  ])("%s is none that counts", (_, attributes) => {
    expect(invoice(attributes)).toBeNull();
  });

  test("an amount that is no whole number is not guessed at", () => {
    const record = { id: "7", type: "invoices", attributes: { ...sent, amount_with_tax: "11.90" } };
    const { rows, lost } = parseRows(wire.invoices, [{ ...record, relationships: { company: { data: null } } }]);
    expect(rows).toEqual([]);
    expect(lost[0]?.gap).toMatchObject({ place: "invoices 7", message: expect.stringContaining("amount_with_tax") });
    expect(lost[0]?.gap.message).not.toContain("11.90");
  });
});
