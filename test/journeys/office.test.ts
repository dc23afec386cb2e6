import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { sampleAdmin } from "../../demo/sample-firm.ts";
import { expectHeading, expectPath, openContext, patience, signIn, textOf, useBrowser } from "./browsing.ts";
import { openStage, type Stage } from "./stage.ts";

const browser = useBrowser();

async function openRegister(stage: Stage) {
  const context = await openContext(browser());
  const page = await context.newPage();
  await page.goto(stage.office);
  await expectHeading(page, "Sign in to your firm’s office");
  await signIn(page, stage, sampleAdmin.email);
  await page.getByRole("link", { name: "Client portals" }).click();
  await expectPath(page, "/settings/client-portals");
  return { context, page };
}

const companyNames = (page: Page) => page.locator("tbody th").allTextContents();
const rowOf = (page: Page, company: string) => page.getByRole("row").filter({ hasText: company });
const press = async (page: Page, company: string, name: RegExp) => {
  await rowOf(page, company).getByText("More").click();
  await rowOf(page, company).getByRole("button", { name }).click();
};
const addressOf = async (page: Page, company: string) =>
  (await rowOf(page, company).locator("a[id^=address-]").getAttribute("href")) ?? "";

test("an admin signs in at the office and finds every client company with its address, template, contacts and last visit", async () => {
  const stage = await openStage();
  const { page } = await openRegister(stage);
  await expectHeading(page, "13 client companies, 13 with a portal");
  const names = await companyNames(page);
  expect(names).toHaveLength(13);
  expect(names).toContain("Keystone, O'Brien & Sons Builders");
  expect(names).not.toContain("Brickyard Lofts LLC");
  expect(await addressOf(page, "Acme Corp")).toBe(`${stage.portals}/acme`);
  expect(await textOf(rowOf(page, "Brandt Civil & Survey"))).toMatch(/Engineer\s+2 can sign in\s+never\s+Open/);
  expect(stage.mails?.newestTo(sampleAdmin.email).mail.from?.name).toBe("ProLens");
});

test("one click copies a portal's address to the clipboard", async () => {
  const stage = await openStage();
  const { context, page } = await openRegister(stage);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: stage.office });
  const button = rowOf(page, "Atelier Nuñez Delacroix").locator("[data-copy]");
  await button.click();
  await expect.poll(() => textOf(button), patience).toBe("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${stage.portals}/atelier-nunez-delacroix`);
});

test("companies that were added in the PSA show on the next load, and one button makes the portals that are missing", async () => {
  const stage = await openStage();
  const { page } = await openRegister(stage);
  await stage.csv.append("companies.csv", "c-90,Løvenskiold & Søn A/S,false,");
  await stage.csv.append("companies.csv", "c-91,Quarry Lane Partners,false,");
  await stage.csv.append("contacts.csv", "k-90,ask@lovenskiold.example,Ask Løvenskiold,c-90,,,false");
  await page.reload();
  await expectHeading(page, "15 client companies, 13 with a portal");
  expect(await textOf(rowOf(page, "Quarry Lane Partners"))).toMatch(/nobody can sign in.*No portal/s);
  await page.getByRole("button", { name: "Create portals for the 2 companies that have none" }).click();
  await expectHeading(page, "15 client companies, 15 with a portal");
  const address = await addressOf(page, "Løvenskiold & Søn A/S");
  expect(address).toMatch(/^http:\/\/harbor-finch\.portal\.localhost:\d+\/[a-z0-9-]+$/);
  const client = await (await openContext(browser())).newPage();
  await client.goto(address);
  await signIn(client, stage, "ask@lovenskiold.example");
  await expectHeading(client, "No projects yet");
});

test("after an admin gives a portal a new address, the old one leads on: for who is signed in, and for who signs in there", async () => {
  const stage = await openStage();
  const client = await (await openContext(browser())).newPage();
  await client.goto(`${stage.portals}/acme`);
  await signIn(client, stage, "jane@acme.example");
  const { page } = await openRegister(stage);
  await press(page, "Acme Corp", /^New address/);
  await expect.poll(() => addressOf(page, "Acme Corp"), patience).toBe(`${stage.portals}/acme-2`);
  await client.reload();
  await expectPath(client, "/acme-2");
  await client.goto(`${stage.portals}/acme/projects/p-1`);
  await expectPath(client, "/acme-2/projects/p-1");
  const other = await (await openContext(browser())).newPage();
  await other.goto(`${stage.portals}/acme`);
  await expectPath(other, "/acme");
  await signIn(other, stage, "raul.ibanez@acme.example");
  await expectPath(other, "/acme-2");
  await expectHeading(other, "4 projects under way");
});

test("a paused portal closes on the next load for its client, and opens again when it is resumed", async () => {
  const stage = await openStage();
  const client = await (await openContext(browser())).newPage();
  await client.goto(`${stage.portals}/acme`);
  await signIn(client, stage, "jane@acme.example");
  const { page } = await openRegister(stage);
  await press(page, "Acme Corp", /^Pause/);
  await rowOf(page, "Acme Corp").getByText("Paused", { exact: true }).waitFor();
  await client.reload();
  await expectHeading(client, "This page is paused");
  await press(page, "Acme Corp", /^Resume/);
  await rowOf(page, "Acme Corp").getByText("Open", { exact: true }).waitFor();
  await client.reload();
  await expectHeading(client, "4 projects under way");
});

test("a client's email opens no office", async () => {
  const stage = await openStage();
  const page = await (await openContext(browser())).newPage();
  await page.goto(stage.office);
  await page.getByLabel("Work email").fill("jane@acme.example");
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expectHeading(page, "Type the 6-digit code");
  await page.getByLabel("Code", { exact: true }).fill(stage.newestCode("jane@acme.example"));
  await page.getByRole("button", { name: "Open the office" }).click();
  await expectHeading(page, "Your projects have their own address");
  await page.goto(`${stage.office}/settings/client-portals`);
  await expectHeading(page, "Sign in to your firm’s office");
});
