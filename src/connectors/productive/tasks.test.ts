import { describe, expect, onTestFinished, test } from "vitest";
import { editJson, type LooseJson } from "../../../demo/stand-ins/faults.ts";
import { contactId } from "../../../demo/stand-ins/productive/people.ts";
import { idOf } from "../../../demo/stand-ins/productive/resource.ts";
import { startProductiveStandIn } from "../../../demo/stand-ins/productive/stand-in.ts";
import { milestoneId, privateTaskId, taskId } from "../../../demo/stand-ins/productive/tasks.ts";
import type { FirmRecords } from "../../../demo/stand-ins/records.ts";
import { organization, token } from "../../../demo/stand-ins/testing/json-api.ts";
import { smallFirm } from "../../../demo/stand-ins/testing/small-firm.ts";
import type { CompanyId } from "../../domain/ids.ts";
import { systemClock } from "../../lib/clock.ts";
import { invariant } from "../../lib/invariant.ts";
import { getJson } from "../http/get-json.ts";
import { createProductiveConnector } from "./adapter.ts";

const call = { signal: new AbortController().signal, isUrgent: true };
const northbank = idOf("companies", "northbank") as CompanyId;
const quay = idOf("projects", "quay");

type Sized = Partial<Record<"done" | "open" | "milestones" | "services" | "invoices" | "entries", number>>;

/** The small firm, and so many more records of its one active project; two tasks and two milestones are there before. */
function firmOf({ done = 0, open = 0, milestones = 0, services = 0, invoices = 0 }: Sized): FirmRecords {
  const records = smallFirm();
  const {
    tasks: [task],
    milestones: [milestone],
    phases: [phase],
    invoices: [invoice],
  } = records;
  invariant(task && milestone && phase && invoice, "the small firm has one of each");
  const add = <Row extends { id: string }>(rows: Row[], count: number, row: Row) => {
    for (let at = 0; at < count; at += 1) rows.push({ ...row, id: `${row.id} again ${at}` });
  };
  add(records.tasks, done, { ...task, id: "d", status: "done" });
  add(records.tasks, open, { ...task, id: "o", status: "todo" });
  add(records.milestones, milestones, milestone);
  add(records.phases, services, phase);
  add(records.invoices, invoices, invoice);
  return records;
}

/** The small firm, and so many records of the project of the same client that is archived. */
function firmWithArchived({ done = 0, open = 0, services = 0, entries = 0 }: Sized): FirmRecords {
  const records = smallFirm();
  const {
    tasks: [task],
    phases: [phase],
    time_entries: [entry],
  } = records;
  invariant(task && phase && entry, "the small firm has one of each");
  const times = <Row>(count: number, row: (at: number) => Row) => Array.from({ length: count }, (_, at) => row(at));
  const own = { project_id: "shed", phase_id: "" };
  records.tasks.push(...times(done, (at) => ({ ...task, ...own, id: `d-${at}`, status: "done" })));
  records.tasks.push(...times(open, (at) => ({ ...task, ...own, id: `o-${at}`, status: "todo" })));
  records.phases.push(...times(services, (at) => ({ ...phase, project_id: "shed", id: `s-${at}` })));
  records.time_entries.push(...times(entries, (at) => ({ ...entry, ...own, id: `e-${at}` })));
  return records;
}

type Options = { ignored?: string[]; spoil?: (row: LooseJson) => LooseJson };

async function readWork(records: FirmRecords, { ignored = [], spoil }: Options = {}) {
  const standIn = await startProductiveStandIn({ records, organization, token });
  onTestFinished(() => standIn.close());
  standIn.behaviour.limitsRate = false;
  standIn.behaviour.ignoredFilters = ignored;
  if (spoil)
    standIn.fail(
      editJson((json) => ({ ...json, data: json.data.map(spoil), included: (json.included ?? []).map(spoil) })),
      { path: /\/(tasks|services|memberships|projects)$/ },
    );
  const vendor = { clock: systemClock, origin: standIn.url, send: getJson, token: () => token };
  const { value, gaps } = await createProductiveConnector(vendor, organization.id).readCompanyWork(northbank, call);
  const asked = standIn.requests.flatMap(({ path, query }) => (path.endsWith("/tasks") ? [whatIs(query)] : []));
  const unread = gaps.flatMap(({ unread: told }) => (told ? [[told.parts.join(), told.projectId, told.why]] : []));
  return { value, gaps, unread, asked, calls: standIn.requests.length };
}

function whatIs(query: Record<string, string>): string {
  const kind = query["filter[status]"] ?? query["filter[type_id]"] ?? "all";
  return query["filter[project_id]"] === undefined ? kind : `${kind} of ${query["filter[project_id]"]}`;
}

/** Of the one row of this id, this field says something else: by default what has no known form. */
const spoilt =
  (type: string, ourId: string, field: string, says: unknown = { odd: true }) =>
  (row: LooseJson): LooseJson =>
    row.type === type && row.id === idOf(type, ourId)
      ? { ...row, attributes: { ...row.attributes, [field]: says } }
      : row;

describe("a client with many tasks", () => {
  test("has them all as long as they are ten pages", async () => {
    const { value, gaps, asked } = await readWork(firmOf({ done: 1_990 }));
    expect([value.tasks.length, value.milestones.length, gaps]).toEqual([1_992, 2, []]);
    expect(asked).toEqual(Array(10).fill("all"));
  });

  test("has the open ones and the milestones where there are more, and what is done is told not to be known", async () => {
    const { value, unread, asked, calls } = await readWork(firmOf({ done: 8_000, open: 250 }));
    expect(value.tasks).toHaveLength(251);
    expect(value.tasks.filter(({ status }) => status === "done")).toEqual([]);
    expect(value.milestones.map(({ name }) => name).sort()).toEqual(["Brief agreed", "Permit in"]);
    expect(unread).toEqual([["doneTasks", null, "too_much"]]);
    // One page says how many they are, another how many of projects that are shown; the open ones, with a private one and an open
    // milestone, are two.
    expect([asked, calls]).toEqual([
      expect.arrayContaining(["all", `all of ${quay}`, `1 of ${quay}`, `3 of ${quay}`]),
      11,
    ]);
  });

  test("is shown no task as open that is closed by now, whatever is sent as open", async () => {
    const closed = spoilt("tasks", taskId("w-2"), "closed", true);
    const { value, unread } = await readWork(firmOf({ done: 2_100, open: 3 }), { spoil: closed });
    expect([value.tasks.length, value.tasks.some(({ name }) => name === "Survey")]).toEqual([3, false]);
    expect(unread).toEqual([["doneTasks", null, "too_much"]]);
  });

  test("has the milestones where even the open ones are too many, and four calls say so", async () => {
    const { value, unread, asked } = await readWork(firmOf({ open: 2_100 }));
    expect([value.tasks.length, value.milestones.length]).toEqual([0, 2]);
    expect(unread).toEqual([["tasks", null, "too_much"]]);
    expect(asked).toEqual(["all", `all of ${quay}`, `1 of ${quay}`, `3 of ${quay}`]);
  });

  test("has neither where the milestones are too many as well", async () => {
    const { value, unread } = await readWork(firmOf({ milestones: 2_100 }));
    expect([value.tasks, value.milestones]).toEqual([[], []]);
    expect(unread).toEqual([
      ["tasks", null, "too_much"],
      ["milestones", null, "too_much"],
    ]);
  });

  test("is shown nothing else where the vendor minds no filter: then it is more than can be read", async () => {
    const ignored = ["tasks/status", "tasks/type_id", "tasks/project_id"];
    const { value, unread, asked } = await readWork(firmOf({ done: 2_100 }), { ignored });
    expect([value.tasks, value.milestones]).toEqual([[], []]);
    expect(unread.map(([parts]) => parts)).toEqual(["tasks", "milestones"]);
    expect(asked).toHaveLength(4);
  });
});

describe("a project that nobody is shown, as it is archived", () => {
  const shown = ({ value }: Awaited<ReturnType<typeof readWork>>) => {
    const ofQuay = <Row extends { projectId: string | null }>(rows: Row[]) =>
      rows.filter((row) => row.projectId === quay);
    const { tasks, milestones, phases, hours } = value;
    return [ofQuay(tasks), ofQuay(milestones), ofQuay(phases), ofQuay(hours)];
  };

  test.each([
    ["2,300 done tasks", { done: 2_300 }, 1],
    ["2,300 open tasks", { open: 2_300 }, 1],
    ["2,100 services", { services: 2_100 }, 1],
    ["1,100 time entries", { entries: 1_100 }, 1],
    ["all of them", { done: 2_300, open: 2_300, services: 2_100, entries: 1_100 }, 3],
  ] as const)("takes nothing off the others' by %s", async (_, sized, more) => {
    const [before, after] = [await readWork(smallFirm()), await readWork(firmWithArchived(sized))];
    expect(shown(after)).toEqual(shown(before));
    expect([after.gaps, after.calls]).toEqual([[], before.calls + more]);
  });

  test("is all that there is: then nothing more is asked", async () => {
    const records = firmWithArchived({ done: 2_300 });
    for (const project of records.projects) project.status = "archived";
    const { value, gaps, asked } = await readWork(records);
    expect([value.tasks, gaps, asked]).toEqual([[], [], ["all"]]);
  });
});

test("more projects that are shown than one filter names are asked as a whole, whatever belongs to those that are archived", async () => {
  const records = firmWithArchived({ done: 2_300 });
  const [project] = records.projects;
  invariant(project, "the small firm has a project");
  for (let at = 1; at <= 50; at += 1) records.projects.push({ ...project, id: `quay-${at}`, number: `25-${at}` });
  const { value, unread, asked } = await readWork(records);
  expect(value.tasks.map(({ name }) => name)).toEqual(["Survey"]);
  expect([unread, asked]).toEqual([[["doneTasks", null, "too_much"]], ["all", "1", "3"]]);
});

test("services without an end are told by two calls, and with them what no hour can be added to", async () => {
  const { value, unread, calls } = await readWork(firmOf({ services: 2_100 }));
  expect([value.phases, value.hours, value.tasks.length]).toEqual([[], [], 2]);
  expect(unread).toEqual([["phases,hours", null, "too_much"]]);
  expect(calls).toBe(8);
});

test("invoices without an end are told by one call", async () => {
  const { value, unread, calls } = await readWork(firmOf({ invoices: 2_100 }));
  expect([value.invoices, value.phases.length > 0]).toEqual([[], true]);
  expect(unread).toEqual([["invoices", null, "too_much"]]);
  expect(calls).toBe(7);
});

describe("a row that cannot be read", () => {
  test.each([
    ["a task's", "tasks", taskId("w-2"), "title", [["tasks", quay]]],
    ["a milestone's", "tasks", milestoneId("permit"), "title", [["milestones", quay]]],
    [
      "that of either",
      "tasks",
      taskId("w-2"),
      "type_id",
      [
        ["tasks", quay],
        ["milestones", quay],
      ],
    ],
    ["a private task's", "tasks", privateTaskId("quay"), "title", []],
  ] as const)(
    "%s is told of its project's list alone, and of a private one nothing",
    async (_, type, id, field, told) => {
      const { value, unread } = await readWork(smallFirm(), { spoil: spoilt(type, id, field) });
      expect(unread).toEqual(told.map(([part, projectId]) => [part, projectId, "not_readable"]));
      expect(value.projects).toHaveLength(2);
    },
  );

  test("that of somebody on the project is told of its team", async () => {
    const { unread } = await readWork(smallFirm(), { spoil: spoilt("people", contactId("dana"), "first_name") });
    expect(unread).toEqual([["team", quay, "not_readable"]]);
  });
});
