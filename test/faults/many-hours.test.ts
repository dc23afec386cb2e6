// A client about whom the firm has worked for many years: more hours stand in Harvest than a page can wait for.
import { afterAll, beforeAll, expect, test } from "vitest";
import { completeRecords, type FirmRecords } from "../../demo/stand-ins/records.ts";
import { inFirmRead } from "../../src/data/database.ts";
import { findHealth } from "../../src/data/queries/health.ts";
import { wordsOf } from "../support/page.ts";
import { startVendorFirm, type VendorFirm, vendorRecords } from "../support/vendor-firm.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

/** Of a vendor who is slow, and of whom the page asks several pages one after the other. */
const EACH_PAGE_MS = 450;
const MINUTE_MS = 60_000;

let firm: VendorFirm;
let jane: Visitor;
beforeAll(async () => {
  firm = await startVendorFirm({
    vendor: "harvest",
    psaDeadlineMs: 2_500,
    records: withHours(11_000),
    templates: { acme: "engineer" },
  });
  jane = firm.browse();
  await jane.signIn("jane@acme.example");
  await firm.app.check();
}, 120_000);
afterAll(() => firm.stop());

function withHours(count: number): FirmRecords {
  const entry = { project_id: "library", person_id: "nora", date: "2026-01-02", hours: "1" };
  const time_entries = Array.from({ length: count }, (_, at) => ({ ...entry, id: `t-${at}` }));
  return completeRecords({ ...vendorRecords(), time_entries });
}

/** The first load once the vendor is slow, and if that cannot be told the one after it. */
async function loadTwiceAtMost(): Promise<Answer> {
  firm.standIn.delayBy(EACH_PAGE_MS);
  const path = `/acme/projects/${firm.standIn.theirIdOf("project", "library")}`;
  const first = await jane.get(path);
  await firm.app.background.idle();
  const page = first.status === 200 ? first : await jane.get(path);
  firm.standIn.recover();
  return page;
}

const health = () => inFirmRead(firm.database.db, firm.firm.id, findHealth);

async function loadForAnHour(): Promise<void> {
  for (let load = 0; load < 4; load++) {
    await jane.get("/acme");
    await firm.app.background.idle();
    firm.clock.advance(16 * MINUTE_MS);
    await firm.app.check();
  }
}

async function readConnections(): Promise<string> {
  const office = firm.visitOffice();
  await office.signIn("nora@firm.example");
  return wordsOf(await office.get("/settings/connections"));
}

test("the page is there and says that they are left out", async () => {
  const page = await loadTwiceAtMost();
  expect(page.status).toBe(200);
  expect(page.text).toContain("Library renewal");
  expect(page.text).toContain("Hours are left out for now");
  expect(page.text).toContain("Vendor Firm can tell you.");
  expect(page.text).not.toMatch(/No projects|\d\s*h\b/);
}, 60_000);

test("nothing is wrong with the PSA for it: green, nobody is mailed, and the connections name the client and what is left out", async () => {
  await loadForAnHour();
  const companyId = firm.standIn.theirIdOf("company", "acme");
  expect(await health()).toMatchObject({
    ...{ state: "green", cause: null, mailedState: "green" },
    largeClients: [{ companyId, parts: ["hours", "margins"] }],
  });
  expect(firm.mailbox.list().filter(({ subject }) => subject.startsWith("Client portals:"))).toEqual([]);
  expect(await readConnections()).toMatch(
    /Green .* Left out, as there is too much of it .* Nothing is wrong, .* Acme hours and margin/,
  );
}, 60_000);

test("as many as can be read are added up, nothing is left out, and the note is gone", async () => {
  firm.standIn.setRecords(withHours(6_000));
  firm.clock.advance(16 * MINUTE_MS);
  const page = await loadTwiceAtMost();
  expect(page.status).toBe(200);
  expect(page.text).toContain("6,000\u00a0h worked");
  expect(page.text).not.toContain("left out");
  expect(await health()).toMatchObject({ state: "green", largeClients: [] });
  expect(await readConnections()).not.toContain("too much of it");
}, 60_000);
