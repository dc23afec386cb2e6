import { describe, expect, test } from "vitest";
import { plainMilestone, plainPhase, plainProject } from "../../../test/support/project.ts";
import type { UnreadField } from "../../access/content.ts";
import type { CalendarDate } from "../../domain/calendar-date.ts";
import type { CompanyId, ProjectId } from "../../domain/ids.ts";
import type { Task } from "../../domain/project.ts";
import { type BlockName, fieldsOfBlock } from "../../domain/template.ts";
import { presentProject } from "./present.ts";
import { presentCsv } from "./present-csv.ts";
import type { ProjectInput } from "./project-input.ts";

const id = "a" as ProjectId;
const day = (text: string) => text as CalendarDate;

const task = (name: string, status: Task["status"], dueDate: CalendarDate | null = null): Task => ({
  ...{ id: name, projectId: id, phaseId: null, name, status, dueDate, internalNotes: null },
});
const milestone = (name: string, dueDate: string, doneDate: CalendarDate | null = null) =>
  plainMilestone(name, dueDate, { projectId: id, doneDate, owner: "client" });
const phase = (name: string, percentComplete: number | null) => plainPhase(name, { projectId: id, percentComplete });

const rows = {
  phases: [phase("Concept", 100), phase("Design", 40), phase("Permit", 10)],
  milestones: [
    ...[milestone("Late", "2026-03-01"), milestone("Soon", "2026-03-09")],
    ...[1, 2, 3, 4].map((at) => milestone(`Done ${at}`, `2026-01-0${at}`, day(`2026-01-0${at}`))),
  ],
  tasks: [task("Draw", "todo", day("2026-03-05")), task("Survey", "done")],
  staff: [{ id: "s-1", name: "Maya O.", role: null, discipline: null, email: null, phone: null }],
  team: [{ projectId: id, personId: "s-1", role: null }],
};

type Given = { unread: UnreadField[]; isEmpty?: boolean; locale?: string };

function inputOf(block: BlockName, { unread, isEmpty = false, locale = "en-GB" }: Given): ProjectInput {
  const none = {
    disciplines: [],
    hours: [],
    invoices: [],
    margins: [],
    tasks: [],
    team: [],
    staff: [],
    utilisation: [],
  };
  const { phases, milestones, ...parts } = isEmpty ? { phases: [], milestones: [] } : rows;
  return {
    ...{ portalSlug: "acme", firmName: "Harbor Finch", phases, milestones, manager: null, locale },
    project: plainProject("a", { companyId: "acme" as CompanyId }),
    more: { ...none, ...parts, unread },
    order: [{ name: block, fields: fieldsOfBlock[block], isEmphasised: false }],
    readAt: new Date("2026-03-03T12:00:00Z"),
    now: new Date("2026-03-03T12:06:00Z"),
    today: day("2026-03-03"),
  };
}

/** All that is said of it on the page and on paper, files included. */
function saidOf(block: BlockName, given: Given): string {
  return JSON.stringify(presentProject(inputOf(block, given)).blocks).replaceAll("\u00a0", " ");
}

const unread = (field: UnreadField["field"], part: UnreadField["part"], why: UnreadField["why"] = "not_readable") =>
  [{ field, part, why, projectId: null }] satisfies UnreadField[];

const lists = [
  ["phases", unread("phase", "phases"), "Not all phases could be read, so some may be missing here.", "Design"],
  [
    "milestones",
    unread("milestones", "milestones"),
    "Not all milestones could be read, so some may be missing here.",
    "Soon",
  ],
  ["tasks", unread("tasks", "tasks"), "Not all tasks could be read, so some may be missing here.", "Draw"],
  [
    "team",
    unread("teamNames", "team"),
    "Not everybody on the project could be read, so somebody may be missing here.",
    "Maya O.",
  ],
] as const satisfies [BlockName, UnreadField[], said: string, row: string][];

/** What is counted where all of a list is known. */
const counted = /phase 2 of 3|Next, 1 late|1 more done|1 of 2 tasks open|Done \(1\)|1 person on the project/;

describe.each(lists)("%s of which a row could not be read", (block, missing, said, row) => {
  test("keep the others, say so, count none, and go into no file", () => {
    const whole = saidOf(block, { unread: [] });
    expect([whole.includes(said), counted.test(whole)]).toEqual([false, true]);
    const partial = saidOf(block, { unread: missing });
    expect(partial).toContain(said);
    expect(partial).toContain(row);
    expect(partial).not.toMatch(counted);
    expect(partial).not.toContain(".csv");
    if (block === "team") return;
    expect(presentCsv(block, inputOf(block, { unread: [] }))).not.toBeNull();
    expect(presentCsv(block, inputOf(block, { unread: missing }))).toBeNull();
  });

  test("say so where no other is left, instead of nothing", () => {
    expect(saidOf(block, { unread: [], isEmpty: true })).toBe("[]");
    expect(saidOf(block, { unread: missing, isEmpty: true })).toContain(said);
  });

  test("say it in each language", () => {
    const told = ["de-DE", "es-ES"].map((locale) => saidOf(block, { unread: missing, locale }));
    for (const text of told) expect(text).toMatch(/ließen sich lesen|No se pud/);
  });
});

test("a phase that is named and not among those that were read is none of the others", () => {
  const input = inputOf("phases", { unread: unread("phase", "phases") });
  const project = { ...input.project, phase: "Documents" };
  const [block] = presentProject({ ...input, project }).blocks;
  expect(block).toMatchObject({ name: "phases", phases: { heading: "Phases" } });
  expect(JSON.stringify(block)).not.toContain('"current"');
});

describe("done tasks that were too many to be read", () => {
  const missing = unread("tasks", "doneTasks", "too_much");
  const said = "Done tasks are left out here. Harbor Finch can tell you.";

  test("are said to be left out below the open ones, which nothing counts them against", () => {
    const text = saidOf("tasks", { unread: missing });
    expect(text).toContain(said);
    expect(text).toContain("Draw");
    expect(text).not.toMatch(/\d of \d|tasks\.csv/);
  });

  test("are said to be left out where no task is open: never that there is none", () => {
    expect(saidOf("tasks", { unread: missing, isEmpty: true })).toContain(said);
  });
});

test.each([
  ["milestones", "milestones", "milestones", "Milestones are left out for now"],
  ["tasks", "tasks", "tasks", "Tasks are left out for now"],
  ["invoices", "invoices", "invoices", "Invoices are left out for now"],
] as const)("%s that were too many to be read are left out, and said to be", (block, field, part, heading) => {
  const [said, ...others] = presentProject(
    inputOf(block, { unread: unread(field, part, "too_much"), isEmpty: true }),
  ).blocks;
  expect(others).toEqual([]);
  expect(said).toMatchObject({
    name: "unread",
    unread: { heading, text: "Harbor Finch can tell you." },
  });
});

test.each([
  ["phases", "phase", "phases", "Phases are left out for now"],
  ["tasks", "tasks", "tasks", "Tasks are left out for now"],
  ["invoices", "invoices", "invoices", "Invoices are left out for now"],
  ["hours", "hours", "hours", "Hours are left out for now"],
] as const)("%s that are still being read are no reason to ask the firm", (block, field, part, heading) => {
  const { blocks } = presentProject(inputOf(block, { unread: unread(field, part, "not_yet"), isEmpty: true }));
  expect(blocks).toMatchObject([
    { name: "unread", unread: { heading, text: "This is still being read. Load this page again in a minute." } },
  ]);
});

test("the sheet of paper has as much less room for rows as the words for those that are missing take", () => {
  const many = Array.from({ length: 40 }, (_, at) => task(`Task ${at}`, "todo"));
  const printedOf = (missing: UnreadField[]) => {
    const input = inputOf("tasks", { unread: missing });
    const order = [...lists.map(([name]) => name)].map((name) => ({ name, fields: [], isEmphasised: false }));
    const team = Array.from({ length: 40 }, (_, at) => ({ projectId: id, personId: `s-${at}`, role: null }));
    const staff = team.map(({ personId }) => ({ ...rows.staff[0], id: personId, name: personId }) as never);
    const { blocks } = presentProject({ ...input, order, more: { ...input.more, tasks: many, team, staff } });
    return blocks.reduce((sum, { paper }) => sum + paper.printed.length, 0);
  };
  expect(printedOf(lists.flatMap(([, missing]) => missing))).toBeLessThan(printedOf([]));
});
