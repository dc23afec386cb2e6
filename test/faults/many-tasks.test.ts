// A client about whom the firm has worked for many years: more tasks, services or invoices stand in Productive than a page can wait for.
// The page is there on the first load, says what is not on it, and asks for little.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { completeRecords, type FirmRecords } from "../../demo/stand-ins/records.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { findHealth } from "../../src/data/queries/health.ts";
import type { Template } from "../../src/domain/firm.ts";
import { startVendorFirm, type VendorFirm, vendorRecords } from "../support/vendor-firm.ts";
import type { Visitor } from "../support/visitor.ts";

/** Of a vendor who is slow: forty of these pages one after the other are far more than a page of ours waits for. */
const EACH_PAGE_MS = 300;
const PSA_DEADLINE_MS = 5_000;
const MINUTE_MS = 60_000;

let firm: VendorFirm;
let jane: Visitor;
beforeAll(async () => {
  firm = await startVendorFirm({
    ...{ psaDeadlineMs: PSA_DEADLINE_MS, records: vendorRecords() },
    templates: { acme: "contractor" satisfies Template },
  });
  jane = firm.browse();
  await jane.signIn("jane@acme.example");
  await firm.app.check();
}, 120_000);
afterAll(() => firm.stop());

const times = <Row>(count: number, make: (at: number) => Row): Row[] =>
  Array.from({ length: count }, (_, at) => make(at));

function withTasks(done: number, open: number): FirmRecords {
  const task = { project_id: "library", phase_id: "", due_date: "" };
  return completeRecords({
    ...vendorRecords(),
    milestones: [{ id: "m-1", project_id: "library", name: "Permit set", due_date: "2026-12-01" }],
    tasks: [
      ...times(done, (at) => ({ ...task, id: `d-${at}`, name: `Old task ${at}`, status: "done" })),
      ...times(open, (at) => ({ ...task, id: `o-${at}`, name: `Open task ${at}`, status: "todo" })),
    ],
  });
}

type Load = { status: number; text: string; calls: number };

/** The page of the project as it is read anew from a slow vendor, and again at once; and how many calls each of them cost. */
async function loadTwice(records: FirmRecords): Promise<[Load, Load]> {
  firm.clock.advance(16 * MINUTE_MS);
  firm.standIn.setRecords(records);
  firm.standIn.delayBy(EACH_PAGE_MS);
  const first = await load();
  const second = await load();
  firm.standIn.recover();
  return [first, second];
}

async function load(): Promise<Load> {
  const before = firm.standIn.requests.length;
  const { status, text } = await jane.get(`/acme/projects/${firm.standIn.theirIdOf("project", "library")}`);
  await firm.app.background.idle();
  return { status, text: text.replaceAll("\u00a0", " "), calls: firm.standIn.requests.length - before };
}

describe("a client with 8,000 tasks", () => {
  test("of which few are open sees these on the first load, with the milestones, and reads that the others are left out", async () => {
    const [first, second] = await loadTwice(withTasks(8_000, 30));
    for (const { status, text } of [first, second]) {
      expect(status).toBe(200);
      expect(text).toContain("Done tasks are left out here. Vendor Firm can tell you.");
      expect(text).toContain("Open task 29");
      expect(text).toContain("Permit set");
      expect(text).not.toMatch(/Old task|No projects|30 of|tasks\.csv/);
    }
    // Who they are, seven of the work, and three more for the tasks; then who they are.
    expect([first.calls, second.calls]).toEqual([11, 1]);
  }, 60_000);

  test("all of them open reads on the first load that tasks are left out; everything else is there", async () => {
    const [first, second] = await loadTwice(withTasks(0, 8_000));
    for (const { status, text } of [first, second]) {
      expect(status).toBe(200);
      expect(text).toContain("Tasks are left out for now");
      expect(text).toContain("Vendor Firm can tell you.");
      expect(text).toContain("Permit set");
      expect(text).not.toMatch(/Open task|No projects|0 tasks|tasks\.csv/);
    }
    expect([first.calls, second.calls]).toEqual([11, 1]);
  }, 60_000);

  test("leaves the connection green, where the office reads what is left out of whose page", async () => {
    await loadTwice(withTasks(8_000, 30));
    firm.clock.advance(MINUTE_MS);
    await firm.app.check();
    const companyId = firm.standIn.theirIdOf("company", "acme");
    expect(await inFirmRead(firm.database.db, firm.firm.id, findHealth)).toMatchObject({
      ...{ state: "green", cause: null, largeClients: [{ companyId, parts: ["doneTasks"] }] },
    });
    const office = firm.visitOffice();
    await office.signIn("nora@firm.example");
    expect((await office.get("/settings/connections")).text).toContain("done tasks");
  }, 60_000);

  test("has them all on the page again once there are fewer", async () => {
    const [first] = await loadTwice(withTasks(20, 10));
    expect(first.text).toContain("10 of 30 tasks open");
    expect(first.text).not.toContain("left out");
    expect(first.calls).toBe(8);
  }, 60_000);
});

test("a client with 2,100 services reads that phases are left out, on the first load", async () => {
  const services = times(2_100, (at) => ({
    id: `p-${at}`,
    project_id: "library",
    name: `Phase ${at}`,
    order: `${at}`,
  }));
  const [first, second] = await loadTwice(completeRecords({ ...withTasks(1, 1), phases: services }));
  expect(first.status).toBe(200);
  expect(first.text).toContain("Phases are left out for now");
  expect(first.text).toContain("1 of 2 tasks open");
  expect([first.calls, second.calls]).toEqual([9, 1]);
}, 60_000);

test("ten pages of tasks are fewer calls than a window has, and are there on the second load at the latest", async () => {
  const [first, second] = await loadTwice(withTasks(0, 1_990));
  expect(first.text).not.toMatch(/No projects|left out/);
  expect(second.status).toBe(200);
  expect(second.text).toContain("1,990 of 1,990 tasks open");
  // Where the first was too late, what goes on behind it reads the client's work once more.
  expect(first.calls).toBeLessThanOrEqual(1 + 2 * 16);
  expect(second.calls).toBe(1);
}, 60_000);
