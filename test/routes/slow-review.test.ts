// The review of a switch to a PSA that takes longer to be read than a page waits: the page says so, loads itself again, and then has it.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { headingOf, wordsOf } from "../support/page.ts";
import { writeSample } from "../support/two-firms.ts";
import { ACCOUNT, startVendorOffice, TOKEN, type VendorOffice } from "../support/vendor-office.ts";
import type { Visitor } from "../support/visitor.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const REVIEW = "/settings/connections/review";

let office: VendorOffice;
let admin: Visitor;
beforeAll(async () => {
  office = await startVendorOffice((csv) => writeSample(csv, "north"), { psaDeadlineMs: 400 });
  admin = office.visitOffice();
  await admin.signIn(office.studio.admin);
});
afterAll(() => office.stop());

test("the review is there when both were read to the end, and agreeing to it later than that is agreeing to what was shown", async () => {
  office.productive.delayBy(600);
  const waiting = await admin.post("/settings/connections/connect/productive", { account: ACCOUNT, token: TOKEN });
  expect(headingOf(waiting)).toBe("Switch from CSV files to Productive?");
  expect(wordsOf(waiting)).toContain("Everybody is being read now");
  expect(wordsOf(waiting)).not.toContain("does not answer");
  expect(waiting.headers.get("refresh")).toBe("10");
  await office.app.background.idle();
  const ready = await admin.get(REVIEW);
  expect(ready.headers.get("refresh")).toBeNull();
  expect(wordsOf(ready)).toContain("keep their clients");
  office.clock.advance(3 * 60_000);
  const seen = /name="seen" value="([0-9a-f]+)"/.exec(ready.text)?.[1] ?? "";
  const { location } = await admin.postOnly(REVIEW, { seen });
  expect(location).toBe("/settings/client-portals/preflight");
  // The pre-flight shows what the review rested on, and whatever is settled waits for a reading of its own.
  const asked = office.productive.requests.length;
  const after = await admin.get("/settings/client-portals/preflight");
  expect(wordsOf(after)).toMatch(/As read 3 minutes ago\. Everybody is being read anew/);
  const made = await admin.post("/settings/client-portals/create-missing", {});
  expect(wordsOf(made)).toContain("No portal was created");
  await office.app.background.idle();
  expect(office.productive.requests.length).toBeGreaterThan(asked);
});
