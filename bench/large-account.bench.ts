// How long everybody is read in a large firm at Productive, with the calls that the program really allows itself, and how long portals take
// meanwhile: 5,000 contacts of 2,000 companies with 20,000 projects. The promise: a pre-flight comes to its end within five minutes, and
// no portal waits for it. Takes two minutes, because the vendor's windows are those of the clock. The vendor's stand-in is in the same process
// and goes through all its records for each page: on a busy machine the loads are slow by that.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Email } from "../src/domain/email.ts";
import { largeFirm } from "../test/support/large-firm.ts";
import { openSession } from "../test/support/open-session.ts";
import { headingOf } from "../test/support/page.ts";
import { startVendorFirm, type VendorFirm } from "../test/support/vendor-firm.ts";
import type { Visitor } from "../test/support/visitor.ts";

const PREFLIGHT = "/settings/client-portals/preflight";
/** Somebody opens a page of their portal so often: one call each, of the fifteen in ten seconds that background work leaves. */
const LOAD_EVERY_MS = 1_500;

let firm: VendorFirm;
let office: Visitor;
let client: Visitor;
beforeAll(async () => {
  const records = largeFirm({ contacts: 5_000, companies: 2_000, projects: 20_000 });
  firm = await startVendorFirm({ psaDeadlineMs: 2_500, records, hasRealBudget: true });
  office = firm.visitOffice();
  await office.signIn("nora@firm.example");
  client = firm.browse();
  await openSession(firm, firm.firm, { visitor: client, email: "person-7@company-7.example" as Email });
  await client.get("/company-7");
}, 300_000);
afterAll(() => firm.stop());

test("everybody is read, and portals are answered meanwhile", async () => {
  const startedAt = performance.now();
  const before = firm.standIn.requests.length;
  expect(headingOf(await office.get(PREFLIGHT))).toBe("Everybody is being read");
  let isOver = false;
  const over = firm.app.background.idle().finally(() => {
    isOver = true;
  });
  const took: number[] = [];
  while (!isOver) {
    firm.clock.advance(LOAD_EVERY_MS);
    const at = performance.now();
    const { status, text } = await client.get("/company-7");
    expect([status, text.includes("Project 7")]).toEqual([200, true]);
    took.push(performance.now() - at);
    await new Promise((resolve) => setTimeout(resolve, LOAD_EVERY_MS));
  }
  await over;
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  const calls = firm.standIn.requests.length - before;
  expect(headingOf(await office.get(PREFLIGHT))).toBe("5,000 get in");
  const sorted = took.toSorted((one, other) => one - other).map(Math.round);
  process.stdout.write(`read in ${seconds} s with ${calls} calls; ${sorted.length} loads of a portal meanwhile took `);
  process.stdout.write(`${sorted[Math.floor(sorted.length / 2)]} ms at the median, ${sorted.at(-1)} ms at the most\n`);
}, 600_000);
