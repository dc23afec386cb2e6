import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { ask, organization, ourIds, token } from "../testing/json-api.ts";
import { smallFirm } from "../testing/small-firm.ts";
import { idOf } from "./resource.ts";
import { type ProductiveStandIn, startProductiveStandIn } from "./stand-in.ts";

let standIn: ProductiveStandIn;

beforeEach(async () => {
  standIn = await startProductiveStandIn({ records: smallFirm(), organization, token });
  onTestFinished(() => standIn.close());
});

const quay = idOf("projects", "quay");
const northbank = idOf("companies", "northbank");
const oldMill = idOf("companies", "old-mill");
const nora = idOf("people", "staff nora");

test.each([
  ["/people?filter[email]=Dana@northbank.example", ["contact dana"]],
  ["/people?filter[email]=zoe%2Bwork@northbank.example", ["contact zoe"]],
  ["/people?filter[email][contains]=@FIRM.example", ["staff nora"]],
  [`/people?filter[company_id]=${oldMill}`, ["contact gil, company 2"]],
  ["/people?filter[person_type]=user", ["staff nora", "staff omar"]],
  ["/people?filter[person_type]=3", ["a placeholder"]],
  ["/people?filter[status]=2", ["staff omar", "contact zoe"]],
  [`/people?filter[project_id]=${quay}`, ["staff nora", "contact dana"]],
  ["/companies?filter[status]=2", ["old-mill"]],
  [`/projects?filter[company_id]=${northbank}&filter[status]=1`, ["quay"]],
  [`/projects?filter[company_id]=${northbank},${oldMill}`, ["quay", "shed", "pier"]],
  [`/projects?filter[company_id][not_eq]=${northbank}`, ["pier"]],
  ["/projects?filter[name][not_contain]=pier", ["quay", "shed"]],
  ["/deals?filter[type]=1", ["deal of pier", "d-1"]],
  ["/deals?filter[type]=2&filter[budget_status]=2", ["deal of shed"]],
  [`/services?filter[project_id]=${quay}`, ["phase quay-1", "other work of quay"]],
  ["/time_entries?filter[after]=2026-03-02&filter[before]=2026-03-02", ["t-1"]],
  ["/time_entries?filter[after]=2026-03-02&filter[before]=2026-03-03", ["t-1", "t-2"]],
  ["/time_entries?filter[after]=2026-03-03", ["t-2"]],
  ["/time_entries?filter[date][gt_eq]=2026-03-02&filter[date][lt]=2026-03-03", ["t-1"]],
  ["/time_entries?filter[date][gt]=2026-03-02&filter[date][lt_eq]=2026-03-03", ["t-2"]],
  ["/time_entries?filter[time][gt]=90", ["t-2"]],
  [`/time_entries?filter[person_id]=${nora}`, ["t-1"]],
  [`/time_entries?filter[company_id]=${oldMill}`, []],
  [`/tasks?filter[company_id]=${northbank}&filter[type_id]=3`, ["milestone permit", "milestone brief"]],
  ["/tasks?filter[closed_at][eq]=&filter[type_id]=3", ["milestone permit"]],
  [`/invoices?filter[project_id]=${quay}`, ["i-1"]],
  [`/line_items?filter[invoice_id]=${idOf("invoices", "i-1")}`, ["i-1"]],
  [`/bookings?filter[person_id]=${nora}&filter[after]=2026-07-05&filter[before]=2026-07-05`, ["b-1"]],
])("%s finds %j", async (path, expected) => {
  expect(await ourIds(standIn, path)).toEqual(expected);
});

test("a group takes any of its operands, and a group may stand in a group", async () => {
  const any = "filter[$op]=or&filter[0][name][eq]=Quay House&filter[1][name][eq]=Boat Shed";
  expect(await ourIds(standIn, `/projects?${any}`)).toEqual(["quay", "shed"]);
  const nested =
    "filter[$op]=or&filter[0][name]=Pier study&filter[1][$op]=and&filter[1][0][status]=2&filter[1][1][name][contains]=boat";
  expect(await ourIds(standIn, `/projects?${nested}`)).toEqual(["shed", "pier"]);
});

test("without an operator all conditions hold", async () => {
  expect(await ourIds(standIn, "/projects?filter[name]=Quay House&filter[status]=2")).toEqual([]);
});

test.each([
  "/projects?filter[colour]=1",
  "/projects?filter[name][like]=1",
  "/projects?filter[$op]=or&filter[0][colour]=1",
])("%s is 400 Unsupported Filter", async (path) => {
  const { status, json } = await ask(standIn, path);
  expect([status, json.errors[0].title]).toEqual([400, "Unsupported Filter"]);
});

describe("what is not confirmed can be had both ways", () => {
  test("emails by letter case", async () => {
    const path = "/people?filter[email]=dana@NORTHBANK.example";
    expect(await ourIds(standIn, path)).toEqual([]);
    standIn.behaviour.isEmailCaseSensitive = false;
    expect(await ourIds(standIn, path)).toEqual(["contact dana"]);
  });

  test("former people come unasked, or only when asked for", async () => {
    expect(await ourIds(standIn, "/people")).toContain("contact zoe");
    standIn.behaviour.hidesFormerPeople = true;
    expect(await ourIds(standIn, "/people")).not.toContain("contact zoe");
    expect(await ourIds(standIn, "/people?filter[status]=2")).toContain("contact zoe");
  });

  test("trap: a filter that is accepted and does nothing answers with everything", async () => {
    expect(await ourIds(standIn, `/services?filter[person_id]=${nora}`)).toHaveLength(2);
    standIn.behaviour.ignoredFilters = ["projects/company_id"];
    expect(await ourIds(standIn, `/services?filter[person_id]=${nora}`)).toHaveLength(0);
    expect(await ourIds(standIn, `/projects?filter[company_id]=${northbank}`)).toEqual(["quay", "shed", "pier"]);
  });
});

test("timestamps are compared by day, and to the second when the feature is asked for", async () => {
  const path = "/time_entries?filter[updated_at][gt]=2026-03-02T07:00:00.000%2B01:00";
  expect((await ask(standIn, path)).json.meta.total_count).toBe(1);
  const flag = { "x-feature-flags": "filteringSkipDatetimeCastToDate" };
  expect((await ask(standIn, path, flag)).json.meta.total_count).toBe(2);
});
