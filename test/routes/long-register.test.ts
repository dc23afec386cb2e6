// The register of a firm with many clients: what a page costs depends on the rows that it shows, not on how many there are.
import { afterAll, beforeAll, expect, test } from "vitest";
import { largeFirm } from "../support/large-firm.ts";
import { wordsOf } from "../support/page.ts";
import { listenToStatements, type Statements } from "../support/statements.ts";
import { startVendorFirm, type VendorFirm } from "../support/vendor-firm.ts";
import type { Visitor } from "../support/visitor.ts";

const REGISTER = "/settings/client-portals";
const COMPANIES = 400;

let firm: VendorFirm;
let office: Visitor;
let statements: Statements;
beforeAll(async () => {
  const records = largeFirm({ companies: COMPANIES, contacts: COMPANIES, projects: COMPANIES });
  firm = await startVendorFirm({ psaDeadlineMs: 20_000, records });
  office = firm.visitOffice();
  await office.signIn("nora@firm.example");
  statements = listenToStatements();
});
afterAll(async () => {
  statements.stop();
  await firm.stop();
});

/** How many portals the database was asked about for their last visit, by the register's page of this query; null: not at all. */
async function visitsAsked(query: string): Promise<number | null> {
  statements.take();
  await office.get(`${REGISTER}${query}`);
  const asked = statements.take().filter((text) => text.includes('as "latest"') || text.includes("lateral"));
  expect(asked.length).toBeLessThan(2);
  const [one] = asked;
  return one === undefined ? null : (/ in \(([^)]*)\)/.exec(one)?.[1]?.split(",").length ?? COMPANIES);
}

test("last visits are read for the rows of the page alone", async () => {
  expect(await visitsAsked("")).toBe(50);
  expect(await visitsAsked("?page=8")).toBe(50);
  expect(await visitsAsked("?q=company-399")).toBe(1);
  expect(await visitsAsked("?q=nothing-of-that-name")).toBeNull();
  expect(await visitsAsked("?page=all")).toBeNull();
});

test("all on one page are addresses and states, in fewer bytes than two of its pages of fifty", async () => {
  const [part, all] = [await office.get(REGISTER), await office.get(`${REGISTER}?page=all`)];
  expect(part.text.split("<tr>")).toHaveLength(1 + 1 + 50);
  expect(all.text.split("<tr>")).toHaveLength(1 + 1 + COMPANIES);
  expect(all.text.length).toBeLessThan(2 * part.text.length);
  expect(wordsOf(all)).toMatch(/Company 399 https?:\/\/\S+\/company-399 Open/);
  expect(wordsOf(all)).not.toContain("can sign in");
});
