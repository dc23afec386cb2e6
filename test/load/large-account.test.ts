// A firm whose account takes minutes to be read, to a scale: a fifth of 5,000 contacts, 2,000 companies and 20,000 projects, with a
// fifth of the calls in each window, and windows that are a fraction as long. Everybody is read to the end behind the pages, once,
// and nobody's portal waits for it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { inFirmRead } from "../../src/data/database.ts";
import { findWatchRun } from "../../src/data/queries/watch.ts";
import type { Email } from "../../src/domain/email.ts";
import { largeFirm } from "../support/large-firm.ts";
import { openSession } from "../support/open-session.ts";
import { headingOf, wordsOf } from "../support/page.ts";
import { startVendorFirm, type VendorFirm } from "../support/vendor-firm.ts";
import type { Visitor } from "../support/visitor.ts";

const SIZE = { contacts: 1_000, companies: 400, projects: 4_000 };
/** People and companies, with the firm's own, and projects, budgets and memberships: 200 on a page. */
const PAGES = 6 + 3 + 20 + 20 + 20;
const SCALE = 5;
const WINDOW_MS = 800;
const PREFLIGHT = "/settings/client-portals/preflight";

let firm: VendorFirm;
let office: Visitor;
let client: Visitor;
beforeAll(async () => {
  const budgetOf = (budget: { calls: number; windowMs: number }) =>
    budget.windowMs > 60_000 ? {} : { calls: budget.calls / SCALE, windowMs: WINDOW_MS };
  firm = await startVendorFirm({
    psaDeadlineMs: 1_500,
    records: largeFirm(SIZE),
    budgetOf: (budget) => ({ ...budget, ...budgetOf(budget) }),
  });
  office = firm.visitOffice();
  await office.signIn("nora@firm.example");
  client = firm.browse();
  await openSession(firm, firm.firm, { visitor: client, email: "person-7@company-7.example" as Email });
  expect((await client.get("/company-7")).text).toContain("Project 7");
}, 120_000);
afterAll(() => firm.stop());

/** The pages of listings of everybody: questions about one person or company are filtered. */
function listingCalls(): number {
  const isOfEverybody = (query: Record<string, string>) =>
    !Object.keys(query).some((name) => /company_id|project_id|email/.test(name));
  return firm.standIn.requests.filter(({ query }) => isOfEverybody(query) && query["page[size]"] === "200").length;
}

test("the pre-flight and the watch come to their end on one reading, and portals are answered meanwhile", async () => {
  const before = listingCalls();
  const first = await office.get(PREFLIGHT);
  expect(headingOf(first)).toBe("Everybody is being read");
  expect(first.headers.get("refresh")).toBe("10");
  let isOver = false;
  const watched = firm.app.watch().finally(() => {
    isOver = true;
  });
  const so = wordsOf(await office.get(PREFLIGHT));
  expect(so.slice(0, 1_000)).toMatch(/So far [\d,]+(?: of about [\d,]+)?\srecords/);
  let loads = 0;
  for (; !isOver; loads++) {
    // Nobody reloads faster than their turns come.
    firm.clock.advance(1_500);
    const { status, text } = await client.get("/company-7");
    expect([loads, status]).toEqual([loads, 200]);
    expect(text).toContain("Project 7");
  }
  expect(loads).toBeGreaterThan(5);
  await watched;
  await firm.app.background.idle();
  const done = await office.get(PREFLIGHT);
  expect(headingOf(done)).toBe("1,000 get in");
  expect(done.headers.get("refresh")).toBeNull();
  expect(listingCalls() - before).toBe(PAGES);
  const run = await inFirmRead(firm.database.db, firm.firm.id, findWatchRun);
  expect(run).toMatchObject({ contacts: SIZE.contacts, companies: SIZE.companies });
}, 120_000);
