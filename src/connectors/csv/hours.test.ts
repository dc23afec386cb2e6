import { describe, expect, test } from "vitest";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { Project } from "../../domain/project.ts";
import { marginsOf, sumHours, utilisationOf } from "./hours.ts";
import type { PersonRow, TimeEntryRow } from "./wire.ts";

const today = "2026-03-29" as CalendarDate;
const project = (id: string, currency: string | null = "USD") => ({ id, currency }) as Project;
const known = new Map([["p-1", project("p-1")]]);

function entry(overrides: Partial<TimeEntryRow>): TimeEntryRow {
  return {
    id: "t",
    project_id: "p-1",
    phase_id: "ph",
    person_id: "s-1",
    date: "2026-03-20" as CalendarDate,
    hours: 1,
    billable: true,
    bill_rate: "100.00",
    cost_rate: "40.00",
    line: 2,
    ...overrides,
  };
}

describe("hours", () => {
  test("are added up by phase and discipline, with what they come to, and name nobody", () => {
    const totals = sumHours(
      [entry({ hours: 0.1 }), entry({ hours: 0.2 }), entry({ phase_id: null, person_id: "s-2" })],
      known,
      (id) => (id === "s-1" ? "Civil" : null),
    );
    expect(totals).toEqual([
      {
        projectId: "p-1",
        phaseId: "ph",
        discipline: "Civil",
        hours: 0.3,
        billed: { amount: "30.00", currency: "USD" },
      },
      { projectId: "p-1", phaseId: null, discipline: null, hours: 1, billed: { amount: "100.00", currency: "USD" } },
    ]);
    expect(JSON.stringify(totals)).not.toMatch(/s-1|2026-03-20|40/);
  });

  test("come to nothing that can be said where a rate or the currency is missing; unbilled ones come to zero", () => {
    const billed = (entries: TimeEntryRow[], projects = known) => sumHours(entries, projects, () => null)[0]?.billed;
    expect(billed([entry({}), entry({ bill_rate: null })])).toBeNull();
    expect(billed([entry({})], new Map([["p-1", project("p-1", null)]]))).toBeNull();
    expect(billed([entry({ billable: false, bill_rate: null })])).toEqual({ amount: "0.00", currency: "USD" });
  });

  test("of another project are not counted", () => {
    expect(sumHours([entry({ project_id: "p-9" })], known, () => null)).toEqual([]);
  });
});

describe("the margin", () => {
  test("is what is left of the hours' worth, and unknown where any rate is", () => {
    expect(marginsOf([entry({}), entry({ billable: false })], known)).toEqual([{ projectId: "p-1", percent: 20 }]);
    expect(marginsOf([entry({ cost_rate: null })], known)).toEqual([]);
    expect(marginsOf([], known)).toEqual([]);
  });
});

test("utilisation counts four weeks of all projects against capacity, and is told of nobody without one", () => {
  const people = [
    { id: "s-1", capacity_hours: 40 },
    { id: "s-2", capacity_hours: null },
    { id: "s-3", capacity_hours: 0 },
  ] as PersonRow[];
  const worked = [
    entry({ hours: 80, project_id: "p-9" }),
    entry({ hours: 40, date: "2026-03-01" as CalendarDate }),
    entry({ hours: 8, date: "2026-03-30" as CalendarDate }),
  ];
  expect(utilisationOf(people, () => worked, today)).toEqual([{ personId: "s-1", percent: 50 }]);
});
