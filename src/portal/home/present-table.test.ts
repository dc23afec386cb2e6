import { describe, expect, test } from "vitest";
import { plainProject } from "../../../test/support/project.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { CompanyId, ProjectId } from "../../domain/ids.ts";
import { emptyWork, type Milestone, type Project } from "../../domain/project.ts";
import { shownProjects } from "../shown-projects.ts";
import { presentTable, type TableModel } from "./present-table.ts";
import { parseTableQuery } from "./table-query.ts";

const acme = "acme" as CompanyId;

function project(name: string, overrides: Partial<Project> = {}): Project {
  return plainProject(name, { companyId: acme, ...overrides });
}

function due(projectId: string, day: string, owner: Milestone["owner"] = "firm"): Milestone {
  const dueDate = day as CalendarDate;
  return { id: day, projectId: projectId as ProjectId, name: `Set ${projectId}`, dueDate, doneDate: null, owner };
}

const projects = [
  project("Mühle", { number: "N-10", phase: "Design", percentComplete: 5 }),
  project("Annex", { number: "N-9", status: "completed", percentComplete: 100 }),
  project("Barn", { number: "N-2", phase: "Documents", percentComplete: 62 }),
  project("Quay", { status: "on_hold" }),
];
const milestones = [
  due("Barn", "2026-03-20"),
  due("Mühle", "2026-03-12", "client"),
  due("Mühle", "2026-03-01", "client"),
];

function table(query = "", { locale = "en-GB", ...work }: { locale?: string; projects?: Project[] } = {}): TableModel {
  const asked = new URLSearchParams(query);
  const input = {
    portalSlug: "acme",
    firmName: "Harbor Finch",
    companyName: "Acme",
    work: { ...emptyWork(acme), unread: [], projects, milestones, ...work },
    query: parseTableQuery((name) => asked.get(name) ?? undefined),
    readAt: new Date("2026-03-03T12:00:00Z"),
    now: new Date("2026-03-03T12:00:00Z"),
    today: "2026-03-03" as CalendarDate,
    locale,
  };
  return presentTable(input, shownProjects(input.work));
}

const namesIn = ({ groups }: TableModel) => groups.flatMap(({ rows }) => rows.map(({ name }) => name));

describe("the rows", () => {
  test("stand by state and then by name, completed projects in a group of their own", () => {
    expect(table().groups.map(({ heading, rows }) => [heading, rows.map(({ name }) => name)])).toEqual([
      ["Under way, 2", ["Barn", "Mühle"]],
      ["On hold, 1", ["Quay"]],
      ["Completed, 1", ["Annex"]],
    ]);
    expect(table("group=no").groups.map(({ heading }) => heading)).toEqual([null]);
  });

  test.each([
    ["sort=name&dir=desc", ["Quay", "Mühle", "Barn", "Annex"]],
    ["sort=number", ["Barn", "Annex", "Mühle", "Quay"]],
    ["sort=phase", ["Mühle", "Barn", "Annex", "Quay"]],
    ["sort=percent&dir=desc", ["Annex", "Barn", "Mühle", "Quay"]],
    ["sort=percent", ["Mühle", "Barn", "Annex", "Quay"]],
    ["sort=next", ["Mühle", "Barn", "Annex", "Quay"]],
    ["sort=waiting&dir=desc", ["Mühle", "Annex", "Barn", "Quay"]],
  ])("with %s stand in that order, and what is not known last", (query, names) => {
    expect(namesIn(table(`group=no&${query}`))).toEqual(names);
  });

  test("say the next date with its name, and what waits with how much of it is late", () => {
    const [, row] = table().groups[0]?.rows ?? [];
    expect(row?.cells.map(({ text, detail, flag }) => flag?.text ?? [text, detail])).toEqual([
      ["N-10", null],
      ["Design", null],
      ["5\u00a0%", null],
      ["1 March (2 days ago)", "Set Mühle"],
      "2 (1 late)",
    ]);
  });
});

describe("the filter", () => {
  test.each([
    ["q=muhle", ["Mühle"]],
    ["q=MÜHLE+n-10", ["Mühle"]],
    ["q=documents", ["Barn"]],
    ["q=barn+design", []],
    ["status=completed", ["Annex"]],
    ["status=on_hold&q=q", ["Quay"]],
  ])("%s finds what has every word of it in name, number or phase", (query, names) => {
    const found = table(query);
    expect(namesIn(found)).toEqual(names);
    expect(found.count).toBe(`${names.length} of 4 projects`);
    expect(found.showAll?.href).toBe("/acme");
  });

  test("keeps the order and the grouping that somebody has chosen, and the columns though nothing is found", () => {
    const found = table("q=nothing&status=active&sort=next&dir=desc&group=no");
    expect(found.filter.target).toEqual({ action: "/acme", fields: { sort: "next", dir: "desc", group: "no" } });
    expect(found.showAll?.href).toBe("/acme?sort=next&dir=desc&group=no");
    expect(found.grouping.href).toBe("/acme?q=nothing&status=active&sort=next&dir=desc");
    expect(found.columns.map(({ key }) => key)).toEqual(table("group=no").columns.map(({ key }) => key));
    expect(found.groups).toEqual([]);
  });

  test.each(["status=draft", "sort=fee", "dir=up", "group=maybe", "q=", "status=&sort="])(
    "%s is as if it were not there",
    (query) => {
      expect(table(query)).toEqual(table());
    },
  );
});

describe("more rows than a page holds", () => {
  const statuses = ["active", "on_hold", "completed"] as const;
  const many = Array.from({ length: 121 }, (_, index) =>
    project(`Site ${index + 1}`, { status: statuses[Math.floor(index / 60)] ?? "completed", phase: "Design" }),
  );
  const shown = (query: string) => table(query, { projects: many });
  const headings = ({ groups }: TableModel) => groups.map(({ heading, rows }) => [heading, rows.length]);

  test("stand on pages of fifty that tell which they are, and together hold every row once", () => {
    const pages = ["", "page=2", "page=3"].map(shown);
    expect(pages.map(({ count }) => count)).toEqual([
      "1–50 of 121 projects",
      "51–100 of 121 projects",
      "101–121 of 121 projects",
    ]);
    expect(pages.flatMap(namesIn)).toEqual(many.map(({ name }) => name));
    expect(pages.map(headings)).toEqual([
      [["Under way, 60", 50]],
      [
        ["Under way, 60, continued", 10],
        ["On hold, 60", 40],
      ],
      [
        ["On hold, 60, continued", 20],
        ["Completed, 1", 1],
      ],
    ]);
  });

  test("are led to from one another with filter, order and grouping kept, below what stands above the table", () => {
    const { pages } = shown("q=site&sort=next&dir=desc&group=no&page=2");
    const asked = "/acme?q=site&sort=next&dir=desc&group=no";
    expect(pages).toEqual({
      label: "Pages of the table",
      previous: { label: "Previous 50", href: `${asked}#projects` },
      next: { label: "Next 21", href: `${asked}&page=3#projects` },
      all: { label: "All 121 on one page", href: `${asked}&page=all#projects` },
    });
    expect([shown("").pages?.previous, shown("page=3").pages?.next]).toEqual([null, null]);
    expect(table("").pages).toBeNull();
  });

  test("begin anew when they are filtered, sorted or grouped otherwise", () => {
    const { filter, grouping, columns, showAll } = shown("q=site&page=2");
    expect(filter.target.fields).toEqual({});
    expect([grouping.href, columns[0]?.href, showAll?.href]).toEqual([
      "/acme?q=site&group=no",
      "/acme?q=site&dir=desc",
      "/acme",
    ]);
  });

  test("are all searched, and what is found is counted among all", () => {
    expect(namesIn(shown("q=site+121"))).toEqual(["Site 121"]);
    expect(shown("q=site+121").count).toBe("1 of 121 projects");
    expect(shown("q=design&page=2").count).toBe("51–100 of 120 found, 121 projects in all");
  });

  test("stand on one page when they are asked for so, and beyond the last page is the last one", () => {
    const all = shown("page=all");
    expect([namesIn(all).length, all.count, all.pages]).toEqual([121, "121 projects", null]);
    expect(shown("page=99")).toEqual(shown("page=3"));
    for (const page of ["0", "-1", "2.5", "x", "1", "01"]) expect(shown(`page=${page}`)).toEqual(shown(""));
  });
});

test("without groups each row says its state, and the states are an order", () => {
  const listed = table("group=no&sort=state");
  expect(listed.columns.map(({ label }) => label).slice(0, 3)).toEqual(["Project", "Number", "State"]);
  expect(listed.groups[0]?.rows.map(({ name, cells }) => [name, cells[1]?.text])).toEqual([
    ["Barn", "Under way"],
    ["Mühle", "Under way"],
    ["Quay", "On hold"],
    ["Annex", "Completed"],
  ]);
});

describe("the columns", () => {
  test("say how they are sorted, and turn the order around when they are asked again", () => {
    const heads = (query: string) => table(query).columns.map(({ key, sorted, href }) => [key, sorted, href]);
    expect(heads("").slice(0, 2)).toEqual([
      ["name", "ascending", "/acme?dir=desc"],
      ["number", undefined, "/acme?sort=number"],
    ]);
    expect(heads("sort=percent&dir=desc")[3]).toEqual(["percent", "descending", "/acme?sort=percent"]);
    expect(heads("")[3]).toEqual(["percent", undefined, "/acme?sort=percent&dir=desc"]);
  });

  test("that nothing fills are not there, nor is what they would be measured by", () => {
    const bare = table("sort=percent", { projects: [project("A"), project("B")] });
    expect(bare.columns.map(({ key }) => key)).toEqual(["name"]);
    expect(bare.measure).toBeNull();
    expect(table().measure).toBe("Complete: as Harbor Finch reports it.");
  });
});

test.each([
  [
    "de-DE",
    "1 von 4 Projekten",
    ["Projekt", "Nummer", "Phase", "Fertig", "Nächster Termin", "Wartet auf Sie"],
    "In Arbeit, 1",
  ],
  [
    "es-MX",
    "1 de 4 proyectos",
    ["Proyecto", "Número", "Fase", "Avance", "Próxima fecha", "Pendiente de usted"],
    "En curso, 1",
  ],
])("in %s the table speaks that language", (locale, count, labels, heading) => {
  const said = table("q=barn", { locale });
  expect([said.count, said.columns.map(({ label }) => label), said.groups[0]?.heading]).toEqual([
    count,
    labels,
    heading,
  ]);
});
