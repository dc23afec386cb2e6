import { describe, expect, test } from "vitest";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { CompanyId, ProjectId } from "../../domain/ids.ts";
import type { Milestone, Phase, Project } from "../../domain/project.ts";
import { templateBlocks } from "../../domain/template.ts";
import { type ProjectInput, presentProject } from "./present.ts";
import { orderPhases, phaseLetters, presentRail } from "./present-phases.ts";

const today = "2026-03-03" as CalendarDate;
const day = (text: string) => text as CalendarDate;
const id = "a" as ProjectId;

const library: Project = {
  id,
  companyId: "acme" as CompanyId,
  number: "24-107",
  name: "Riverside Library",
  status: "active",
  phase: " construction DOCUMENTS",
  startDate: null,
  endDate: null,
  percentComplete: 48,
  managerId: null,
  contactIds: [],
  address: null,
  currency: null,
  fee: null,
  description: "One.\n\nTwo.",
};

function phase(name: string, order: number | null, overrides: Partial<Phase> = {}): Phase {
  return {
    id: name,
    projectId: id,
    name,
    order,
    startDate: null,
    endDate: null,
    percentComplete: null,
    fee: null,
    budgetHours: null,
    ...overrides,
  };
}

function milestone(name: string, dueDate: string, overrides: Partial<Milestone> = {}): Milestone {
  return { id: name, projectId: id, name, dueDate: day(dueDate), doneDate: null, owner: "firm", ...overrides };
}

const noMore: ProjectInput["more"] = {
  disciplines: [],
  hours: [],
  invoices: [],
  margins: [],
  tasks: [],
  team: [],
  staff: [],
  utilisation: [],
};

function present(overrides: Partial<ProjectInput> = {}) {
  return presentProject({
    portalSlug: "acme",
    firmName: "Harbor Finch",
    project: library,
    phases: [],
    milestones: [],
    manager: null,
    more: noMore,
    order: templateBlocks.owner,
    readAt: new Date("2026-03-03T12:00:00Z"),
    now: new Date("2026-03-03T12:06:00Z"),
    today,
    locale: "en-GB",
    ...overrides,
  });
}

describe("the phase rail", () => {
  test.each([
    ["Schematic design", "SD"],
    ["Construction administration", "CA"],
    ["Permitting", "PE"],
    ["Bidding & negotiation", "BN"],
    ["03 Construction documents", "CD"],
    ["Phase 2", "P2"],
    ["Ébauche", "ÉB"],
    ["–", ""],
  ])("%s is lettered %s", (name, letters) => {
    expect(phaseLetters(name)).toBe(letters);
  });

  test("phases stand by position, then start, then name; unknown comes last", () => {
    const phases = [phase("z", null), phase("y", null, { startDate: day("2026-01-01") }), phase("b", 2), phase("a", 1)];
    expect(orderPhases(phases).map(({ name }) => name)).toEqual(["a", "b", "y", "z"]);
  });

  test("the project's phase is found whatever its case and blanks, and what lies before it is done", () => {
    const phases = [phase("Schematic design", 1), phase("Construction documents", 2), phase("Bidding", 3)];
    const rail = presentRail({ project: library, phases, today, locale: "en-GB" });
    expect(rail?.stations.map(({ state }) => state)).toEqual(["done", "current", "next"]);
    expect(rail?.summary).toBe("Construction documents, phase 2 of 3");
  });

  test("a phase that has begun out of turn says so", () => {
    const phases = [
      phase("Design development", 1, { percentComplete: 95 }),
      phase("Construction documents", 2, { percentComplete: 62 }),
      phase("Bidding", 3, { percentComplete: 0 }),
    ];
    const rail = presentRail({ project: library, phases, today, locale: "en-GB" });
    expect(rail?.stations.map(({ stateText, percentText }) => [stateText, percentText])).toEqual([
      ["begun", "95\u00a0%"],
      ["now", "62\u00a0%"],
      ["to come", null],
    ]);
  });

  test("today stands where it lies between the planned days, and nowhere outside of them", () => {
    const phases = [
      phase("past", 1, { startDate: day("2026-01-01"), endDate: day("2026-03-02") }),
      phase("now", 2, { startDate: day("2026-03-01"), endDate: day("2026-03-05") }),
      phase("one day", 3, { startDate: today, endDate: today }),
    ];
    const rail = presentRail({ project: library, phases, today, locale: "en-GB" });
    expect(rail?.stations.map(({ todayPercent }) => todayPercent)).toEqual([null, 50, 0]);
  });

  test("phases of other projects are left out", () => {
    expect(
      presentRail({
        project: library,
        phases: [phase("x", 1, { projectId: "other" as ProjectId })],
        today,
        locale: "en-GB",
      }),
    ).toBeNull();
  });
});

describe("the page", () => {
  test("the title block holds only what is known", () => {
    expect(present().block).toEqual({
      title: "Riverside Library",
      cells: [
        { label: "Number", value: "24-107" },
        { label: "Phase", value: "construction DOCUMENTS" },
        { label: "As of", value: "6 minutes ago" },
      ],
    });
  });

  test("late milestones come first, then the next three, then later ones; done ones newest first", () => {
    const { milestones } = present({
      milestones: [
        milestone("n4", "2026-07-01"),
        milestone("n1", "2026-03-03"),
        milestone("n3", "2026-06-01"),
        milestone("n2", "2026-05-01"),
        milestone("late", "2026-03-02", { owner: "client" }),
        milestone("d1", "2026-01-01", { doneDate: day("2026-01-02") }),
        milestone("d2", "2026-01-01", { doneDate: day("2026-02-02") }),
        milestone("other", "2026-03-05", { projectId: "other" as ProjectId }),
      ],
    });
    expect(milestones.nextHeading).toBe("Next, 1 late");
    expect(milestones.next.map(({ name }) => name)).toEqual(["late", "n1", "n2", "n3"]);
    expect(milestones.next[0]).toMatchObject({ who: "by you", flag: { kind: "late", text: "late" } });
    expect(milestones.next[1]).toMatchObject({ who: "by Harbor Finch", flag: null, when: "3 March (today)" });
    expect(milestones.later.map(({ name }) => name)).toEqual(["n4"]);
    expect(milestones.done.map(({ name }) => name)).toEqual(["d2", "d1"]);
  });

  test("is empty when nothing is published, and stale says so before anything else", () => {
    const bare = { ...library, percentComplete: null };
    expect(present({ project: bare }).state).toBe("empty");
    expect(present({ project: bare, isStale: true }).state).toBe("stale");
    expect(present().state).toBe("full");
  });

  test("the manager's phone and mail become links only when they are given", () => {
    const staff = {
      id: "s",
      name: "Nora Finch",
      role: null,
      discipline: null,
      email: null,
      phone: "+1 (207) 555-0142",
    };
    expect(present({ manager: staff }).manager).toEqual({
      name: "Nora Finch",
      role: null,
      email: null,
      phone: { label: "+1 (207) 555-0142", href: "tel:+12075550142" },
    });
  });
});

test("the way back to all projects is there unless this is the only one, which is where it would lead again", () => {
  expect(present().back).toEqual({ label: "All projects", href: "/acme" });
  expect(present({ isOnly: true }).back).toBeNull();
});
