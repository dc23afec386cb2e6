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

type Sized = { done?: number; open?: number; milestones?: number; services?: number; invoices?: number };

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
  const asked = standIn.requests.flatMap(({ path, query }) =>
    path.endsWith("/tasks") ? [query["filter[status]"] ?? query["filter[type_id]"] ?? "all"] : [],
  );
  const unread = gaps.flatMap(({ unread: told }) => (told ? [[told.parts.join(), told.projectId, told.why]] : []));
  return { value, gaps, unread, asked, calls: standIn.requests.length };
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
    // One page says how many they are; the open ones, with a private one and an open milestone, are two.
    expect([asked.toSorted(), calls]).toEqual([["1", "1", "3", "all"], 10]);
  });

  test("is shown no task as open that is closed by now, whatever is sent as open", async () => {
    const closed = spoilt("tasks", taskId("w-2"), "closed", true);
    const { value, unread } = await readWork(firmOf({ done: 2_100, open: 3 }), { spoil: closed });
    expect([value.tasks.length, value.tasks.some(({ name }) => name === "Survey")]).toEqual([3, false]);
    expect(unread).toEqual([["doneTasks", null, "too_much"]]);
  });

  test("has the milestones where even the open ones are too many, and three calls say so", async () => {
    const { value, unread, asked } = await readWork(firmOf({ open: 2_100 }));
    expect([value.tasks.length, value.milestones.length]).toEqual([0, 2]);
    expect(unread).toEqual([["tasks", null, "too_much"]]);
    expect(asked.toSorted()).toEqual(["1", "3", "all"]);
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
    const ignored = ["tasks/status", "tasks/type_id"];
    const { value, unread, asked } = await readWork(firmOf({ done: 2_100 }), { ignored });
    expect([value.tasks, value.milestones]).toEqual([[], []]);
    expect(unread.map(([parts]) => parts)).toEqual(["tasks", "milestones"]);
    expect(asked).toHaveLength(3);
  });
});

test("services without an end are told by one call, and with them what no hour can be added to", async () => {
  const { value, unread, calls } = await readWork(firmOf({ services: 2_100 }));
  expect([value.phases, value.hours, value.tasks.length]).toEqual([[], [], 2]);
  expect(unread).toEqual([["phases,hours", null, "too_much"]]);
  expect(calls).toBe(7);
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
