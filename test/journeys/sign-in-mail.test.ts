// From the mail into the portal: by a click in the browser that asked, by the code from any other, by a code on the phone.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { sampleAdmin } from "../../demo/sample-firm.ts";
import { expectHeading, expectPath, openContext, patience, phone, signIn, textOf, useBrowser } from "./browsing.ts";
import { openStage, type Stage } from "./stage.ts";

const browser = useBrowser();
const JANE = "jane@acme.example";

async function askForCode(page: Page, stage: Stage): Promise<void> {
  await page.goto(`${stage.portals}/acme`);
  await page.getByLabel("Work email").fill(JANE);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expectHeading(page, "Type the 6-digit code");
}

const expectInside = (page: Page) => expectHeading(page, "4 projects under way");

test("the link, opened in the browser that asked, signs in with one click and leads to the page that was asked for", async () => {
  const stage = await openStage();
  const context = await openContext(browser());
  const page = await context.newPage();
  await askForCode(page, stage);
  const mailed = await context.newPage();
  await mailed.goto(stage.newestLink(JANE));
  await expectHeading(mailed, `Sign in as ${JANE}`);
  await mailed.getByRole("button", { name: "Open my projects" }).click();
  await expectInside(mailed);
  await expectPath(mailed, "/acme");
  await page.reload();
  await expectInside(page);
});

test("the link, opened on the phone, shows the code, and that code signs in on the desk; a scanner has been there before", async () => {
  const stage = await openStage();
  const desk = await (await openContext(browser())).newPage();
  await askForCode(desk, stage);
  const link = stage.newestLink(JANE);
  const scanner = await (await openContext(browser())).newPage();
  for (let count = 0; count < 2; count++) await scanner.goto(link);
  const mobile = await (await openContext(browser(), { viewport: phone, javaScriptEnabled: false })).newPage();
  await mobile.goto(link);
  await expectHeading(mobile, "Type this code where you asked for it");
  const shown = await textOf(mobile.locator(".big-code"));
  await desk.getByLabel("Code", { exact: true }).fill(shown);
  await desk.getByRole("button", { name: "Open my projects" }).click();
  await expectInside(desk);
  await mobile.reload();
  await expectHeading(mobile, "This link was used already");
  await mobile.getByRole("button", { name: "Send me a new code" }).click();
  await expectHeading(mobile, "Type the 6-digit code");
});

test("a double click on the button behind the link signs in, and so does one on the button for the code", async () => {
  const stage = await openStage();
  for (const way of ["link", "code"]) {
    const page = await (await openContext(browser())).newPage();
    await askForCode(page, stage);
    if (way === "link") await page.goto(stage.newestLink(JANE));
    else await page.getByLabel("Code", { exact: true }).fill(stage.newestCode(JANE));
    await page.getByRole("button", { name: "Open my projects" }).dblclick();
    await expectInside(page);
  }
});

test("with a link of another email, somebody signed in reads whose it is, and one click changes over", async () => {
  const stage = await openStage();
  const page = await (await openContext(browser())).newPage();
  await page.goto(`${stage.portals}/acme`);
  await signIn(page, stage, "raul.ibanez@acme.example");
  await page.goto(`${stage.portals}/sign-in`);
  await page.getByLabel("Work email").fill(JANE);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expectHeading(page, "Type the 6-digit code");
  await page.goto(stage.newestLink(JANE));
  expect(await textOf(page.locator("main"))).toContain(
    `You are signed in here as raul.ibanez@acme.example; this link signs in ${JANE}.`,
  );
  await page.getByRole("button", { name: "Open my projects" }).click();
  await expect.poll(() => page.locator("header").getByText(`Signed in as ${JANE}`).isVisible(), patience).toBe(true);
});

test("no mail arrives: the admin reads out a code, the client types it with its blank, and is in", async () => {
  const stage = await openStage();
  const client = await (await openContext(browser(), { viewport: phone })).newPage();
  await askForCode(client, stage);
  const admin = await (await openContext(browser())).newPage();
  await admin.goto(stage.office);
  await signIn(admin, stage, sampleAdmin.email);
  await admin.goto(`${stage.office}/settings/client-portals/diagnose/person?email=${JANE}`);
  await admin.getByRole("button", { name: "Give a code by phone" }).click();
  await expectHeading(admin, `Read this code out to ${JANE}`);
  await client.getByLabel("Code", { exact: true }).pressSequentially(await textOf(admin.locator(".big-code")));
  await client.getByRole("button", { name: "Open my projects" }).click();
  await expectInside(client);
  await admin.getByRole("link", { name: "Back to this person" }).click();
  await expectPath(admin, "/settings/client-portals/diagnose/person");
});

test("the mail is quoted-printable text first, with an HTML twin, one link, and nothing that tells on its reader", async () => {
  const stage = await openStage();
  const page = await (await openContext(browser())).newPage();
  await askForCode(page, stage);
  const caught = stage.mails?.newestTo(JANE);
  expect(caught?.raw).toMatch(/Content-Type: multipart\/alternative/i);
  expect(caught?.raw.match(/Content-Transfer-Encoding: quoted-printable/gi)).toHaveLength(2);
  expect(caught?.raw.search(/text\/plain/i)).toBeLessThan(caught?.raw.search(/text\/html/i) ?? 0);
  expect(caught?.raw).toMatch(/^Auto-Submitted: auto-generated/im);
  expect(stage.newestLink(JANE)).toContain(`${stage.portals}/sign-in/link?t=`);
  expect(caught?.mail.html).toContain(stage.newestLink(JANE));
  expect(caught?.mail.html?.match(/https?:/g)).toHaveLength(1);
  expect(caught?.mail.html).not.toMatch(/<img|<script|<style|<link/i);
});
