import { describe, expect, it } from "vitest";
import { addDays, daysBetween, parseCalendarDate } from "../src/domain/calendar-date.ts";
import { day, type ParsedRow, parsedFirm, rowsOf } from "./testing/parsed-firm.ts";

// Each weekday and a change of year: what agrees on a Wednesday must agree on a Sunday too.
const days = [..."0123456"].map((offset) => addDays(day("2026-11-23"), Number(offset))).concat(day("2028-01-01"));

function cents(amount: string | undefined): number {
  expect(amount).toMatch(/^\d+\.\d\d$/);
  return Math.round(Number(amount) * 100);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function weekday(text: string | undefined): number {
  return new Date(`${text}T00:00:00Z`).getUTCDay();
}

describe.each(days)("on %s", (today) => {
  const firm = parsedFirm(today);
  const projects = rowsOf(firm, "projects");
  const phases = rowsOf(firm, "phases");
  const invoices = rowsOf(firm, "invoices");
  const entries = rowsOf(firm, "time_entries");
  const phasesOf = (project: ParsedRow) => phases.filter((phase) => phase.project_id === project.id);

  it("every id is there once and every reference leads to it", () => {
    const idsOf = (file: string) => rowsOf(firm, file).map((row) => String(row.id));
    for (const file of Object.keys(firm).filter((name) => name !== "assignments")) {
      expect(new Set(idsOf(file)).size, file).toBe(idsOf(file).length);
    }
    const targets: Record<string, string> = {
      company_id: "companies",
      contact_ids: "contacts",
      project_id: "projects",
      phase_id: "phases",
      person_id: "people",
      manager_id: "people",
    };
    for (const [file, rows] of Object.entries(firm)) {
      for (const [column, target] of Object.entries(targets)) {
        const known = new Set(idsOf(target));
        const ids = new Set(rows.flatMap((row) => (row[column] ?? "").split(";")).filter(Boolean));
        for (const id of ids) expect(known.has(id), `${file} ${column} ${id}`).toBe(true);
      }
    }
  });

  it("what belongs together belongs to the same project and company", () => {
    const companyOf = new Map(projects.map((p) => [p.id, p.company_id]));
    const projectOf = new Map(phases.map((p) => [p.id, p.project_id]));
    const contacts = new Map(rowsOf(firm, "contacts").map((c) => [c.id, String(c.company_id).split(";")]));
    for (const row of [...entries, ...rowsOf(firm, "tasks")]) expect(projectOf.get(row.phase_id)).toBe(row.project_id);
    for (const row of invoices) if (row.project_id) expect(companyOf.get(row.project_id)).toBe(row.company_id);
    for (const project of projects) {
      const named = String(project.contact_ids).split(";").filter(Boolean);
      for (const id of named) expect(contacts.get(id), `${project.id} ${id}`).toContain(project.company_id);
    }
  });

  it("phases follow each other and fill the project's dates and fee", () => {
    for (const project of projects) {
      const own = phasesOf(project);
      expect(own.map((p) => Number(p.order))).toEqual(own.map((_, index) => index + 1));
      expect([own[0]?.start_date, own.at(-1)?.end_date]).toEqual([project.start_date, project.end_date]);
      expect(sum(own.map((p) => cents(p.fee)))).toBe(cents(project.fee));
      own.forEach((phase, index) => {
        expect(String(phase.start_date) < String(phase.end_date), String(phase.id)).toBe(true);
        const next = own[index + 1];
        if (next) expect(String(phase.end_date) < String(next.start_date), String(phase.id)).toBe(true);
      });
    }
  });

  it("percentages agree: earlier phases complete, later ones not begun, the project their mean by fee", () => {
    for (const project of projects) {
      const own = phasesOf(project);
      const current = own.findIndex((phase) => phase.name === project.phase);
      expect(current, String(project.id)).toBeGreaterThanOrEqual(0);
      own.forEach((phase, index) => {
        if (index < current) expect(phase.percent_complete, String(phase.id)).toBe("100");
        if (index > current) expect(phase.percent_complete, String(phase.id)).toBe("0");
      });
      const done = sum(own.map((phase) => cents(phase.fee) * Number(phase.percent_complete)));
      expect(Number(project.percent_complete)).toBe(Math.round(done / cents(project.fee)));
    }
  });

  it("status, percent and dates tell the same story", () => {
    for (const project of projects) {
      const percent = Number(project.percent_complete);
      const current = phasesOf(project).find((phase) => phase.name === project.phase);
      if (project.status === "completed") expect([percent, String(project.end_date) < today]).toEqual([100, true]);
      if (project.status === "draft") expect([percent, String(project.start_date) > today]).toEqual([0, true]);
      if (project.status === "active" || project.status === "on_hold") {
        expect(percent).toBeGreaterThan(0);
        expect(percent).toBeLessThan(100);
        expect(String(current?.start_date) <= today, String(project.id)).toBe(true);
        expect(String(project.end_date) > today, String(project.id)).toBe(true);
      }
    }
  });

  it("milestones: done ones lie in the past, some open ones are late and some wait for the client soon", () => {
    const rows = rowsOf(firm, "milestones");
    const live = new Set(projects.filter((p) => p.status === "active").map((p) => p.id));
    const open = rows.filter((m) => m.done_date === "" && live.has(m.project_id));
    for (const row of rows) if (row.done_date) expect(String(row.done_date) < today, String(row.id)).toBe(true);
    expect(open.filter((m) => String(m.due_date) < today).length).toBeGreaterThanOrEqual(8);
    const soon = (m: ParsedRow) => String(m.due_date) > today && String(m.due_date) <= addDays(today, 14);
    expect(open.filter((m) => m.owner === "client" && soon(m)).length).toBeGreaterThanOrEqual(8);
    expect(open.filter((m) => m.owner === "firm").length).toBeGreaterThan(20);
  });

  it("invoices: no project is billed beyond what it has earned, and a completed one in full", () => {
    for (const project of projects) {
      const billed = sum(invoices.filter((i) => i.project_id === project.id).map((i) => cents(i.amount)));
      const earned = sum(phasesOf(project).map((phase) => (cents(phase.fee) * Number(phase.percent_complete)) / 100));
      expect(billed, String(project.id)).toBeLessThanOrEqual(Math.ceil(earned));
      if (project.status === "completed") expect(billed, String(project.id)).toBe(cents(project.fee));
    }
  });

  it("invoices: dates, amounts and status agree, and the currency is the project's", () => {
    const currencyOf = new Map(projects.map((p) => [p.id, p.currency]));
    for (const invoice of invoices) {
      const isPaid = cents(invoice.paid_amount) === cents(invoice.amount);
      const overdue = String(invoice.due_on) < today ? "overdue" : "open";
      expect(invoice.status, String(invoice.id)).toBe(isPaid ? "paid" : overdue);
      expect(cents(invoice.amount)).toBeGreaterThan(0);
      expect(cents(invoice.paid_amount)).toBeLessThanOrEqual(cents(invoice.amount));
      expect(invoice.paid_on === "").toBe(cents(invoice.paid_amount) === 0);
      expect(String(invoice.issued_on) < String(invoice.due_on) && String(invoice.issued_on) < today).toBe(true);
      if (invoice.paid_on) expect(invoice.paid_on > String(invoice.issued_on) && invoice.paid_on < today).toBe(true);
      if (invoice.project_id) expect(currencyOf.get(invoice.project_id)).toBe(invoice.currency);
    }
    expect([...new Set(invoices.map((i) => i.status))].sort()).toEqual(["open", "overdue", "paid"]);
    expect(invoices.some((i) => i.status !== "paid" && cents(i.paid_amount) > 0)).toBe(true);
  });

  it.each(["c-12", "c-17", "c-22"])("%s has invoices paid, open and overdue", (companyId) => {
    const statuses = invoices.filter((i) => i.company_id === companyId).map((i) => i.status);
    expect([...new Set(statuses)].sort()).toEqual(["open", "overdue", "paid"]);
  });

  it("time: on workdays up to yesterday, by people of the project who are there, within capacity", () => {
    const people = new Map(rowsOf(firm, "people").map((p) => [p.id, p]));
    const assigned = new Set(rowsOf(firm, "assignments").map((a) => `${a.project_id} ${a.person_id}`));
    const away = rowsOf(firm, "bookings");
    const kept = new Map<string, number>();
    for (const entry of entries) {
      const date = String(entry.date);
      expect(date < today && weekday(date) % 6 !== 0 && parseCalendarDate(date) !== null, String(entry.id)).toBe(true);
      expect(assigned.has(`${entry.project_id} ${entry.person_id}`), String(entry.id)).toBe(true);
      const isAway = away.some(
        (b) => b.person_id === entry.person_id && String(b.start_date) <= date && date <= String(b.end_date),
      );
      expect(isAway || people.get(entry.person_id)?.archived === "true", String(entry.id)).toBe(false);
      kept.set(`${entry.person_id} ${date}`, (kept.get(`${entry.person_id} ${date}`) ?? 0) + Number(entry.hours));
    }
    expect(Math.max(...kept.values())).toBeLessThanOrEqual(9);
    expect(entries.length).toBeGreaterThan(8_000);
    expect(entries.length).toBeLessThan(16_000);
    expect(entries.some((e) => e.billable === "false")).toBe(true);
    expect(daysBetween(day(String(entries.at(-1)?.date)), today)).toBeLessThanOrEqual(4);
  });

  it("time: the hours of a phase agree with its budget and percent", () => {
    for (const phase of phases) {
      const hours = sum(entries.filter((entry) => entry.phase_id === phase.id).map((entry) => Number(entry.hours)));
      const earned = (Number(phase.budget_hours) * Number(phase.percent_complete)) / 100;
      expect(hours, String(phase.id)).toBeLessThanOrEqual(earned * 1.09 + 1);
      // Work that is done took time, however long ago: "0 h of 228 h planned" beside "done" is believed by nobody.
      if (Number(phase.percent_complete) === 100) expect(hours, String(phase.id)).toBeGreaterThan(earned / 3);
    }
  });
});
