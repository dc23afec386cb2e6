// From the client's complaint to "now I'm in": the wrong address, and two portals with two emails in one browser.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectHeading, expectPath, openContext, patience, signIn, textOf, useBrowser } from "./browsing.ts";
import { openStage, type Stage } from "./stage.ts";

const browser = useBrowser();

/** As `signIn`, where the sign-in ends with a page for nobody in particular. */
async function prove(page: Page, stage: Stage, email: string): Promise<void> {
  await page.getByLabel("Work email").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await expectHeading(page, "Type the 6-digit code");
  await page.getByLabel("Code", { exact: true }).fill(stage.newestCode(email));
  await page.getByRole("button", { name: "Open the office" }).click();
}

test("“I opened the link from your mail and cannot get in”: the firm's own dashboard leads a client to their projects", async () => {
  const stage = await openStage();
  const page = await (await openContext(browser())).newPage();
  await page.goto(`${stage.office}/settings/client-portals`);
  await prove(page, stage, "jane@acme.example");
  await expectHeading(page, "Your projects have their own address");
  await page.getByRole("link", { name: "Open your projects at Harbor & Finch" }).click();
  await expectHeading(page, "See your projects");
  await signIn(page, stage, "jane@acme.example");
  await expectPath(page, "/acme");
  await expectHeading(page, "4 projects under way");
});

test("“I typed the address from memory”: a guess, a slip and another client's address all end at the right portal", async () => {
  const stage = await openStage();
  const page = await (await openContext(browser())).newPage();
  await page.goto(`${stage.portals}/Login`);
  await signIn(page, stage, "jane@acme.example");
  await expectPath(page, "/acme");
  for (const slip of ["/acmee", "/saltmarsh-schools"]) {
    await page.goto(`${stage.portals}${slip}`);
    await expectHeading(page, "Your projects have their own address");
    await page.getByRole("link", { name: "Open Acme Corp" }).click();
    await expectHeading(page, "4 projects under way");
  }
});

test("“It shows me somebody else's projects”: two firms, two emails, several tabs, and nothing to clear", async () => {
  const stage = await openStage();
  const context = await openContext(browser());
  const harbor = await context.newPage();
  await harbor.goto(`${stage.portals}/acme`);
  await signIn(harbor, stage, "jane@acme.example");
  const north = await context.newPage();
  await north.goto(`${stage.northPortals}/birch-northmark`);
  await signIn(north, stage, "bo@birch.north.example");
  const second = await context.newPage();
  await second.goto(`${stage.portals}/acme/projects/p-1`);
  await harbor.getByRole("button", { name: "Use another email" }).first().click();
  await signIn(harbor, stage, "ingrid@solheim-bim.example");
  await expectNobodyButOne(second, "ingrid@solheim-bim.example");
  await expectNobodyButOne(north, "bo@birch.north.example");
  await north.getByRole("button", { name: "Sign out" }).click();
  await expectHeading(north, "See your projects");
  await expectNobodyButOne(harbor, "ingrid@solheim-bim.example");
});

test("somebody of several companies chooses once, and changes over in one click, without script", async () => {
  const stage = await openStage();
  const page = await (await openContext(browser(), { javaScriptEnabled: false })).newPage();
  await page.goto(stage.portals);
  await signIn(page, stage, "ingrid@solheim-bim.example");
  await expectHeading(page, "Which company’s projects?");
  const [first = "", second = ""] = await page.locator(".portal-links li > a").allInnerTexts();
  await page.getByRole("button", { name: `Open this one first ${second}` }).click();
  await page.getByText("Opens first").waitFor();
  await page.goto(stage.portals);
  await expect.poll(() => textOf(page.locator("header .company")), patience).toBe(second);
  await page.getByRole("navigation", { name: "Your other companies" }).getByRole("link", { name: first }).click();
  await expect.poll(() => textOf(page.locator("header .company")), patience).toBe(first);
  expect(await textOf(page.locator("header"))).toContain("Signed in as ingrid@solheim-bim.example");
});

/** A tab that loads again shows the one who is signed in at its host. */
async function expectNobodyButOne(page: Page, email: string): Promise<void> {
  await page.reload();
  await expect.poll(() => textOf(page.locator(".page-head")), patience).toContain(`Signed in as ${email}`);
}
