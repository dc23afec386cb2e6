import { expect, test } from "vitest";
import { plainProject } from "../../test/support/project.ts";
import type { Gap } from "../connectors/port.ts";
import type { CalendarDate } from "../domain/calendar-date.ts";
import type { CompanyId, ProjectId } from "../domain/ids.ts";
import { type CompanyWork, emptyWork, type HoursTotal, type Unread, type WorkPart } from "../domain/project.ts";
import { leaveOutUnread } from "./leave-out-unread.ts";

const acme = "acme" as CompanyId;
const fee = { amount: "1.00", currency: "EUR" };
const hours = (projectId: string): HoursTotal => ({
  ...{ projectId: projectId as ProjectId, phaseId: null, discipline: null, hours: 1, billed: null },
});

const work: CompanyWork = {
  ...emptyWork(acme),
  projects: ["a", "b"].map((id) => plainProject(id, { companyId: acme, fee })),
  hours: [hours("a"), hours("b")],
  margins: [
    { projectId: "a" as ProjectId, percent: 1 },
    { projectId: "b" as ProjectId, percent: 2 },
  ],
  utilisation: [{ personId: "s-1", percent: 50 }],
};

const own = (projectId: string) => ({ id: projectId, projectId: projectId as ProjectId, name: projectId });

/** A company whose lists have a row for each of two projects, and of its tasks one that is done. */
const lists: CompanyWork = {
  ...emptyWork(acme),
  phases: ["a", "b"].map((id) => ({
    ...{ ...own(id), order: null, startDate: null, endDate: null, percentComplete: null, fee: null, budgetHours: null },
  })),
  milestones: ["a", "b"].map((id) => {
    return { ...own(id), dueDate: "2026-01-02" as CalendarDate, doneDate: null, owner: null };
  }),
  team: ["a", "b"].map((id) => ({ projectId: id as ProjectId, personId: "s-1", role: null })),
  tasks: (["a", "b"] as const).flatMap((id) =>
    (["todo", "done"] as const).map((status) => ({
      ...{ ...own(id), id: `${id} ${status}`, status, phaseId: null, dueDate: null, internalNotes: null },
    })),
  ),
};

/** What is left of each list where these parts are not known, and why. */
function listsWithout(parts: WorkPart[], why: Unread["why"], projectId: string | null = null) {
  const unread: Unread = { parts, projectId: projectId as ProjectId | null, why };
  const { value } = leaveOutUnread({
    value: lists,
    gaps: [{ place: "there", message: "no", unread }],
    readAt: new Date(0),
  });
  return {
    phases: value.phases.map(({ id }) => id),
    milestones: value.milestones.map(({ id }) => id),
    team: value.team.map(({ projectId: id }) => id),
    tasks: value.tasks.map(({ id }) => id),
  };
}

const wholeLists = {
  ...{ phases: ["a", "b"], milestones: ["a", "b"], team: ["a", "b"] },
  tasks: ["a todo", "a done", "b todo", "b done"],
};

test.each<[WorkPart, string | null, Partial<typeof wholeLists>]>([
  ["phases", null, { phases: [] }],
  ["milestones", "a", { milestones: ["b"] }],
  ["team", null, { team: [] }],
  ["tasks", null, { tasks: [] }],
  ["doneTasks", null, { tasks: ["a todo", "b todo"] }],
])(
  "of a list that is too long nothing is left, and of one with a row that cannot be read all others: %s of %s",
  (part, projectId, left) => {
    expect(listsWithout([part], "too_much", projectId)).toEqual({ ...wholeLists, ...left });
    expect(listsWithout([part], "not_readable", projectId)).toEqual(wholeLists);
  },
);

/** What is left of each part, told by project or person, where these are not known. */
function leftWithout(parts: WorkPart[], projectId: string | null) {
  const unread: Unread = { parts, projectId: projectId as ProjectId | null, why: "not_readable" };
  const gaps: Gap[] = [{ place: "there", message: "no", unread }];
  const { value } = leaveOutUnread({ value: work, gaps, readAt: new Date(0) });
  return {
    fee: value.projects.filter((project) => project.fee !== null).map(({ id }) => id),
    hours: value.hours.map(({ projectId: id }) => id),
    margins: value.margins.map(({ projectId: id }) => id),
    utilisation: value.utilisation.map(({ personId }) => personId),
  };
}

const whole = { fee: ["a", "b"], hours: ["a", "b"], margins: ["a", "b"], utilisation: ["s-1"] };

test.each<[WorkPart[], string | null, Partial<typeof whole>]>([
  [["hours", "margins"], "a", { hours: ["b"], margins: ["b"] }],
  [["hours"], null, { hours: [] }],
  [["fee"], "b", { fee: ["a"] }],
  [["margins"], null, { margins: [] }],
  [["utilisation"], null, { utilisation: [] }],
  [["invoices"], null, {}],
])("without %j of %s, the rest stays as it was", (parts, projectId, changed) => {
  expect(leftWithout(parts, projectId)).toEqual({ ...whole, ...changed });
});

test("a gap that leaves every figure whole changes nothing", () => {
  const reading = { value: work, gaps: [{ place: "there", message: "no" }], readAt: new Date(0) };
  expect(leaveOutUnread(reading)).toBe(reading);
});
