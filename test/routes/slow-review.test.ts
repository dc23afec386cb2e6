// The review of a switch to a PSA that takes longer to be read than a page waits: the page says so, loads itself again, and then has it.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { headingOf, wordsOf } from "../support/page.ts";
import { asOwner } from "../support/test-database.ts";
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

const seenIn = ({ text }: { text: string }) => /name="seen" value="([0-9a-f]+)"/.exec(text)?.[1] ?? "";

test("agreeing to what is no longer known does nothing and says so until it is read again; what was chosen is kept", async () => {
  office.productive.delayBy(600);
  await admin.post("/settings/connections/connect/productive", { account: ACCOUNT, token: TOKEN });
  await office.app.background.idle();
  const ready = await admin.get(REVIEW);
  expect(wordsOf(ready)).not.toContain("Nothing was done");
  office.clock.advance(20 * 60_000);
  const gate = Promise.withResolvers<void>();
  office.productive.fail(async ({ answer }) => gate.promise.then(() => answer()));
  const chosen = { "company.acme": "none" };
  const waiting = await admin.post(REVIEW, { ...chosen, seen: seenIn(ready) });
  expect(waiting.path).toBe(`${REVIEW}?company.acme=none`);
  for (const page of [waiting, await admin.get(waiting.path)]) {
    expect(wordsOf(page)).toContain("Nothing was done: what you agreed to was read too long ago");
    expect(wordsOf(page)).toContain("Everybody is being read anew");
    expect(page.headers.get("refresh")).toBe("10");
    // It outlives the minute in which things are told.
    expect(page.headers.get("set-cookie")).toMatch(/prolens_office_told=read_anew[^;]*; Max-Age=60;/);
  }
  expect(wordsOf(await admin.get("/settings/connections"))).not.toContain("Nothing was done");
  gate.resolve();
  await office.app.background.idle();
  const again = await admin.get(waiting.path);
  expect(wordsOf(again)).toContain("This is how it stands now: look at it, and agree again.");
  expect(again.text).toContain('name="company.acme" value="none"');
  expect(wordsOf(await admin.get(waiting.path))).not.toContain("Nothing was done");
  office.productive.recover();
  await admin.post(`${REVIEW}/keep`, {});
});

test("the review is there when both were read to the end, and agreeing to it later than that is agreeing to what was shown", async () => {
  office.productive.delayBy(600);
  const waiting = await admin.post("/settings/connections/connect/productive", { account: ACCOUNT, token: TOKEN });
  expect(headingOf(waiting)).toBe("Switch from CSV files to Productive?");
  expect(wordsOf(waiting)).toMatch(/Everybody is being read now|Your PSA has not answered yet/);
  expect(wordsOf(waiting)).not.toContain("does not answer");
  expect(waiting.headers.get("refresh")).toBe("10");
  await office.app.background.idle();
  const ready = await admin.get(REVIEW);
  expect(ready.headers.get("refresh")).toBeNull();
  expect(wordsOf(ready)).toContain("keep their clients");
  office.clock.advance(3 * 60_000);
  const { location } = await admin.postOnly(REVIEW, { seen: seenIn(ready) });
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

test("so it is where a portal is linked to a company afterwards", async () => {
  const { id } = office.studio.portals.get("c-acme") ?? {};
  const unlink = `UPDATE portal SET company_id = 'unlinked:' || company_id WHERE id = '${id}'`;
  await asOwner(office.database.ownerUrl, unlink);
  const link = `/settings/client-portals/${id}/link`;
  await admin.get(link);
  await office.app.background.idle();
  const options = [...(await admin.get(link)).text.matchAll(/<option value="(id:[^"]+)"/g)].map(([, value]) => value);
  const chosen = { "company.acme": options[0] ?? "" };
  const ready = await admin.get(`${link}?${new URLSearchParams(chosen)}`);
  expect(seenIn(ready)).not.toBe("");
  office.clock.advance(20 * 60_000);
  const gate = Promise.withResolvers<void>();
  office.productive.fail(async ({ answer }) => gate.promise.then(() => answer()));
  const waiting = await admin.post(link, { ...chosen, seen: seenIn(ready) });
  expect(waiting.path).toBe(`${link}?${new URLSearchParams(chosen)}`);
  expect(wordsOf(waiting)).toContain("Nothing was done: what you agreed to was read too long ago");
  gate.resolve();
  office.productive.recover();
});
