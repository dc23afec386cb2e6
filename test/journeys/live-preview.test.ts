// Settings → Client Portals → Branding in a browser: what is typed shows in the preview without a press.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { sampleAdmin } from "../../demo/sample-firm.ts";
import { openContext, patience, signIn, textOf, useBrowser } from "./browsing.ts";
import { openStage, type Stage } from "./stage.ts";

const browser = useBrowser();

const BRANDING = "/settings/client-portals/branding";

async function openBranding(stage: Stage): Promise<Page> {
  const page = await (await openContext(browser())).newPage();
  await page.goto(`${stage.office}/sign-in`);
  await signIn(page, stage, sampleAdmin.email);
  await page.goto(`${stage.office}${BRANDING}`);
  return page;
}

/** The accent in which the preview's buttons stand. */
async function accentOf(page: Page): Promise<string> {
  return page
    .locator(".preview button")
    .first()
    .evaluate((button) => getComputedStyle(button).backgroundColor);
}

async function focusedField(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.id);
}

test("what an admin types or chooses shows in the preview without a press; focus, text and place in it stay, and nothing is saved", async () => {
  const stage = await openStage();
  const page = await openBranding(stage);
  const shipped = await accentOf(page);
  await page.getByLabel("Welcome message").pressSequentially("Good to **see** you. ");
  await expect.poll(() => textOf(page.locator("#preview")), patience).toContain("Good to see you.");
  expect(await page.locator("#preview strong").allInnerTexts()).toContain("see");
  expect(await textOf(page.locator("#preview"))).toContain("What clients would see. Nothing is saved yet.");
  expect([await focusedField(page), await page.getByLabel("Welcome message").inputValue()]).toEqual([
    "welcome",
    "Good to **see** you. ",
  ]);
  await page.getByLabel("Another colour, as a hex value").pressSequentially("#b91c1c");
  await expect.poll(() => accentOf(page), patience).toBe("rgb(185, 28, 28)");
  expect(await textOf(page.locator("#contrast"))).toContain("#b91c1c");
  await page.keyboard.type("0");
  expect(await focusedField(page)).toBe("hex");
  expect(await page.getByLabel("Another colour, as a hex value").inputValue()).toBe("#b91c1c0");
  await page.getByLabel("Another colour, as a hex value").fill("");
  await page.getByRole("radio", { name: "Violet" }).check();
  await expect.poll(() => accentOf(page), patience).toBe("rgb(109, 40, 217)");
  await page.getByRole("radio", { name: "Teal" }).check();
  await expect.poll(() => accentOf(page), patience).toBe(shipped);
  await page.goto(`${stage.office}${BRANDING}`);
  expect(await page.getByLabel("Welcome message").inputValue()).toBe("");
});

test("while the network is away or the sign-in has ended, page and text stay as they are, and the preview goes on when it is back", async () => {
  const stage = await openStage();
  const page = await openBranding(stage);
  const welcome = page.getByLabel("Welcome message");
  const before = await textOf(page.locator("#preview"));
  await page.evaluate(() => {
    const { fetch } = window;
    window.fetch = async () => {
      window.fetch = fetch;
      throw new TypeError("nothing answers");
    };
  });
  const isTried = () => page.evaluate(() => window.fetch.toString().includes("[native code]"));
  await welcome.pressSequentially("One");
  await expect.poll(isTried, patience).toBe(true);
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  const answered = page.waitForResponse((response) => response.url().includes("two"));
  await welcome.pressSequentially(" two");
  await (await answered).finished();
  expect([await textOf(page.locator("#preview")), await welcome.inputValue()]).toEqual([before, "One two"]);
  await page.context().addCookies(cookies);
  await welcome.pressSequentially(" three");
  await expect.poll(() => textOf(page.locator("#preview")), patience).toContain("One two three");
});

test("without script the button shows what is typed", async () => {
  const stage = await openStage();
  const signedIn = await openBranding(stage);
  const context = await openContext(browser(), {
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto(`${stage.office}${BRANDING}`);
  await page.getByLabel("Welcome message").fill("Good to see you.");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect.poll(() => textOf(page.locator("#preview")), patience).toContain("Good to see you.");
  expect(await page.getByLabel("Welcome message").inputValue()).toBe("Good to see you.");
});
