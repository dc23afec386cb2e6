// From the client's complaint on the phone to "now I'm in", with the firm's clicks counted: at most three.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { sampleAdmin } from "../../demo/sample-firm.ts";
import { expectHeading, openContext, patience, signIn, textOf, useBrowser } from "./browsing.ts";
import { openStage, type Stage } from "./stage.ts";

const browser = useBrowser();
const CLICKS_MAX = 3;

/** The office at Diagnose, with a hand that counts what it presses. */
async function openDiagnose(stage: Stage) {
  const page = await (await openContext(browser())).newPage();
  await page.goto(stage.office);
  await signIn(page, stage, sampleAdmin.email);
  await page.getByRole("link", { name: "Diagnose", exact: true }).click();
  await page.getByLabel("Who can’t get in?").waitFor();
  let clicks = 0;
  const press = async (role: "button" | "link", name: string | RegExp) => {
    clicks++;
    await page.getByRole(role, { name }).first().click();
    await page.waitForLoadState();
  };
  const look = async (text: string) => {
    await page.getByLabel("Who can’t get in?").fill(text);
    await press("button", "Find");
  };
  return { page, press, look, clicks: () => clicks };
}

async function openClient(stage: Stage, email: string, path: string): Promise<Page> {
  const page = await (await openContext(browser())).newPage();
  await page.goto(`${stage.portals}${path}`);
  await signIn(page, stage, email);
  return page;
}

const summary = (page: Page) => textOf(page.getByRole("heading", { level: 1 }));
const referenceOn = (page: Page) => textOf(page.locator(".reference code"));

test("wrong address: the reference that the client reads out says which door is theirs, and one click mails it", async () => {
  const stage = await openStage();
  const client = await openClient(stage, "fiona@keystone-obrien.example", "/acme");
  const firm = await openDiagnose(stage);
  await firm.look(await referenceOn(client));
  await expect
    .poll(() => summary(firm.page), patience)
    .toMatch(/^fiona@keystone-obrien\.example did not get in at \/acme/);
  await firm.press("button", "Send them their address");
  await expect
    .poll(() => stage.mails?.newestTo("fiona@keystone-obrien.example").mail.text, patience)
    .toContain(`${stage.portals}/keystone-obrien-sons-builders`);
  expect(firm.clicks()).toBeLessThanOrEqual(CLICKS_MAX);
  await client.goto(`${stage.portals}/keystone-obrien-sons-builders`);
  await expectHeading(client, /under way/);
});

test("company not set up: the steps say what to write into the file; after the edit, checking again shows before and after", async () => {
  const stage = await openStage();
  const email = "zoe.hart@tidewaterhousing.example";
  const client = await openClient(stage, email, "/tidewater-housing-partners");
  await expectHeading(client, "No projects");
  const firm = await openDiagnose(stage);
  await firm.look(email);
  await firm.press("link", "Zoë Hart");
  await expect.poll(() => summary(firm.page), patience).toContain("is linked to no company in the PSA");
  expect(await textOf(firm.page.locator(".advice-text"))).toMatch(/^In contacts\.csv, .* company_id .* Zoë Hart\.$/);
  await stage.csv.removeLines("contacts.csv", email);
  await stage.csv.append("contacts.csv", `k-13,${email},Zoë Hart,c-16,Construction manager,,false`);
  await firm.press("button", "Check again now");
  await expectHeading(firm.page, /^zoe\.hart@tidewaterhousing\.example gets in at /);
  const changed = firm.page.getByRole("row").filter({ hasText: "changed" }).filter({ hasText: "Company" });
  expect(await textOf(changed)).toMatch(
    /Stops them[\s\S]*no company in the PSA[\s\S]*Passed[\s\S]*Linked to Tidewater/,
  );
  expect(firm.clicks()).toBeLessThanOrEqual(CLICKS_MAX);
  await client.reload();
  await expectHeading(client, /under way/);
});

test("wrong email: the firm says with one click that the two are one person, and the next load shows the projects", async () => {
  const stage = await openStage();
  const client = await openClient(stage, "jane.doe@acme.example", "/acme");
  await expectHeading(client, "No projects");
  const firm = await openDiagnose(stage);
  await firm.look("jane.doe@acme.example");
  await firm.press("link", "No contact in the PSA");
  expect(await textOf(firm.page.locator("mark").first())).toBe(".doe");
  await firm.press("button", "jane.doe@acme.example is Jane Doe");
  await expectHeading(firm.page, /^jane\.doe@acme\.example gets in at \/acme and sees \d+ projects\.$/);
  expect(firm.clicks()).toBeLessThanOrEqual(CLICKS_MAX);
  await client.reload();
  await expectHeading(client, /under way/);
});

test("a contact who is blocked sees no project on the next load, and all again when the block is lifted", async () => {
  const stage = await openStage();
  const client = await openClient(stage, "raul.ibanez@acme.example", "/acme");
  await expectHeading(client, "4 projects under way");
  const firm = await openDiagnose(stage);
  await firm.page.goto(`${stage.office}/settings/client-portals/diagnose/person?email=raul.ibanez%40acme.example`);
  await firm.page.getByText("Limit or block this contact").click();
  await firm.press("button", "Block: show them no project here");
  await client.reload();
  await expectHeading(client, "No projects here");
  await firm.press("button", "Lift the limit");
  await client.reload();
  await expectHeading(client, "4 projects under way");
});
