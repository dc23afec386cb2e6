// "My client can't get in", from the closed door to the projects, with the firm's clicks counted.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { sampleAdmin } from "../../demo/sample-firm.ts";
import { expectHeading, openContext, patience, signIn, textOf, useBrowser } from "./browsing.ts";
import { openStage, type Stage } from "./stage.ts";

const browser = useBrowser();
const CLICKS_MAX = 3;

test("a client with another email asks, an admin opens the mail's link and clicks once, and the client is in", async () => {
  const stage = await openStage();
  const client = await (await openContext(browser())).newPage();
  await client.goto(`${stage.portals}/acme`);
  await signIn(client, stage, "jane.doe@acme.example");
  await expectHeading(client, "No projects");
  await client.getByRole("button", { name: "Ask Harbor & Finch" }).click();
  await expectHeading(client, "We have told Harbor & Finch");

  const office = await (await openContext(browser())).newPage();
  await office.goto(stage.office);
  await signIn(office, stage, sampleAdmin.email);
  let clicks = 0;
  await office.goto(await linkInMail(stage, sampleAdmin.email, /asks to get in at Acme Corp/));
  clicks++;
  await expectHeading(office, "1 open request");
  await office.getByRole("button", { name: "jane.doe@acme.example is Jane Doe" }).click();
  clicks++;
  await expect.poll(() => textOf(office.locator("main")), patience).toContain("gets in at /acme");
  expect(clicks).toBeLessThanOrEqual(CLICKS_MAX);

  await client.getByRole("link", { name: "Load my page again" }).click();
  await expectHeading(client, "4 projects under way");
  await office.reload();
  await expectHeading(office, "No open requests");
  await expectClosed(office, "They got in");
});

test("the mail that tells the client leads straight to the projects, also without script", async () => {
  const stage = await openStage();
  const client = await (await openContext(browser(), { javaScriptEnabled: false })).newPage();
  await client.goto(`${stage.portals}/acme`);
  await signIn(client, stage, "jane.doe@acme.example");
  await client.getByRole("button", { name: "Ask Harbor & Finch" }).click();
  await expectHeading(client, "We have told Harbor & Finch");
  const office = await (await openContext(browser(), { javaScriptEnabled: false })).newPage();
  await office.goto(`${stage.office}/settings/client-portals/requests`);
  await signIn(office, stage, sampleAdmin.email);
  await office.getByRole("button", { name: "jane.doe@acme.example is Jane Doe" }).click();
  await client.goto(await linkInMail(stage, "jane.doe@acme.example", /You can now see your projects/));
  await expectHeading(client, "4 projects under way");
  expect(new URL(client.url()).pathname).toBe("/acme");
  expect(new URL(client.url()).search).toBe("");
});

async function linkInMail(stage: Stage, to: string, subject: RegExp): Promise<string> {
  const find = () => stage.mails?.mails.findLast((mail) => mail.to === to && subject.test(mail.mail.subject ?? ""));
  await expect.poll(find, patience).toBeDefined();
  const link = /https?:\/\/\S+/.exec(find()?.mail.text ?? "")?.[0];
  if (!link) throw new Error("the mail holds no link");
  return link;
}

async function expectClosed(page: Page, how: string): Promise<void> {
  await page.locator("summary").click();
  expect(await textOf(page.locator("main"))).toContain(how);
}
