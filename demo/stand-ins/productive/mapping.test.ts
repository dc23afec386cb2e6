import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { parseCalendarDate } from "../../../src/domain/calendar-date.ts";
import { invariant } from "../../../src/lib/invariant.ts";
import { parsedFirm } from "../../testing/parsed-firm.ts";
import type { LooseJson } from "../faults.ts";
import { completeRecords } from "../records.ts";
import { ask, organization, ourIds, token } from "../testing/json-api.ts";
import { smallFirm } from "../testing/small-firm.ts";
import { libraryOf, resourcesOf } from "./library.ts";
import { idOf } from "./resource.ts";
import { type ProductiveStandIn, startProductiveStandIn } from "./stand-in.ts";

let standIn: ProductiveStandIn;
let time = new Date("2026-05-04T10:00:00Z");

beforeEach(async () => {
  time = new Date("2026-05-04T10:00:00Z");
  standIn = await startProductiveStandIn({ records: smallFirm(), organization, token, now: () => time });
  onTestFinished(() => standIn.close());
});

async function attributesOf(type: string, ourId: string): Promise<LooseJson> {
  return (await ask(standIn, `/${type}/${idOf(type, ourId)}`)).json.data.attributes;
}

async function linkOf(type: string, ourId: string, relation: string): Promise<LooseJson> {
  const { json } = await ask(standIn, `/${type}/${idOf(type, ourId)}?include=${relation}`);
  return json.data.relationships[relation].data;
}

const linkTo = (type: string, ourId: string) => ({ type, id: idOf(type, ourId) });

describe("people", () => {
  test("staff are users of the firm's own company, contacts are not; who left is deactivated or archived", async () => {
    expect(await attributesOf("people", "staff nora")).toMatchObject({
      is_user: true,
      hrm_type_id: 1,
      deactivated_at: null,
    });
    expect(await linkOf("people", "staff nora", "company")).toEqual(linkTo("companies", "the firm itself"));
    expect((await attributesOf("people", "staff omar")).deactivated_at).not.toBeNull();
    expect(await attributesOf("people", "contact dana")).toMatchObject({ is_user: false, hrm_type_id: 2 });
    expect((await attributesOf("people", "contact zoe")).archived_at).not.toBeNull();
    expect(await attributesOf("people", "a placeholder")).toMatchObject({ placeholder: true, email: null });
  });

  test("a contact of two companies is two persons with one email; further emails are contact entries", async () => {
    const path = "/people?filter[email]=gil@northbank.example";
    expect(await ourIds(standIn, path)).toEqual(["contact gil", "contact gil, company 2"]);
    const entries = await ask(standIn, `/contact_entries?filter[person_id]=${idOf("people", "contact gil")}`);
    expect(entries.json.data.map(({ attributes }: LooseJson) => attributes.email)).toEqual([
      ...["gil@northbank.example", "gil@post.example"],
    ]);
  });

  test("availabilities are a JSON text of fourteen days", async () => {
    const [[, until, hours]] = JSON.parse((await attributesOf("people", "staff nora")).availabilities);
    expect([until, hours.length]).toEqual([null, 14]);
  });
});

describe("projects and budgets", () => {
  test("archived is archived, completed or archived work has a closed budget, a draft has an open deal", async () => {
    expect((await attributesOf("projects", "shed")).archived_at).not.toBeNull();
    expect((await attributesOf("deals", "deal of shed")).closed_at).not.toBeNull();
    expect(await attributesOf("deals", "deal of quay")).toMatchObject({ budget: true, closed_at: null });
    expect(await attributesOf("deals", "deal of pier")).toMatchObject({ budget: false });
    expect(await linkOf("deals", "deal of pier", "deal_status")).toEqual(linkTo("deal_statuses", "Open"));
    expect(await attributesOf("deals", "d-1")).toMatchObject({ budget: false, deal_value_total: 50_000 });
  });

  test("money is whole cents, and worth more in the organization's currency", async () => {
    expect(await attributesOf("deals", "deal of quay")).toMatchObject({
      ...{ budget_total: 12_000_050, currency: "EUR", budget_total_default: 15_000_063, currency_default: "USD" },
      ...{ worked_time: 210, billable_time: 90, revenue: 20_000, cost: 9_000, invoiced: 1_000_010 },
    });
  });

  test("a phase is a service of the budget, in cents with fractions and minutes; hours without one have a service too", async () => {
    const phase = await attributesOf("services", "phase quay-1");
    expect(phase).toMatchObject({ name: "Design", budgeted_time: 1_200, worked_time: 90, quantity: "20.0" });
    expect(phase.budget_total).toBe(4_000_000);
    expect(phase.revenue).toBeCloseTo(19_999.5, 6);
    expect(phase.price).toBeCloseTo(13_333, 6);
    expect(await attributesOf("services", "other work of quay")).toMatchObject({ worked_time: 120, billable_time: 0 });
    expect(await linkOf("services", "phase quay-1", "deal")).toEqual(linkTo("deals", "deal of quay"));
    expect(await linkOf("services", "phase quay-1", "section")).toEqual(linkTo("sections", "section of quay"));
  });

  test("what the vendor has no attribute for stands in custom fields", async () => {
    const { custom_fields } = await attributesOf("projects", "quay");
    expect(custom_fields).toEqual({ [idOf("custom_fields", "Phase")]: "Design" });
    expect((await attributesOf("projects", "pier")).custom_fields).toBeNull();
  });
});

test("time is in minutes with its cost in cents and an HTML note, and no rate", async () => {
  const entry = await attributesOf("time_entries", "t-1");
  expect(entry).toMatchObject({ time: 90, billable_time: 90, cost: 9_000, note: "<p>Facade &lt; roof</p>" });
  expect(Object.keys(entry).filter((name) => /rate|price|revenue/.test(name))).toEqual([]);
  expect(await attributesOf("time_entries", "t-2")).toMatchObject({ time: 120, billable_time: 0, note: null });
});

test("milestones are tasks of type 3, and a project with tasks has a private one", async () => {
  expect(await attributesOf("tasks", "milestone permit")).toMatchObject({
    type_id: 3,
    closed: false,
    tag_list: ["client"],
  });
  expect(await attributesOf("tasks", "milestone brief")).toMatchObject({ closed: true });
  expect(await attributesOf("tasks", "task w-1")).toMatchObject({ type_id: 1, closed: true, private: false });
  expect(await attributesOf("tasks", "private task of quay")).toMatchObject({ private: true, closed: false });
  expect(await linkOf("tasks", "task w-1", "task_list")).toEqual(linkTo("task_lists", "list of phase quay-1"));
  expect(await linkOf("tasks", "task w-2", "workflow_status")).toEqual(linkTo("workflow_statuses", "in_progress"));
});

test("an invoice leads to its project through its attribution; a draft is not sent", async () => {
  expect(await attributesOf("invoices", "i-1")).toMatchObject({
    ...{ amount: 1_000_010, amount_paid: 400_000, amount_unpaid: 600_010, pay_on: "2026-05-01" },
  });
  expect(await linkOf("invoice_attributions", "i-1", "budget")).toEqual(linkTo("deals", "deal of quay"));
  expect(await linkOf("line_items", "i-1", "service")).toEqual(linkTo("services", "phase quay-1"));
  expect(await attributesOf("invoices", "i-2")).toMatchObject({ sent_on: null, finalized_on: null });
  expect(await linkOf("invoices", "i-2", "invoice_attributions")).toEqual([]);
});

test("an absence counts its working days", async () => {
  expect(await attributesOf("bookings", "b-1")).toMatchObject({ total_working_days: 2, total_time: 960 });
});

describe("records that change while it runs", () => {
  test("answers follow, ids stay, and only what differs carries the time of the change", async () => {
    const records = smallFirm();
    records.contacts = records.contacts.map((row) => (row.id === "dana" ? { ...row, company_id: "old-mill" } : row));
    time = new Date("2026-06-01T08:00:00Z");
    standIn.setRecords(records);
    expect(await linkOf("people", "contact dana", "company")).toEqual(linkTo("companies", "old-mill"));
    expect((await attributesOf("people", "contact dana")).last_activity_at).toBe("2026-06-01T08:00:00.000+00:00");
    expect((await attributesOf("people", "contact gil")).last_activity_at).not.toContain("2026-06-01");
  });

  test("a later change does not move the time of an earlier one", async () => {
    const renamed = { ...smallFirm(), companies: [] };
    standIn.setRecords(renamed);
    const created = (await attributesOf("projects", "quay")).last_activity_at;
    standIn.setRecords(smallFirm());
    const back = (await attributesOf("companies", "northbank")).last_activity_at;
    time = new Date("2026-06-01T08:00:00Z");
    standIn.setRecords({ ...smallFirm(), tasks: [] });
    expect((await attributesOf("projects", "quay")).last_activity_at).toBe(created);
    expect((await attributesOf("companies", "northbank")).last_activity_at).toBe(back);
    expect((await ask(standIn, `/tasks/${idOf("tasks", "task w-1")}`)).status).toBe(404);
  });
});

test("ids are found both ways", () => {
  const id = idOf("companies", "northbank");
  expect(standIn.ourIdOf("companies", id)).toBe("northbank");
  expect(standIn.ourIdOf("companies", "1")).toBeNull();
});

test("the whole sample firm has a place in it: no id twice, no link to nothing", () => {
  const today = parseCalendarDate("2026-05-04");
  invariant(today, "a day");
  const resources = resourcesOf(completeRecords(parsedFirm(today)), organization);
  const library = libraryOf(resources);
  const dangling = resources.flatMap(({ type, ourId, relations }) =>
    Object.entries(relations)
      .flatMap(([name, relation]) => [relation ?? []].flat().map((link) => ({ name, link })))
      .filter(({ name, link }) => name !== "workflow" && !library.find(link))
      .map(({ name }) => `${type} ${ourId}: ${name}`),
  );
  expect(dangling).toEqual([]);
});
