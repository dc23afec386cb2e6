// Whoever loads closed doors without end must not use up the calls that a vendor takes from the firm.
import { afterAll, beforeAll, expect, test } from "vitest";
import { headingOf } from "../support/page.ts";
import { startVendorFirm, type VendorFirm, vendorRecords } from "../support/vendor-firm.ts";

let firm: VendorFirm;
beforeAll(async () => {
  firm = await startVendorFirm({ psaDeadlineMs: 10_000, records: vendorRecords() });
}, 120_000);
afterAll(() => firm.stop());

test("after sixty refusals the PSA is not asked for them, and the page says when to come back; others are let in", async () => {
  const [stranger, jane] = [firm.browse(), firm.browse()];
  await stranger.signIn("who@elsewhere.example");
  await jane.signIn("jane@acme.example");
  const pages = [];
  for (let loads = 0; loads < 70; loads++) {
    firm.clock.advance(2_000);
    pages.push(await stranger.get("/acme"));
  }
  const refused = pages.filter(({ status }) => status === 403).length;
  expect(refused).toBeGreaterThan(50);
  expect(refused).toBeLessThanOrEqual(60);
  const asked = firm.standIn.requests.length;
  for (const path of ["/acme", "/", "/birch/projects/1"]) {
    const page = await stranger.get(path);
    expect(page.status).toBe(429);
    expect(headingOf(page)).toBe("Please wait a little");
    expect(page.text).not.toMatch(/Library renewal|No projects/);
    expect(Number(page.headers.get("retry-after"))).toBeGreaterThan(60);
  }
  expect(firm.standIn.requests).toHaveLength(asked);
  expect((await jane.get("/acme")).text).toContain("Library renewal");
}, 60_000);
