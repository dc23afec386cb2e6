import { describe, expect, test } from "vitest";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { CompanyId, ProjectId } from "../../domain/ids.ts";
import { type CompanyWork, emptyWork, type Milestone, type Project } from "../../domain/project.ts";
import { type HomeModel, type OpenHomeModel, presentHome } from "./present.ts";

const today = "2026-03-03" as CalendarDate;
const acme = "acme" as CompanyId;

function project(id: string, overrides: Partial<Project> = {}): Project {
  return {
    id: id as ProjectId,
    companyId: acme,
    number: null,
    name: `Project ${id}`,
    status: "active",
    phase: null,
    startDate: null,
    endDate: null,
    percentComplete: null,
    managerId: null,
    contactIds: [],
    address: null,
    currency: null,
    fee: null,
    description: null,
    ...overrides,
  };
}

function milestone(name: string, dueDate: string, overrides: Partial<Milestone> = {}): Milestone {
  return {
    id: name,
    projectId: "a" as ProjectId,
    name,
    dueDate: dueDate as CalendarDate,
    doneDate: null,
    owner: "client",
    ...overrides,
  };
}

function home(work: Partial<CompanyWork>, isStale = false): HomeModel {
  return presentHome({
    portalSlug: "acme",
    firmName: "Harbor Finch",
    companyName: "Acme",
    work: { ...emptyWork(acme), ...work },
    readAt: new Date("2026-03-03T12:00:00Z"),
    now: new Date("2026-03-03T12:06:00Z"),
    isStale,
    today,
    locale: "en-GB",
  });
}

function openHome(work: Partial<CompanyWork>, isStale = false): OpenHomeModel {
  const model = home(work, isStale);
  if ("notice" in model) throw new Error("expected an open page");
  return model;
}

describe("which projects are shown", () => {
  test("drafts, archived projects and other companies' projects never reach the page", () => {
    const projects = [
      project("d", { status: "draft" }),
      project("x", { status: "archived" }),
      project("o", { companyId: "other" as CompanyId }),
    ];
    expect(
      home({ projects, milestones: [milestone("m", "2026-03-04", { projectId: "o" as ProjectId })] }),
    ).toMatchObject({
      state: "empty",
      notice: { heading: "No projects" },
    });
  });

  test("groups stand in the order active, on hold, completed, and only where they have members", () => {
    const model = openHome({
      projects: [project("c", { status: "completed" }), project("b"), project("a")],
    });
    expect(model.groups.map(({ heading, projects }) => [heading, projects.map(({ name }) => name)])).toEqual([
      ["Under way", ["Project a", "Project b"]],
      ["Completed", ["Project c"]],
    ]);
    expect(model.heading).toBe("2\u00a0projects under way");
  });

  test("the id of a project is escaped in its address", () => {
    const model = openHome({ projects: [project("a/b?c")] });
    expect(model.groups[0]?.projects[0]?.href).toBe("/acme/projects/a%2Fb%3Fc");
  });
});

describe("waiting on you", () => {
  const milestones = [
    milestone("soon", "2026-03-12"),
    milestone("late", "2026-02-26"),
    milestone("far", "2026-03-18"),
    milestone("done", "2026-03-04", { doneDate: "2026-03-01" as CalendarDate }),
    milestone("the firm's", "2026-03-04", { owner: "firm" }),
    milestone("nobody's", "2026-03-04", { owner: null }),
    milestone("of a project not shown", "2026-03-04", { projectId: "zz" as ProjectId }),
  ];

  test("holds the client's open milestones that are late or due within two weeks, the earliest first", () => {
    const { waiting } = openHome({ projects: [project("a")], milestones });
    expect(waiting.map(({ name, when, flag }) => [name, when, flag?.text])).toEqual([
      ["late", "26 February (5 days ago)", "late"],
      ["soon", "12 March (in 9 days)", undefined],
    ]);
  });

  test("is empty while the project is on hold", () => {
    expect(openHome({ projects: [project("a", { status: "on_hold" })], milestones }).waiting).toEqual([]);
  });

  test("what was done in the last thirty days is listed, the newest first", () => {
    const done = (day: string) => milestone(day, "2026-01-01", { doneDate: day as CalendarDate });
    const { recent } = openHome({
      projects: [project("a")],
      milestones: [done("2026-02-03"), done("2026-02-20"), done("2026-01-15")],
    });
    expect(recent.map(({ name }) => name)).toEqual(["2026-02-20", "2026-02-03"]);
  });
});

test("a stale page says how old it is and that it will be tried again", () => {
  expect(openHome({ projects: [project("a")] }, true)).toMatchObject({
    state: "stale",
    freshness: "As of 6 minutes ago. Newer figures cannot be read right now; the next visit tries again.",
  });
});

test("a percent says what it measures", () => {
  const entry = openHome({ projects: [project("a", { percentComplete: 62 })] }).groups[0]?.projects[0];
  expect(entry?.progress).toEqual({ percent: 62, text: "62\u00a0%", measure: "as Harbor Finch reports it" });
});
